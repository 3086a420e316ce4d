"""The register of time limits."""

from pathlib import Path

import pytest

from handbook.model.deadline import Extension, Length, Unit
from handbook.sources.deadlines import FILE, read_deadlines

ROW = "  事项: 登记\n  期限: 当日\n  起算: 收到之日\n  延长: 无\n  依据: 《示例办法》第一条\n"
COUNTED = ROW.replace("当日", "3个月内") + "  数量: 3\n  单位: 月\n"


def read(docs: Path, text: str) -> tuple[list[str], list[str]]:
    (docs / FILE).parent.mkdir(exist_ok=True)
    (docs / FILE).write_text(text, encoding="utf-8")
    deadlines, faults = read_deadlines(docs)
    return list(deadlines), [f"{f.span.line}:{f.span.column} {f.message}；{f.hint}" for f in faults]


def messages(docs: Path, text: str) -> list[str]:
    return [fault.partition("；")[0] for fault in read(docs, text)[1]]


def test_a_row_is_read_in_its_own_words(tmp_path: Path) -> None:
    assert read(tmp_path, f"T-01:\n{ROW}") == (["T-01"], [])
    limit = read_deadlines(tmp_path)[0]["T-01"]

    assert (limit.subject, limit.limit, limit.start, limit.extension) == ("登记", "当日", "收到之日", "无")
    assert str(limit.span) == "docs/reference/deadlines.yml:1:1"


def test_a_handbook_without_a_register_has_no_time_limits(tmp_path: Path) -> None:
    assert read_deadlines(tmp_path) == ({}, ())


def test_each_fault_of_a_row_is_told(tmp_path: Path) -> None:
    assert messages(tmp_path, f"T1:\n{ROW.replace('延长', '廷长').replace('当日', '')}T-02: 五天\n") == [
        "1:1 时限编号“T1”不对",
        "5:3 时限没有“廷长”这一项",
        "3:3 时限 T1 的“期限”要写一句话",
        "1:1 时限 T1 缺少“延长”",
        "7:1 时限 T-02 没有内容",
    ]


def test_a_list_instead_of_a_mapping_is_told(tmp_path: Path) -> None:
    assert messages(tmp_path, "- T-01\n") == ["1:1 时限总表要写成“编号: 内容”"]
    assert messages(tmp_path, "T-01：\n  事项: 登记\n") == ["1:5 “T-01：”用了中文冒号"]


def test_amount_unit_and_extension_are_read(tmp_path: Path) -> None:
    extended = "  延长批准: 负责人\n  延长数量: 6\n  延长方式: 总计\n  顺延: 是\n  顺延依据: 《示例办法》第九条\n  说明: 先登记\n"
    assert read(tmp_path, f"T-01:\n{COUNTED}{extended}")[1] == []
    deadline = read_deadlines(tmp_path)[0]["T-01"]
    (limit,) = deadline.limits

    assert (limit.anchor, limit.unit, limit.length) == ("t-01", Unit.MONTH, Length(3, Unit.MONTH))
    assert limit.longest == Extension(Length(6, Unit.MONTH), total=True)
    assert (limit.rolls, limit.rolls_by) == (True, "《示例办法》第九条")
    assert (limit.approver, deadline.note) == ("负责人", "先登记")


def test_the_one_length_of_the_words_counts_where_no_amount_is_written(tmp_path: Path) -> None:
    rows = f"T-01:\n{ROW.replace('当日', '15个工作日内')}T-02:\n{ROW}T-03:\n{ROW.replace('当日', '3日或者5日')}"
    faults = read(tmp_path, rows)[1]

    found = read_deadlines(tmp_path)[0]
    assert [row.limits[0].length for row in found.values()] == [Length(15, Unit.WORKDAY), None, None]
    assert faults == [
        "15:3 时限 T-03 的“期限”里有几个长度，不知道算哪一个；写上“数量”和“单位”；几件事各有期限的写“分项”"
    ]


