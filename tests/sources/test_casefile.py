"""The facts of the fictitious case as they are read, and the documents that are filled with them."""

from pathlib import Path

import pytest

import casefiles
from handbook.model.casefile import CaseFile
from handbook.model.handbook import Handbook

CONTENTS = (
    "文书:\n  - 文书: XF-W01\n    卷: 信访卷\n    阶段: 登记\n    步骤: XF-01#s1\n    日期: 告知日期\n    页数: 1\n",
    (
        "文书:\n  - 文书: XF-W01\n    名称: 目录\n    目录: 是\n    卷: 信访卷\n    阶段: 登记\n    步骤: XF-01#s1\n"
        "    日期: 2099-02-01\n    页数: 1\n    为什么: 订卷。\n"
        "  - 文书: XF-W01\n    卷: 信访卷\n    阶段: 登记\n    步骤: XF-01#s1\n    日期: 告知日期\n    页数: 3\n"
    ),
)


def case_of(handbook: Handbook) -> CaseFile:
    assert handbook.casefile is not None
    return handbook.casefile


def faults(handbook: Handbook) -> list[str]:
    return [f"{fault.span.line}: {fault.message}" for fault in handbook.faults]


def test_a_reference_is_the_value_alone_and_what_is_printed_among_words(tmp_path: Path) -> None:
    case = case_of(casefiles.load(tmp_path, ("批示: 同意。", 'copy: "{{收到日期}}"\n      批示: 于{{批示日期}}同意。')))
    document = case.documents[1]

    assert document.facts["copy"].text == "2099-01-05"
    assert document.facts["批示"].text == "于2099年1月9日同意。"
    assert case.story == ("2099年1月5日收到来信。",)


def test_what_names_nothing_or_itself_stays_as_it_was_written(tmp_path: Path) -> None:
    handbook = casefiles.load(tmp_path, ("批示: 同意。", "批示: 见{{没有}}和{{批示}}。"))

    assert "{{没有}}" in case_of(handbook).documents[1].facts["批示"].text
    assert "{{批示}}" in case_of(handbook).documents[1].facts["批示"].text


def test_the_facts_become_the_examples_of_the_real_template(tmp_path: Path) -> None:
    handbook = casefiles.load(tmp_path)
    template = case_of(handbook).documents[0].template

    assert template is not None
    assert {field.name: field.example for field in template.fields if not field.fields} == {
        "收到日期": "2099-01-05",
        "告知日期": "2099-01-08",
        "告知截止日": "2099-01-23",
        "登记人": "丙某某",
    }
    assert template.fields[-1].example_rows == ((("名称", "来信"), ("份数", "1")),)
    assert template.fingerprint == handbook.templates["XF-W01"].fingerprint


def test_what_a_document_may_leave_empty_is_left_blank_and_not_shown_as_a_sample(tmp_path: Path) -> None:
    template = case_of(casefiles.load(tmp_path, ("      告知截止日: 2099-01-23\n", ""))).documents[0].template

    assert template is not None
    assert {field.name: (field.example, field.left_blank) for field in template.fields[1:3]} == {
        "告知日期": ("2099-01-08", False),
        "告知截止日": ("", True),
    }


def test_a_template_that_comes_again_has_a_page_of_its_own(tmp_path: Path) -> None:
    handbook = casefiles.load(tmp_path, CONTENTS)

    assert [document.src for document in case_of(handbook).documents] == [
        "casefile/xf-w01.md",
        "casefile/xf-w01-2.md",
        "casefile/xf-w02.md",
    ]
    assert all(handbook.pages[document.src].generated for document in case_of(handbook).documents)


def test_a_table_of_contents_lists_what_its_volume_holds(tmp_path: Path) -> None:
    contents = case_of(casefiles.load(tmp_path, CONTENTS)).documents[0]

    assert [[value.text for value in row.values()] for row in contents.rows["卷内材料"]] == [
        ["无", "示例登记表", "2099-01-08", "1至3"],
        ["无", "示例呈批单", "2099-01-09", "4"],
    ]
    assert [contents.facts[name].text for name in ("起始日期", "截止日期", "总页数")] == [
        "2099-01-08",
        "2099-01-09",
        "4",
    ]


def test_a_handbook_without_the_page_of_the_case_shows_none_of_its_documents(tmp_path: Path) -> None:
    handbook = casefiles.load(tmp_path)
    assert len(handbook.case_documents) == 2
    index = tmp_path / "handbook/docs/casefile/index.md"
    index.write_text(index.read_text(encoding="utf-8").replace("kind: casefile", "kind: guide"), encoding="utf-8")

    again = casefiles.reload(tmp_path)

    assert again.case_documents == ()
    assert not any("casefile/xf" in address for address in again.outputs)


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        (("案件: 甲某某一案", "案名: 甲某某一案"), "1: 模拟案卷没有“案名”这一项"),
        (("    页数: 1\n    为什么: 报主要", "    页数: 一\n    为什么: 报主要"), "页数“一”不是数字"),
        (("    阶段: 报批\n", ""), "一份文书缺少“阶段”"),
        (("{错: 口头登记, 对: 填登记表, 为什么: 没有记录}", "口头登记"), "“常见错误”的每一项要写几行"),
        (("事实:\n  收到日期: 2099-01-05\n", "事实: 2099-01-05\n"), "“事实”要一行写一个“名称: 值”"),
        (("      批示: 同意。\n", "      批示: {甲: 乙}\n"), "“批示”要写一个值，或者一行一项"),
        (("上班: [2099-01-10]", "上班: [2099-01-12]"), "调休上班日 2099-01-12 不是周六、周日"),
    ],
)
def test_what_is_not_written_as_it_should_be_is_reported(change: tuple[str, str], fault: str, tmp_path: Path) -> None:
    assert any(fault in found for found in faults(casefiles.load(tmp_path, change)))
