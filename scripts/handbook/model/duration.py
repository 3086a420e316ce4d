"""Lengths of time as texts write them: 15个工作日, 十五日, 3个月, 1年半."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_DIGITS = {digit: value for value, digit in enumerate("零一二三四五六七八九十")} | {"两": 2}
_UNITS = {"天": "日", "个小时": "小时", "个工作日": "工作日", "星期": "周"}
# What stands before it tells a length from a date (3月15日) and from an ordinal (第三日).
_LENGTH = re.compile(
    r"(?<![\d年月第零一二三四五六七八九十])(?P<amount>\d{1,3}|[一二三四五六七八九十两]{1,3})\s*"
    r"(?P<unit>个工作日|工作日|个小时|小时|个月|日|天|年半|年|周|星期)"
)


@dataclass(frozen=True, slots=True)
class Duration:
    """A length of time; equal ones are equal however they are written."""

    amount: int
    unit: str

    def __str__(self) -> str:
        return f"{self.amount}{'个工作日' if self.unit == '工作日' else self.unit}"


def durations(text: str) -> Iterator[tuple[str, Duration]]:
    """Each length of time in a text, as written and as it is meant."""
    for match in _LENGTH.finditer(text):
        amount, unit = _number(match["amount"]), match["unit"]
        half = unit == "年半"
        yield match[0], Duration(12 * amount + 6, "个月") if half else Duration(amount, _UNITS.get(unit, unit))


def _number(text: str) -> int:
    """A number below a thousand in digits, or below a hundred in hanzi."""
    if text.isdecimal():
        return int(text)
    tens, ten, ones = text.partition("十")
    if not ten:
        return _DIGITS[text[-1]]
    return 10 * (_DIGITS[tens[-1]] if tens else 1) + (_DIGITS[ones[0]] if ones else 0)
