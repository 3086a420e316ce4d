"""Official texts: articles, paragraphs and items of Markdown and Word, and how they fit the register."""

import io
import zipfile
from pathlib import Path

import pytest

from handbook.diagnostics import Span
from handbook.model.citation import place_of
from handbook.model.statute import Status, Statute
from handbook.model.statute_text import StatuteText
from handbook.sources.docx_text import UnreadableDocumentError, docx_paragraphs
from handbook.sources.statute_layout import layout
from handbook.sources.statute_texts import read_statute_texts, read_text_file
from handbook.sources.statutes import read_statutes

ROOT = Path(__file__).parents[2]
OFFICIAL = ROOT.parent / "shared/reference/laws"
FICTITIOUS = ROOT / "tests/fixtures/rules/LAW007-wrong-clause/good"
# The official texts where they are, and always our own fictitious one: folder of texts, register.
SETS = [(FICTITIOUS / "texts", FICTITIOUS / "docs")] + ([(OFFICIAL, ROOT / "docs")] if OFFICIAL.is_dir() else [])
CASES = [(folder, docs, path) for folder, docs in SETS for path in sorted(folder.rglob("[a-z]*.md"))]
LINES = [
    "示例机关示例工作规则",
    "（2099年1月1日通过）",
    "目录",
    "第一章　总则",
    "第一章　总则",
    "第一条　按照第三条、第五条的规定，",
    "第二条规定的情形除外。",
    "第二条  下列人员：",
    "（一）甲；",
    "1.甲一；",
    "2．甲二；",
    "（二）乙。",
    "前款人员另有规定的除外。",
    "第三条本条没有空格。",
    "第二章 办理",
    "第四条",
    "另起一行。",
    "第四条之一　后来加的。",
    "\ue003———",
    "附件1：",
    "不算条文",
]


def statute(articles: int = 4) -> Statute:
    return Statute(
        "shili-guize-2099", "示例机关示例工作规则", Span("a"), ("示例规则",), status=Status.IN_FORCE, articles=articles
    )


def docx(lines: list[str]) -> bytes:
    body = "".join(f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in lines)
    head = '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>'
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as package:
        package.writestr("word/document.xml", f"{head}{body}</w:body></w:document>")
    return made.getvalue()


def test_lines_become_articles_paragraphs_and_items() -> None:
    found = layout(LINES)

    assert (found.title, found.order, found.gaps) == ("示例机关示例工作规则", (1, 2, 3, 4), ())
    assert {place.words: [clause.lines for clause in clauses] for place, clauses in found.articles.items()} == {
        "第一条": [("按照第三条、第五条的规定，",), ("第二条规定的情形除外。",)],
        "第二条": [("下列人员：", "（一）甲；1.甲一；2．甲二；", "（二）乙。"), ("前款人员另有规定的除外。",)],
        "第三条": [("本条没有空格。",)],
        "第四条": [("另起一行。",)],
        "第四条之一": [("后来加的。",)],
    }


@pytest.mark.parametrize(
    ("words", "lines"),
    [
        ("第二条第一款第二项", ["（二）乙。"]),
        ("第二条第二项", ["（二）乙。"]),
        ("第二条第二款", ["前款人员另有规定的除外。"]),
        ("第二条第三款", []),
        ("第二条第一款第三项", []),
        ("第九条", []),
    ],
)
def test_a_place_has_its_lines(words: str, lines: list[str]) -> None:
    text = StatuteText("", "a.md", layout(LINES).articles)
    place = place_of(words)
    assert place

    assert list(text.words(place)) == lines


def test_gaps_repeats_and_empty_articles_are_told() -> None:
    found = layout(["第一条　甲。", "第四条　乙。", "第六条　丙。", "第六条　丁。", "**第七条**"])

    assert found.gaps == ("缺第 2 条至第 3 条", "缺第 5 条", "第 6 条后面又是第 6 条", "第七条没有内容")


def test_word_files_read_like_markdown(tmp_path: Path) -> None:
    (tmp_path / "原文.docx").write_bytes(docx(LINES))

    assert read_text_file(tmp_path / "原文.docx").layout == layout(LINES)


@pytest.mark.parametrize("content", [b"", b"\xd0\xcf\x11\xe0" * 9, b"PK\x03\x04", docx(["&nbsp;"])])
def test_what_is_no_word_file_is_refused(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "a.docx").write_bytes(content)

    with pytest.raises(UnreadableDocumentError, match="docx"):
        docx_paragraphs(tmp_path / "a.docx")


def test_a_text_is_known_by_its_file_or_by_its_title(tmp_path: Path) -> None:
    for name in ("shili-guize-2099.docx", "a.docx"):
        folder = tmp_path / name
        folder.mkdir()
        (folder / name).write_bytes(docx(LINES))
        (folder / "别的.md").write_text("# 别的\n\n第一条　甲。\n", encoding="utf-8")
        texts, faults = read_statute_texts(folder, {"shili-guize-2099": statute()}, "texts")

        assert (list(texts), faults) == (["shili-guize-2099"], ())
        assert texts["shili-guize-2099"].path == f"texts/{name}"


def test_a_text_of_another_edition_does_not_fit(tmp_path: Path) -> None:
    (tmp_path / "示例规则.docx").write_bytes(docx(LINES))
    _, faults = read_statute_texts(tmp_path, {"shili-guize-2099": statute(5)}, "texts")

    assert [(str(f.span), f.message) for f in faults] == [
        ("texts/示例规则.docx:1:1", "“示例规则”的原文有 4 条，登记表写的是 5 条")
    ]


def test_a_text_whose_articles_are_numbered_by_word_is_told(tmp_path: Path) -> None:
    (tmp_path / "示例规则.docx").write_bytes(docx(["示例机关示例工作规则", "为了示例。", "先编号。"]))
    texts, faults = read_statute_texts(tmp_path, {"shili-guize-2099": statute()}, "texts")

    assert texts == {}
    assert [fault.message for fault in faults] == ["“示例规则”的原文里没有认出一条"]


def test_no_folder_has_no_texts(tmp_path: Path) -> None:
    assert read_statute_texts(tmp_path / "none", {"shili-guize-2099": statute()}, "none") == ({}, ())


@pytest.mark.parametrize(("folder", "docs"), SETS, ids=lambda path: path.parent.name)
def test_texts_that_are_there_fit_the_register(folder: Path, docs: Path) -> None:
    texts, faults = read_statute_texts(folder, read_statutes(docs)[0], "texts")

    assert texts
    assert [fault.message for fault in faults] == []


@pytest.mark.parametrize(("folder", "docs", "path"), CASES, ids=lambda path: path.name)
def test_an_article_runs_to_the_next_and_loses_no_letter(folder: Path, docs: Path, path: Path) -> None:
    found = read_text_file(path).layout
    lines: list[str] = []
    inside = False
    for line in path.read_text(encoding="utf-8").split("\n"):
        inside = line.startswith("**第") or (inside and not line.startswith(("#", "附件")))
        lines += [line] if inside and any(map(str.isalnum, line)) else []
    kept = [line for place, clauses in found.articles.items() for clause in clauses for line in clause.lines]

    assert found.order == tuple(range(1, len(found.order) + 1))
    marks = "".join(f"**{place.words}**" for place in found.articles)
    assert sorted("".join("".join(kept).split()) + marks) == sorted("".join("".join(lines).split()))
