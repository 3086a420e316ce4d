"""出生日期(身份证号): the day that stands in an identity number."""

from __future__ import annotations

from handbook.fields.functions.base import Function


def _compute(number: str) -> str:
    return f"{number[6:10]}-{number[10:12]}-{number[12:14]}"


FUNCTION = Function("出生日期", (("身份证号",),), ("日期",), "身份证号里的出生日期", _compute)
