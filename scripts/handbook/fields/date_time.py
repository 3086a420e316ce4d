"""日期时间: a minute of a day; authors write 2099-01-05T09:30, readers see 2099年1月5日9时30分."""

from __future__ import annotations

from typing import ClassVar

from handbook.fields.base import FieldType, tidy
from handbook.fields.date import TYPE as DATE
from handbook.fields.time import TYPE as TIME
from handbook.model.template import Field


class DateTimeType(FieldType):
    """A minute of a day of the calendar."""

    name: ClassVar[str] = "日期时间"
    rule: ClassVar[str] = "日期和24小时制的时间，如 2099年1月5日9时30分"
    asks: ClassVar[str] = "datetime-local"
    pattern: ClassVar[str] = f"{DATE.pattern}T{TIME.pattern}"

    def display(self, value: str) -> str:
        """2099年1月5日9时30分."""
        day, _, minute = value.partition("T")
        return value if _is_wrong(value) else DATE.display(day) + TIME.display(minute)

    def normalise(self, value: str) -> str:
        """2099-01-05T09:30 for 2099年1月5日9时30分 and 2099-01-05 9:30."""
        whole = tidy(value)
        for mark, kept in (("日", "日"), ("T", ""), (" ", "")):
            day, found, minute = whole.partition(mark)
            if found:
                made = f"{DATE.normalise(day + kept)}T{TIME.normalise(minute)}"
                return whole if _is_wrong(made) else made
        return whole

    def _refuse(self, field: Field, value: str) -> str | None:
        del field
        return f"“{value}”不是日期和时间，要写成 2099-01-05T09:30 这样，并且真有这一天" if _is_wrong(value) else None


def _is_wrong(value: str) -> bool:
    """True for what is no minute of a day."""
    day, _, minute = value.partition("T")
    return not (DATE.is_day(day) and TIME.is_minute(minute))


TYPE = DateTimeType()
