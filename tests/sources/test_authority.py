from __future__ import annotations

from pathlib import Path

import pytest

from handbook.model.authority import Power
from handbook.sources.authority import read_authority

ROOT = Path(__file__).parents[2]
GOOD = """A-07:
  分类: 能办
  事项: 党纪立案
  写法: 乡镇纪委主要负责人审批，报乡镇党委主要负责人批准
  谁批: [乡镇纪委主要负责人, 乡镇党委主要负责人]
  认词: 党纪立案
  程序: [SC-04#s3, SC-05]
  文书: [SC-W12]
  依据: 《监督执纪规则》第三十八条
  说明: 并向县级报告
  待核: 县级怎么收
"""


def write(docs: Path, text: str) -> None:
    (docs / "reference").mkdir()
    (docs / "reference/authority.yml").write_text(text, encoding="utf-8")


def test_a_handbook_without_a_register_rules_nothing(tmp_path: Path) -> None:
    assert read_authority(tmp_path) == ({}, ())


def test_a_matter_is_read_with_all_that_the_register_says(tmp_path: Path) -> None:
    write(tmp_path, GOOD)

    matters, found = read_authority(tmp_path)

    matter = matters["A-07"]
    assert found == ()
    assert (matter.power, matter.subject, matter.anchor) == (Power.OWN, "党纪立案", "a-07")
    assert matter.approvers == ("乡镇纪委主要负责人", "乡镇党委主要负责人")
    assert matter.called == ("党纪立案",)
    assert [(one.code, one.step, one.text) for one in matter.procedures] == [
        ("SC-04", "s3", "SC-04#s3"),
        ("SC-05", "", "SC-05"),
    ]
    assert [one.code for one in matter.templates] == ["SC-W12"]
    assert (matter.note, matter.unconfirmed) == ("并向县级报告", "县级怎么收")


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("A07:\n  分类: 能办\n  事项: 立案", "1:1 权限编号“A07”不对；写成“A-”加两位数字，例如 A-07"),
        ("A-07: 立案", "1:1 权限 A-07 没有内容；下面要有 分类、事项"),
        ("A-07:\n  分类: 能办", "1:1 权限 A-07 缺少“事项”；补上"),
        ("A-07:\n  分类: 可办\n  事项: 立案", "2:3 权限 A-07 的“分类”不能是“可办”；可以写 能办、要批、不能办、底线"),
        ("A-07:\n  分类: 能办\n  事项: 立案\n  谁办: 甲", "4:3 权限没有“谁办”这一项；是不是“谁批”？"),
        ("A-07:\n  分类: 能办\n  事项: 立案\n  写法: [甲]", "4:7 权限 A-07 的“写法”要写一句话；在冒号后面写上"),
        (
            "A-07:\n  分类: 能办\n  事项: 立案\n  谁批: {甲: 乙}",
            "4:7 权限 A-07 的“谁批”要一个一个列出来；写成“[甲, 乙]”",
        ),
    ],
)
def test_what_is_wrong_is_reported_at_its_place(tmp_path: Path, text: str, fault: str) -> None:
    write(tmp_path, text)

    found = [f"{one.span.line}:{one.span.column} {one.message}；{one.hint}" for one in read_authority(tmp_path)[1]]

    assert found == [fault]


def test_our_own_register_has_every_kind_of_matter_and_no_fault() -> None:
    matters, found = read_authority(ROOT / "docs")

    assert found == ()
    assert {matter.power for matter in matters.values()} == set(Power)
    assert [matter.id for matter in matters.values() if not matter.basis] == ["A-64"]
