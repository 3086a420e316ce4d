"""Our own citations hold against the official texts where these are, and all is well without them."""

import datetime as dt
import re
from dataclasses import replace
from pathlib import Path

import pytest

import program
from handbook import rules
from handbook.cli import main
from handbook.diagnostics import Span
from handbook.model.citation import Provision
from handbook.model.citation_checks import outdated_statute
from handbook.model.handbook import Handbook
from handbook.settings import read_settings
from handbook.sources import load
from handbook.sources.citations import read_citations

ROOT = Path(__file__).parents[1]
TEXTS = ROOT.parent / "shared/reference/laws"
# Without texts, and with them where they are.
FOLDERS = ["", *([TEXTS.as_posix()] if TEXTS.is_dir() else [])]


@pytest.fixture(scope="module", params=FOLDERS, ids=lambda folder: "with texts" if folder else "without")
def book(request: pytest.FixtureRequest) -> Handbook:
    settings = replace(read_settings(ROOT), statute_texts=request.param)
    return load(ROOT, today=dt.date.fromisoformat(program.TODAY), settings=settings)


def test_every_citation_of_ours_is_right(book: Handbook) -> None:
    found = [str(diagnostic) for diagnostic in rules.check(book) if diagnostic.code.startswith("LAW")]

    assert book.statutes
    assert found == []


def table() -> list[tuple[str, str, dict[int, list[int]]]]:
    """Short name, year and old article → new ones of each revision that the reference has compared line by line."""
    file = TEXTS / "README-renumbering.md"
    parts = file.read_text(encoding="utf-8").split("\n## ")[1:] if file.is_file() else []
    found = []
    for part in parts:
        old: dict[int, list[int]] = {}
        for new, number in re.findall(r"^\| (\d+) \| (\d+)", part, re.MULTILINE):
            old.setdefault(int(number), []).append(int(new))
        found.append((part.partition("：")[0], part.partition("：")[2][:4], old))
    return found


def test_an_article_of_an_old_edition_is_told_its_number_of_today(book: Handbook) -> None:
    for name, year, articles in table():
        for old, new in articles.items():
            text = f"《{name}（{year}年）》{Provision('', old).words}"
            (citation,) = read_citations(text, book.statute_names, lambda offset: Span("a.md", 1, offset + 1))
            (finding,) = outdated_statute(book, citation)
            numbers = "、".join(Provision("", number).words for number in new)

            assert finding.hint == f"{Provision('', old).words}现在是《{name}》{numbers}"


def test_every_line_that_names_an_article_is_read(book: Handbook) -> None:
    unread = [
        f"{page.path}:{number}"
        for page in book.authored
        for number, line in enumerate(page.lines, 1)
        if "》第" in line and "`" not in line and page.src != "maintain/index.md"
        if not any(citation.span.line == number for citation in page.citations)
    ]

    assert unread == []


def test_every_place_of_a_citation_holds_its_words(book: Handbook) -> None:
    for page in book.authored:
        for citation in page.citations:
            for cited in citation.cited:
                assert page.lines[cited.span.line - 1][cited.span.column - 1 :].startswith(cited.text), cited


def test_a_folder_of_texts_that_is_not_there_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs/index.md").write_text("# 首页\n", encoding="utf-8")
    (tmp_path / "mkdocs.yml").write_text("site_name: 示例\n", encoding="utf-8")
    (tmp_path / "pyproject.toml").write_text('[tool.handbook]\nstatute_texts = "原文"\n', encoding="utf-8")

    assert main(["check", "--root", str(tmp_path)]) == 0
    assert capsys.readouterr().err.startswith("没有法规原文（statute_texts 写的“原文”不在）")
