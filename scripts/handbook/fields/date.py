"""日期: a day that exists; authors write 2099-01-05, readers see 2099年1月5日."""

from __future__ import annotations

import datetime as dt
import re
from typing import ClassVar

from handbook.fields.base import Control, FieldType
from handbook.model.template import Field

_FORM = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)


class DateType(FieldType):
    """A day of the calendar."""

    name: ClassVar[str] = "日期"
    rule: ClassVar[str] = "年月日都写全，如 2099年1月5日"
    control: ClassVar[Control] = Control.DATE

    def display(self, value: str) -> str:
        """2099年1月5日, months and days without a leading 0 (GB/T 9704 7.3.5)."""
        day = _parse(value)
        return f"{day.year}年{day.month}月{day.day}日" if day else value

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
