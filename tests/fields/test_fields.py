import pytest

from handbook.diagnostics import Span
from handbook.fields import Control, all_types, find_type, type_of
from handbook.model.template import Field

PLACE = Span("docs/form.md")
GOOD_ID = "00000019900101000X"  # passes GB 11643; the region 000000 does not exist


def field(kind: str, **facts: object) -> Field:
    return Field("字段", kind, PLACE, **facts)  # type: ignore[arg-type]


def refusal(kind: str, value: str, **facts: object) -> str | None:
    return type_of(kind).check_value(field(kind, **facts), value)


def faults(kind: str, **facts: object) -> list[str]:
    return [fault.key for fault in type_of(kind).check_definition(field(kind, **facts))]


def test_each_type_is_found_by_its_chinese_name() -> None:
    assert sorted(all_types()) == sorted(
        "文字 多段文字 整数 日期 时间 日期时间 单选 多选 人名 身份证号 电话 金额 大写金额 文号 编号 单位 法条 重复组".split()
    )
    assert find_type("日子") is None
    assert type_of("日子").name == "文字"


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        ("文字", "000-0000000"),
        ("多段文字", "第一段\n第二段"),
        ("整数", "0"),
        ("整数", "120"),
        ("日期", "2096-02-29"),
        ("人名", "甲某某"),
        ("人名", "甲某·乙某某"),
        ("人名", "×××"),
        ("身份证号", GOOD_ID),
        ("电话", "13900000000"),
        ("电话", "000-0000000"),
        ("电话", "0000-00000000-123"),
        ("电话", "12388"),
        ("文号", "示镇纪〔2099〕1号"),
        ("文号", "示镇纪立〔2099〕120号"),
        ("编号", "示镇-2099-001"),
        ("编号", "A1"),
        ("单位", "中共示例镇纪律检查委员会"),
    ],
)
def test_a_value_of_its_type_is_taken(kind: str, value: str) -> None:
    assert refusal(kind, value) is None


@pytest.mark.parametrize(
    ("kind", "value", "reason"),
    [
        ("文字", "一行\n两行", "一行"),
        ("文字", "字" * 201, "最多 200 个"),
        ("整数", "3件", "不是整数"),
        ("整数", "１２", "不是整数"),
        ("整数", "-1", "不是整数"),
        ("整数", "007", "多了 0"),
        ("日期", "2099-02-29", "不是日期"),
        ("日期", "20990105", "不是日期"),
        ("日期", "2099年1月5日", "不是日期"),
        ("日期", "2099-W01-1", "不是日期"),
        ("人名", "甲某某、乙某某", "不止一个人"),
        ("人名", "甲某某1", "里面有“1”"),
        ("身份证号", "000000199001010000", "校验位"),
        ("身份证号", "000000900101000", "不是18位"),
        ("身份证号", "00000019900101000x", "不是18位"),
        ("身份证号", "００００００199001010000", "不是18位"),
        ("身份证号", "000000199013010000", "不是日期"),
        ("电话", "139000000", "不是电话号码"),
        ("电话", "示例号码", "不是电话号码"),
        ("文号", "示镇纪[2099]1号", "写成“示镇纪〔2099〕1号”"),
        ("文号", "示镇纪（2099）1号", "写成“示镇纪〔2099〕1号”"),
        ("文号", "示镇纪〔2099〕第1号", "不加“第”"),
        ("文号", "示镇纪〔2099〕01号", "不是文号"),
        ("文号", "示镇纪〔99〕1号", "年份4位"),
        ("文号", "〔2099〕1号", "不是文号"),
        ("编号", "2099/001", "里面有“/”"),
        ("编号", "示镇", "没有数字"),
        ("单位", "1", "不是单位名称"),
    ],
)
def test_a_value_of_another_kind_is_refused_with_its_reason(kind: str, value: str, reason: str) -> None:
    assert reason in (refusal(kind, value) or "")


def test_a_choice_takes_its_options_only_and_asks_for_the_nearest() -> None:
    options = ("来信", "来访")

    assert refusal("单选", "来访", options=options) is None
    assert refusal("单选", "来仿", options=options) == "“来仿”不是选项之一（是不是“来信”？）"
    assert refusal("单选", "网络举报", options=options) == "“网络举报”不是选项之一，选项有 来信、来访"


def test_the_authors_limit_goes_before_the_types() -> None:
    assert refusal("文字", "一二三四五六", max_length=5) == "“一二三四五六”有 6 个字，最多 5 个"
    assert refusal("文字", "字" * 300, max_length=300) is None


@pytest.mark.parametrize(
    ("kind", "example", "reason"),
    [
        ("身份证号", GOOD_ID, "可能真有这个身份证号"),
        ("身份证号", "0000001990010100", "写满18位"),
        ("电话", "13900000000", "像真的手机号"),
    ],
)
def test_an_example_that_may_be_a_persons_is_refused(kind: str, example: str, reason: str) -> None:
    assert reason in (type_of(kind).check_example(field(kind, example=example)) or "")


@pytest.mark.parametrize(
    ("kind", "example"),
    [("身份证号", "000000199001010000"), ("电话", "000-0000000"), ("电话", "00000000000"), ("日期", "2099-01-05")],
)
def test_a_made_up_example_is_taken(kind: str, example: str) -> None:
    assert type_of(kind).check_example(field(kind, example=example)) is None


@pytest.mark.parametrize(
    ("kind", "facts", "keys"),
    [
        ("单选", {"options": ("甲", "乙")}, []),
        ("单选", {}, ["选项"]),
        ("单选", {"options": ("甲",)}, ["选项"]),
        ("单选", {"options": ("甲", "甲")}, ["选项"]),
        ("单选", {"options": ("甲", " ")}, ["选项"]),
        ("日期", {"options": ("甲", "乙"), "max_length": 5}, ["选项", "最多字数"]),
        ("多段文字", {"max_length": 500}, []),
    ],
)
def test_a_definition_is_checked_by_its_type(kind: str, facts: dict[str, object], keys: list[str]) -> None:
    assert faults(kind, **facts) == keys


def test_a_date_is_shown_without_leading_zeros() -> None:
    assert type_of("日期").display("2099-01-05") == "2099年1月5日"
    assert type_of("日期").display("待定") == "待定"
    assert type_of("文字").display("2099-01-05") == "2099-01-05"


def test_each_type_says_which_word_control_takes_it() -> None:
    special = {name: kind.control for name, kind in all_types().items() if kind.control is not Control.TEXT}

    assert special == {
        "日期": Control.DATE,
        "单选": Control.DROPDOWN,
        "多选": Control.CHECKBOXES,
        "多段文字": Control.PARAGRAPHS,
        "重复组": Control.ROWS,
    }
