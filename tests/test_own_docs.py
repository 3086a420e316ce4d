"""Our own handbook is without fault: the sources, the built site, and what its pages say."""

import datetime as dt
import re
from collections.abc import Iterator
from pathlib import Path

import docx
import pytest

import program
from handbook import rules
from handbook.audit import audit
from handbook.model.handbook import Handbook
from handbook.settings import read_settings

DOCS = Path(__file__).parents[1] / "docs"
SOURCES = sorted(path for path in DOCS.rglob("*") if path.suffix in {".md", ".yml"})
MARKS = ("待核", "做法", "转引", "德州")
WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)


def lines() -> Iterator[tuple[str, str]]:
    """Every line of the sources with its place."""
    for path in SOURCES:
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            yield f"{path.relative_to(DOCS.parent).as_posix()}:{number}", line


def is_identity_number(number: str) -> bool:
    """True for 18 characters whose last is the check character of GB 11643."""
    total = sum(weight * int(digit) for weight, digit in zip(WEIGHTS, number[:17], strict=True))
    return "10X98765432"[total % 11] == number[-1].upper()


def real_numbers(text: str) -> list[str]:
    """What may be a person's identity number or telephone number."""
    identities = re.findall(r"(?<!\d)\d{17}[\dXx](?!\d)", text)
    found = [number for number in identities if is_identity_number(number) or not number.startswith("000000")]
    found += re.findall(r"(?<!\d)1[3-9]\d{9}(?!\d)", text)
    return found + [number for number in re.findall(r"(?<!\d)0\d{2,3}-?\d{7,8}(?!\d)", text) if number.strip("0-")]


def test_the_sources_give_no_diagnostic(handbook: Handbook) -> None:
    assert [str(diagnostic) for diagnostic in rules.check(handbook)] == []


def test_the_built_site_gives_no_finding(built_site: Path, handbook: Handbook, repo_root: Path) -> None:
    intranet = read_settings(repo_root).intranet
    assert intranet

    found = audit(built_site, expected=handbook.outputs, intranet=intranet, home=handbook.site.site_url)

    assert [str(diagnostic) for diagnostic in found] == []


def test_every_page_and_every_document_is_in_the_site(built_site: Path) -> None:
    pages = [path.relative_to(DOCS) for path in SOURCES if path.suffix == ".md"]
    wanted = {page.with_suffix(".html") for page in pages}
    for page in pages:
        if "\nkind: template\n" in (DOCS / page).read_text(encoding="utf-8"):
            wanted |= {page.with_suffix(".docx"), page.with_name(f"{page.stem}-sample.docx")}

    assert sorted(path.as_posix() for path in wanted if not (built_site / path).is_file()) == []


@pytest.mark.parametrize(("area", "procedures", "templates"), [("XF", 6, 14), ("SL", 10, 24)])
def test_nothing_of_an_area_is_missing(handbook: Handbook, area: str, procedures: int, templates: int) -> None:
    documents = {f"{area}-W{number:02}" for number in range(1, templates + 1)}

    assert {f"{area}-{number:02}" for number in range(1, procedures + 1)} <= handbook.procedures.keys()
    assert documents <= handbook.templates.keys()
    assert documents <= handbook.uses.keys()


def test_each_bracket_holds_a_known_mark_or_a_year() -> None:
    known = re.compile(rf"(?:{'|'.join(MARKS)})(?:[：；].+)?|\d{{4}}|")
    unknown = [
        f"{place}: 〔{mark}〕"
        for place, line in lines()
        for mark in re.findall("〔([^〔〕]*)〕", line)
        if not known.fullmatch(mark)
    ]

    assert unknown == []
    assert [place for place, line in lines() if line.count("〔") != line.count("〕")] == []


def test_the_marks_are_explained_and_used() -> None:
    text = "\n".join(line for _, line in lines())

    assert [mark for mark in MARKS if f"| 〔{mark}〕 |" not in text] == []


