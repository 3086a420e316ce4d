"""日期: a day that exists; authors write 2099-01-05, readers see 2099年1月5日."""

from __future__ import annotations

import datetime as dt
import re
from typing import ClassVar

from handbook.fields.base import Control, FieldType, half_width, tidy
from handbook.model.template import Field

_PRINTED = re.compile(r"(\d{4})[年./-](\d{1,2})[月./-](\d{1,2})日?", re.ASCII)
_FORM = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)


class DateType(FieldType):
    """A day of the calendar."""

    name: ClassVar[str] = "日期"
    rule: ClassVar[str] = "年月日都写全，如 2099年1月5日"
    control: ClassVar[Control] = Control.DATE
    asks: ClassVar[str] = "date"
    pattern: ClassVar[str] = _FORM.pattern

    def display(self, value: str) -> str:
        """2099年1月5日, months and days without a leading 0 (GB/T 9704 7.3.5)."""
        day = _parse(value)
        return f"{day.year}年{day.month}月{day.day}日" if day else value

    def normalise(self, value: str) -> str:
        """2099-01-05 for 2099年1月5日, 2099.1.5 and 2099/1/5, when there is such a day."""
        found = _PRINTED.fullmatch(half_width(value))
        made = f"{found[1]}-{int(found[2]):02}-{int(found[3]):02}" if found else ""
        return made if _parse(made) else tidy(value)

    def is_day(self, value: str) -> bool:
        """True for a day of the calendar as it is stored."""
        return _parse(value) is not None

    def _refuse(self, field: Field, value: str) -> str | None:
        del field
        return None if _parse(value) else f"“{value}”不是日期，要写成 2099-01-05 这样，并且真有这一天"


def _parse(value: str) -> dt.date | None:
    if not _FORM.fullmatch(value):
        return None
    try:
        return dt.date.fromisoformat(value)
    except ValueError:
        return None


TYPE = DateType()
