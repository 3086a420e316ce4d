"""The small checks of front matter values: each yields what is wrong, in Chinese, at its place."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from handbook.diagnostics import Finding
from handbook.kinds.dates import read_date, read_duration
from handbook.model.value import Mapping, Scalar, Sequence, Value

# Plain words of YAML 1.1 that become another value, which MkDocs then prints: `no` → False, `012` → 10, `12:30` → 750.
_RETYPED = re.compile(
    r"(?i:yes|no|on|off|true|false)|[-+]?0[0-9_]+|[-+]?0(?:x[0-9a-fA-F_]+|b[01_]+)|[-+]?[0-9]+(?::[0-5]?[0-9])+"
    r"|[-+]?[0-9]+_[0-9_]*|[-+]?[0-9]*\.(?:[0-9]+0)?|[-+]?[0-9.]+[eE][-+][0-9]+|[-+]?\.(?i:inf)|\.(?i:nan)",
    re.ASCII,
)

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")

Check = Callable[[str, Value], Iterator[Finding]]


def text(name: str, value: Value) -> Iterator[Finding]:
    """One text that is not empty."""
    if not isinstance(value, Scalar):
        yield Finding(value.span, f"“{name}”要写成一句话，不是列表或者一组内容", "在冒号后面直接写文字")
    elif not value.text.strip():
        yield Finding(value.span, f"“{name}”是空的", "在冒号后面写上内容")
    elif value.plain and not value.tag and _RETYPED.fullmatch(value.text):
        yield Finding(value.span, f"“{name}”的值“{value.text}”会被 YAML 读成别的值", f'加上英文引号："{value.text}"')


def matching(pattern: str, example: str) -> Check:
    """One text of a certain form."""
    expression = re.compile(pattern)

    def check(name: str, value: Value) -> Iterator[Finding]:
        yield from text(name, value)
        if isinstance(value, Scalar) and value.text.strip() and not expression.fullmatch(value.text):
            yield Finding(value.span, f"“{name}”的值“{value.text}”写法不对", f"像“{example}”这样写")

    return check


template = matching(r"(?!.*\.\.)[\w-][\w./-]*\.html", "guide.html")
icon = matching(r"[\w-]+(?:/[\w-]+)*", "material/bookshelf")
slug = matching(r"[a-z][a-z0-9-]*", "petitions")
integer = matching(r"[1-9][0-9]*", "1")


def choice(*options: str) -> Check:
    """One of a few texts."""

    def check(name: str, value: Value) -> Iterator[Finding]:
        yield from text(name, value)
        if isinstance(value, Scalar) and value.text.strip() and value.text not in options:
            yield Finding(value.span, f"“{name}”不能是“{value.text}”", f"可以写 {'、'.join(options)}")

    return check


def date(name: str, value: Value) -> Iterator[Finding]:
    """A day of the calendar, YYYY-MM-DD."""
    yield from text(name, value)
    if isinstance(value, Scalar) and value.text.strip() and read_date(value.text) is None:
        if _DAY.fullmatch(value.text) and value.plain:
            return  # a day that no calendar has: YAML stumbles over it, and that is told (PAG006)
        yield Finding(value.span, f"“{name}”的值“{value.text}”不是日期", "写成 2026-01-31 这样的真实日期")


def duration(name: str, value: Value) -> Iterator[Finding]:
    """A number of days, months or years in Chinese."""
    yield from text(name, value)
    if isinstance(value, Scalar) and value.text.strip() and read_duration(value.text) is None:
        yield Finding(value.span, f"“{name}”的值“{value.text}”不是一段时间", "像“12个月”“1年”“90天”这样写")


def texts(name: str, value: Value) -> Iterator[Finding]:
    """A list of texts; a lone text counts as a list of one, nothing as an empty list."""
    if isinstance(value, Mapping):
        yield Finding(value.span, f"“{name}”要写成列表", "写成“[甲, 乙]”，或者每行一个“- 甲”")
        return
    for item in value.items if isinstance(value, Sequence) else ():
        yield from text(f"{name} 的一项", item)


def listed(name: str, value: Value) -> Iterator[Finding]:
    """A list of texts and nothing else: the theme takes a lone text apart into its characters."""
    if isinstance(value, Scalar) and value.text:
        yield Finding(
            value.span, f"“{name}”要写成列表，这里是一段文字", f"写成“[{value.text[:20]}]”，几项之间用英文逗号"
        )
    yield from texts(name, value)


def codes(pattern: str, example: str) -> Check:
    """A list of codes of a certain form; it may be empty."""
    item_check = matching(pattern, example)

    def check(name: str, value: Value) -> Iterator[Finding]:
        yield from texts(name, value)
        if isinstance(value, Scalar):
            if value.text.startswith("【"):
                yield Finding(value.span, f"“{name}”的方括号打成了“【 】”", f"换成英文的“[ ]”，像“[{example}]”这样写")
            elif value.text and ("，" in value.text or "、" in value.text):
                yield Finding(
                    value.span, f"“{name}”的值“{value.text}”用了中文逗号", f"像“[{example}]”这样写，用英文逗号隔开"
                )
            elif value.text:
                yield from item_check(name, value)
        for item in value.items if isinstance(value, Sequence) else ():
            if isinstance(item, Scalar) and ("，" in item.text or "、" in item.text):
                yield Finding(item.span, f"“{name}”的“{item.text}”用了中文逗号或者顿号", "换成英文逗号，后面空一格")
            elif isinstance(item, Scalar) and item.text:
                yield from item_check(name, item)

    return check


def mapping(name: str, value: Value) -> Iterator[Finding]:
    """A group of `key: value` that is not empty."""
    if not isinstance(value, Mapping) or not value.entries:
        yield Finding(value.span, f"“{name}”要写成几行“键: 值”", "另起一行，多缩进两格再写")


def text_mapping(name: str, value: Value) -> Iterator[Finding]:
    """A group of `key: text` that is not empty."""
    yield from mapping(name, value)
    for key, item in value.entries if isinstance(value, Mapping) else ():
        yield from text(f"{name} 里的 {key.text}", item)
