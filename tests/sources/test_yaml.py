"""YAML is read with places, nothing of it runs or grows, and a clerk is told which key to press."""

import time

import pytest

from handbook.diagnostics import Span
from handbook.model.value import Mapping, Scalar, Sequence
from handbook.sources.yaml import MAX_DEPTH, parse


def mapping(text: str, *, line: int = 1) -> Mapping:
    value, faults = parse(text, path="p.yml", line=line)
    assert faults == ()
    assert isinstance(value, Mapping)
    return value


def fault(text: str) -> tuple[str, str]:
    """Where the only fault is, and its message."""
    _, faults = parse(text, path="p.yml", line=1)
    assert len(faults) == 1
    return str(faults[0].span).removeprefix("p.yml:"), faults[0].message


def test_every_value_knows_its_place_in_the_file() -> None:
    value = mapping("title: 受理\ntags:\n  - 登记\n", line=2)

    assert value.get("title") == Scalar("受理", Span("p.yml", 2, 8))
    assert value.get("tags") == Sequence((Scalar("登记", Span("p.yml", 4, 5)),), Span("p.yml", 4, 3))
    assert value.key_span("tags") == Span("p.yml", 3, 1)


def test_scalars_stay_as_typed_but_null_is_empty() -> None:
    value = mapping("a: no\nb: 012\nc: 12:30\nd: 2026-01-31\ne: ~\nf: null\ng: 'null'\nh:\ni: 1.10\n")

    assert [value.text(key) for key in "abcdefghi"] == ["no", "012", "12:30", "2026-01-31", "", "", "null", "", "1.10"]


def test_tags_are_kept_as_words_and_never_run() -> None:
    value = mapping("a: !!python/object/apply:os.system [ls]\nb: !ENV HOME\nc: !!str 1\nd: ! x\n")

    tags = [item.tag for _, item in value]

    assert tags == ["!!python/object/apply:os.system", "!ENV", "!!str", ""]


def test_an_alias_stands_for_what_its_anchor_names() -> None:
    assert mapping("a: &x [甲]\nb: *x\n").texts("b") == ("甲",)


def test_of_a_key_written_twice_the_last_one_counts_and_a_fault_names_the_first() -> None:
    value, faults = parse("a: 1\nb: 2\na: 3\n", path="p.yml")

    assert isinstance(value, Mapping)
    assert value.text("a") == "3"
    assert [(f.kind, str(f.span), f.message) for f in faults] == [
        ("yaml-duplicate-key", "p.yml:3:1", "键“a”写了两次，前一次在第 1 行")
    ]


@pytest.mark.parametrize("text", ["", "# 只有注释\n", "\n\n"])
def test_nothing_is_no_fault(text: str) -> None:
    assert parse(text, path="p.yml") == (None, ())


@pytest.mark.parametrize(
    ("text", "place", "message"),
    [
        ("a: 1\n标题：受理\nb: 2\n", "2:3", "“标题：”用了中文冒号"),
        ("a: 1\n标题：受理\n", "2:3", "“标题：”用了中文冒号"),
        ("标题：受理\na: 1\n", "1:3", "“标题：”用了中文冒号"),
        ("a:\n  - 事项：受理\n    b: 1\n", "2:7", "“- 事项：”用了中文冒号"),
        ("a:\n\t- b\n", "2:1", "这一行用制表符（Tab）缩进"),
        ("a: {b: 1，c: 2}\n", "1:9", "括号里的两项之间用了中文逗号“，”"),
        ("a: 1\nb:2\nc: 3\n", "2:2", "“b:”的冒号后面少一个空格"),
        ("a: “受理: 登记”\n", "1:4", "这个值用中文引号括着，里面又有英文冒号"),
        ('a: "受理\nb: 1\n', "1:4", "引号没有成对"),
        ("a: 'it's'\n", "1:8", "英文引号在值的中间就配成了对"),
        ("a: [甲, 乙\nb: 1\n", "1:4", "方括号“[”没有配对，或者两项之间少了英文逗号"),
        ("a: {b: 1\nc: 2\n", "1:4", "花括号“{”没有配对，或者两项之间少了英文逗号"),
        ("a: {{字段}}\n", "1:5", "键必须是文字，这里是一组内容"),
        ("a: 受理: 登记\n", "1:6", "这一行有两个英文冒号，看不出哪个是键"),
        ("a: 1\n b: 2\n", "2:3", "这一行多缩进了，不知道属于哪个键"),
        ("a:\n  - b\n c: 1\n", "3:2", "这一行的缩进和上面的对不齐"),
        ("a: - b\n", "1:4", "列表不能和键写在同一行"),
        ("a: @甲\n", "1:4", "值不能以“@”开头"),
        ("a: **甲**\n", "1:5", "值不能以“*”或“&”开头"),
        ("a: *甲\n", "1:5", "值不能以“*”或“&”开头"),
        ("a: *b\n", "1:4", "“*b”引用的内容不存在"),
        ("a: &b [*b]\n", "1:8", "“*b”引用了它自己"),
        ('a: "\\d"\n', "1:5", "双引号里的“\\”后面不能跟这个字"),
        ("a: 1\n---\nb: 2\n", "2:1", "这里又开始了一段 YAML"),
        ("a: 1\n登记\n", "2:1", "这一行没有写成“键: 值”"),
    ],
)
def test_a_slip_of_the_keyboard_is_told_in_chinese_at_its_place(text: str, place: str, message: str) -> None:
    assert fault(text) == (place, message)


def test_a_full_width_colon_in_a_sentence_is_no_slip() -> None:
    assert mapping("a: 注意：先登记\nb: 时间，如下：无\n").text("a") == "注意：先登记"


@pytest.mark.parametrize(
    "text",
    [
        "a: &a [1, 1, 1, 1, 1, 1, 1, 1, 1]\n"
        + "".join(f"{y}: &{y} [{', '.join(['*' + x] * 9)}]\n" for x, y in zip("abcdefgh", "bcdefghi", strict=True)),
        "[" * 40_000,
        "{a: " * 5_000,
        "- " * 5_000,
        "a: &a0 []\n" + "".join(f"k{n}: &a{n} [*a{n - 1}]\n" for n in range(1, 2_000)),
    ],
    ids=["alias bomb", "brackets", "braces", "dashes", "chain of aliases"],
)
def test_a_bomb_is_refused_at_once(text: str) -> None:
    start = time.perf_counter()
    value, faults = parse(text, path="p.yml")

    assert value is None
    assert len(faults) == 1
    assert time.perf_counter() - start < 1


def test_nesting_is_allowed_up_to_the_limit() -> None:
    assert parse("[" * MAX_DEPTH + "]" * MAX_DEPTH, path="p.yml")[1] == ()
    assert parse("[" * (MAX_DEPTH + 1) + "]" * (MAX_DEPTH + 1), path="p.yml")[1] != ()
