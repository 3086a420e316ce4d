"""Dates and spans of time as authors write them in front matter."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from dataclasses import dataclass

_DATE = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_DURATION = re.compile(r"([1-9]\d{0,2})\s?(天|日|个月|年)", re.ASCII)


@dataclass(frozen=True, slots=True)
class Duration:
    """A span of time in calendar months and days."""

    months: int = 0
    days: int = 0

    def after(self, day: dt.date) -> dt.date:
        """The day on which the span that begins on a day ends; the last of a month where that day does not exist."""
        year, month = divmod(day.year * 12 + day.month - 1 + self.months, 12)
        if year >= dt.MAXYEAR:
            return dt.date.max
        last = calendar.monthrange(year, month + 1)[1]
        return dt.date(year, month + 1, min(day.day, last)) + dt.timedelta(days=self.days)


def read_date(text: str) -> dt.date | None:
    """The date that YYYY-MM-DD stands for, or None when there is no such day."""
    if not _DATE.fullmatch(text):
        return None
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        return None


def read_duration(text: str) -> Duration | None:
    """The span of time that ``12个月``, ``1年`` or ``90天`` stands for, or None."""
    found = _DURATION.fullmatch(text)
    if not found:
        return None
    number, unit = int(found[1]), found[2]
    if unit == "个月":
        return Duration(months=number)
    return Duration(months=number * 12) if unit == "年" else Duration(days=number)
