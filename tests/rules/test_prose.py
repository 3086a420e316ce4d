"""What rules about wording look at: lines without what is no wording, tables of approvers, clauses."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from handbook.model.page import Page
from handbook.rules.approvers import approver, holds, says
from handbook.rules.prose import approvals, lines_of, paragraph
from handbook.settings import Settings
from handbook.sources import load


def page(root: Path, body: str) -> Page:
    (root / "docs").mkdir()
    (root / "mkdocs.yml").write_text("site_name: 示例\n", encoding="utf-8")
    (root / "docs/index.md").write_text(body, encoding="utf-8")
    return load(root, today=dt.date(2099, 1, 6), settings=Settings()).pages["index.md"]


def test_code_comments_and_targets_of_links_are_no_wording(tmp_path: Path) -> None:
    body = "甲`乙`丙\n\n```text\n丁\n```\n\n[戊](己.md){: .x }<!-- 庚 -->辛\n"

    found = [(line.number, line.text.replace(" ", "")) for line in lines_of(page(tmp_path, body))]

    assert found == [(1, "甲丙"), (7, "[戊]辛")]


def test_a_place_in_a_line_is_its_place_in_the_file(tmp_path: Path) -> None:
    line = next(lines_of(page(tmp_path, "[甲](乙.md)丙\n")))

    assert str(line.span(line.text.index("丙"))) == "docs/index.md:1:10"


def test_a_paragraph_goes_over_several_lines_and_ends_at_a_new_item(tmp_path: Path) -> None:
    shown = page(tmp_path, "甲\n乙\n\n- 丙\n  丁\n- 戊\n")

    assert [paragraph(shown, number) for number in (1, 2, 5, 6)] == ["甲\n乙", "甲\n乙", "- 丙\n  丁", "- 戊"]


def test_the_table_of_approvers_is_read_by_its_column(tmp_path: Path) -> None:
    body = (
        "## 谁办谁批\n\n说明。\n\n| 事情 | 谁批 | 依据 |\n|---|:-:|---|\n| **立案** | 主要负责人 | — |\n\n"
        "| 别的表 | 谁办 |\n|---|---|\n| 甲 | 乙 |\n\n## 红线\n\n| 事情 | 谁批 |\n|---|---|\n| 丙 | 丁 |\n"
    )

    assert [(row.subject, row.approval, row.span.line) for row in approvals(page(tmp_path, body))] == [
        ("立案", "主要负责人", 7)
    ]


@pytest.mark.parametrize(
    ("label", "named"),
    [("报县级纪委批准", "县级纪委"), ("乡镇纪委审议", "乡镇纪委"), ("登记", ""), ("批准后移交", "")],
)
def test_a_box_names_its_approver(label: str, named: str) -> None:
    assert approver(label) == named


def test_short_names_are_held_by_long_ones_only() -> None:
    assert holds("乡镇纪委主要负责人审批", "主要负责人")
    assert not holds("主要负责人审批", "乡镇纪委主要负责人")


@pytest.mark.parametrize(
    "text",
    [
        "乡镇纪委主要负责人批准",
        "**乡镇纪委**（本机关）**主要负责人**批准",
        "本机关主要负责人批准",
        "集体研究后报乡镇纪委主要负责人，同时报告上级",
        "按程序（乡镇纪委主要负责人）",
    ],
)
def test_a_text_says_who_approves(text: str) -> None:
    assert says(text, "乡镇纪委主要负责人")


def test_another_name_of_an_approver_counts_and_another_approver_does_not() -> None:
    assert says("县级监委批准", "监察机关或者监委")
    assert not says("乡镇纪委书记、乡镇党委主要负责人", "乡镇纪委主要负责人")