def test_parts_take_what_they_do_not_say_from_their_row(tmp_path: Path) -> None:
    parts = (
        "  延长批准: 上级\n  延长数量: 2\n  延长单位: 月\n  分项:\n"
        "    - {名称: 甲, 期限: 5年, 数量: 5, 单位: 年}\n"
        "    - {名称: 乙, 期限: 1个月, 数量: 1, 单位: 月, 起算: 受理之日, 延长: 不许, 依据: 《示例办法》第二条}\n"
    )
    assert read(tmp_path, f"T-16:\n{ROW}{parts}")[1] == []
    one, other = read_deadlines(tmp_path)[0]["T-16"].limits

    assert (one.anchor, one.start, one.basis) == ("t-16-1", "收到之日", "《示例办法》第一条")
    assert (one.approver, one.longest) == ("上级", Extension(Length(2, Unit.MONTH)))
    assert (other.anchor, other.start, other.basis) == ("t-16-2", "受理之日", "《示例办法》第二条")
    assert (other.extension, other.approver, other.longest) == ("不许", "", None)


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("  单位: 工做日\n  数量: 3\n", "7:7 “单位”不能是“工做日”；是不是“工作日”？"),
        ("  单位: 月\n  数量: 三\n", "8:7 “数量”不能是“三”；写1到999的整数，单位写在“单位”里"),
        ("  数量: 3\n", "7:3 时限 T-01 写了“数量”，没有写“单位”；可以写 "),
        ("  单位: 月\n", "7:3 时限 T-01 的单位是“月”，没有写“数量”；补上数量"),
        ("  单位: 频次\n  数量: 3\n", "8:3 时限 T-01 的单位是“频次”，不用写“数量”；删去数量，或者改单位"),
        ("  顺延: 会\n", "7:7 “顺延”不能是“会”；可以写 是、否"),
        ("  顺延: 是\n", "7:3 时限 T-01 写了顺延，没有写依据哪一条；加上“顺延依据:”；条文没有写的不顺延"),
        ("  延长方式: 总计\n", "7:3 时限 T-01 写了“延长方式”，没有写“延长数量”；补上延长数量"),
        ("  单位: 月\n  数量: 3\n  延长数量: 3\n", "9:3 时限 T-01 能延长，没有写谁批准；加上“延长批准:”"),
        (
            "  单位: 月\n  数量: 3\n  延长批准: 甲\n  延长数量: 3\n  延长单位: 工作日\n",
            "11:3 时限 T-01 按“月”算，延长按“工作日”算；写成一样的；只有“月”和“年”可以混用",
        ),
        ("  分项: 两个\n", "7:3 时限 T-01 的“分项”不足两项；每项以“- 名称:”开头；只有一项的不用分项"),
        (
            "  数量: 3\n  分项:\n    - {名称: 甲, 期限: 1日}\n    - {名称: 乙, 期限: 1日}\n",
            "7:3 时限 T-01 有分项，“数量”要写在各分项里；移到分项下面",
        ),
        (
            "  分项:\n    - {名称: 甲, 期限: 1日}\n    - {名称: 甲, 期限: 1日}\n",
            "9:7 时限 T-01 有两个分项叫“甲”；换一个名称",
        ),
        ("  分项:\n    - {名称: 甲, 期限: 1日}\n    - {名称: 乙}\n", "9:7 时限 T-01 第2个分项 缺少“期限”；补上"),
        ("  分项:\n    - {名称: 甲, 期限: 1日}\n    - 乙\n", "9:7 时限 T-01 的第2个分项没有内容；以“- 名称:”开头"),
        ("  说名: 无\n", "7:3 时限没有“说名”这一项；是不是“说明”？"),
    ],
)
def test_a_wrong_value_is_told_where_it_stands(tmp_path: Path, written: str, told: str) -> None:
    (fault,) = read(tmp_path, f"T-01:\n{ROW}{written}")[1]

    assert fault.startswith(told)
