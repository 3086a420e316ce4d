from __future__ import annotations

from pathlib import Path

from handbook.renderers.pending import compose, unconfirmed
from registers import page, registers

NOTE = page(
    "guide",
    "说明",
    "前面一句。办案期限〔待核：县级规定〕。\n\n| 标记 | 意思 |\n|---|---|\n| 〔待核〕 | 没有见到原文 |\n"
    "| 权限目录〔待核〕 | 看[目录](a.md) |\n\n## 依据 {#basis}\n\n- 《示例条例2021》第三条（2021年文本，条次待核）。\n",
    owner="乙部门",
)


def texts(root: Path, **pages: str) -> list[tuple[str, str, str]]:
    return [(one.page.src, one.anchor, one.text) for one in unconfirmed(registers(root, **pages))]


def test_every_marked_sentence_is_listed_with_the_heading_it_stands_under(tmp_path: Path) -> None:
    assert texts(tmp_path)[0] == ("receive.md", "s1", "登记。授权到哪一步〔待核〕。")


def test_what_the_registers_mark_is_listed_at_its_row(tmp_path: Path) -> None:
    assert texts(tmp_path)[1:] == [
        ("reference/glossary.md", "t-暂存待查", "暂存待查：先存着〔待核〕"),
        ("start/authority.md", "a-24", "A-24 监察立案：县级监委批，派出机构看授权〔待核〕"),
    ]


def test_a_row_of_a_table_is_one_sentence_and_the_row_that_explains_the_mark_is_none(tmp_path: Path) -> None:
    found = [text for src, _, text in texts(tmp_path, note=NOTE) if src == "note.md"]

    assert found == ["前面一句。办案期限〔待核：县级规定〕。", "权限目录〔待核〕；看[目录](a.md)"]


def test_sentences_are_grouped_by_whom_to_ask(tmp_path: Path) -> None:
    handbook = registers(tmp_path, note=NOTE)

    lines = compose(handbook.pages["reference/pending.md"], handbook).split("\n")

    assert "全书一共5处。" in lines
    asked = [line for line in lines if line.startswith("## ")]
    assert asked == ["## 问乙部门", "## 问甲部门", "## 问示例部门", "## 条次、效力待核的引用"]
    assert "| 权限目录〔待核〕；看目录 | [说明](../note.md) |" in lines
    assert "| 登记。授权到哪一步〔待核〕。 | [XF-01 受理：1. 登记](../receive.md#s1) |" in lines


def test_citations_of_an_old_edition_are_one_line_a_page(tmp_path: Path) -> None:
    handbook = registers(tmp_path, note=NOTE)

    lines = compose(handbook.pages["reference/pending.md"], handbook).split("\n")

    assert "- 说明：[依据](../note.md#basis)" in lines


def test_a_document_that_cites_an_old_edition_is_one_link(tmp_path: Path) -> None:
    document = page("template", "登记表", "正文", code="XF-W01", basis="《示例条例2021》第三条（2021年文本，条次待核）")
    handbook = registers(tmp_path, form=document)

    lines = compose(handbook.pages["reference/pending.md"], handbook).split("\n")

    assert "- [XF-W01 登记表](../form.md)" in lines


def test_a_field_is_listed_by_its_note_not_by_its_definition(tmp_path: Path) -> None:
    document = page("template", "记录", "到会{{人数}}。", code="XF-W01").replace(
        "\n---\n\n", "\nfields:\n  人数: {类型: 文字, 示例: 9, 说明: 算不算预备党员〔待核〕}\n---\n\n", 1
    )
    found = [text for src, _, text in texts(tmp_path, form=document) if src == "form.md"]

    assert found == ["人数：算不算预备党员〔待核〕"]