REPORTED = re.compile("134个|24个镇|1884件|60\\.8%|600余个|16个镇（街）|七成以上")


def test_figures_of_the_report_of_2023_are_told_as_of_then() -> None:
    """A page may say so once above its list of them; elsewhere the sentence itself does."""
    said = "据2023年2月公开报道"
    sentences = [
        (place.partition(":")[0], sentence)
        for place, line in lines()
        for sentence in re.split(r"(?<=。)|\|", line)
        if REPORTED.search(sentence)
    ]
    headed = {path for path, _ in sentences if f"\n## {said}" in (DOCS.parent / path).read_text(encoding="utf-8")}

    assert headed == {"docs/start/about.md"}
    elsewhere = [sentence for path, sentence in sentences if path not in headed]
    assert elsewhere
    assert [sentence for sentence in elsewhere if said not in sentence or "〔德州〕" not in sentence] == []


def test_common_mistakes_name_what_is_right_why_and_where_to_go() -> None:
    text = (DOCS / "start/mistakes.md").read_text(encoding="utf-8")
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in text.splitlines() if line.startswith("|")]
    rows = [row for row in rows if row[0] not in ("错在哪", "---")]

    assert len(rows) >= 40
    assert [row for row in rows if len(row) != 4 or not all(row)] == []
    assert [row for row in rows if "《" not in row[2] and "〔" not in row[2]] == []
    assert [
        row for row in rows if not re.fullmatch(r"\[[A-Z]{2}-\d{2} 第\d+步\]\(\.\./[a-z/-]+\.md#s\d+\)", row[3])
    ] == []
    assert {row[3][1:3] for row in rows} == {"JD", "XF", "SC", "SL", "DW"}


def test_each_statute_is_cited_by_the_first_of_its_names(handbook: Handbook) -> None:
    usual = {statute.id: {statute.name, statute.title} for statute in handbook.statutes.values()}
    others = [
        f"{citation.span}: 《{citation.name}》"
        for page in handbook.authored
        for citation in page.citations
        if citation.statute and citation.cited and citation.name not in usual[citation.statute]
    ]

    assert others == []


def test_each_summary_of_a_provision_is_one_short_line(handbook: Handbook) -> None:
    gists = [gist for statute in handbook.statutes.values() for gist in statute.gists.values()]

    assert len(gists) > 800
    assert [f"{gist.span}: {gist.text}" for gist in gists if len(gist.text) > 40] == []


def test_numbers_of_persons_in_the_sources_are_made_up() -> None:
    assert [(place, number) for place, line in lines() for number in real_numbers(line)] == []


def test_numbers_of_persons_in_the_sample_documents_are_made_up(built_site: Path) -> None:
    samples = sorted([*built_site.rglob("*-sample.docx"), *(built_site / "casefile").glob("*.docx")])
    assert samples

    texts = {
        path.relative_to(built_site).as_posix(): "".join(docx.Document(str(path)).element.itertext())
        for path in samples
    }
    assert {name: found for name, text in texts.items() if (found := real_numbers(text))} == {}


@pytest.mark.parametrize("number", ["11010519491231002X", "110101199001011234", "13900000000", "0534-2600000"])
def test_a_number_that_may_be_real_is_noticed(number: str) -> None:
    assert real_numbers(f"电话{number}，") == [number]


@pytest.mark.parametrize("number", ["000000199001010000", "000-0000000", "示镇-2099-001", "2099-01-05"])
def test_a_made_up_number_is_passed(number: str) -> None:
    assert real_numbers(f"号{number}，") == []


def test_no_page_was_reviewed_in_the_future(handbook: Handbook) -> None:
    reviewed = [page.meta.text("reviewed") for page in handbook.authored]

    assert all(dt.date.fromisoformat(date) <= dt.date.fromisoformat(program.TODAY) for date in reviewed)
