"""天数(起、止): the days from one to another, both counted: a single day is 1."""

from __future__ import annotations

import datetime as dt

from handbook.fields.functions.base import Function


def _compute(first: str, last: str) -> str:
    days = (dt.date.fromisoformat(last[:10]) - dt.date.fromisoformat(first[:10])).days + 1
    return str(days) if days > 0 else ""


FUNCTION = Function("天数", (("日期", "日期时间"), ("日期", "日期时间")), ("整数",), "起止两天都算的天数", _compute)
