"""时间: a minute of the day; authors write 09:30, readers see 9时30分."""

from __future__ import annotations

import re
from typing import ClassVar

from handbook.fields.base import FieldType, half_width, tidy
from handbook.model.template import Field

_FORM = re.compile(r"([01]\d|2[0-3]):[0-5]\d", re.ASCII)
_PRINTED = re.compile(r"(\d{1,2})(?::|时)(\d{1,2})分?", re.ASCII)


class TimeType(FieldType):
    """A minute of the day, by the 24-hour clock."""

    name: ClassVar[str] = "时间"
    rule: ClassVar[str] = "24小时制，如 14:30"
    asks: ClassVar[str] = "time"
    pattern: ClassVar[str] = _FORM.pattern

    def display(self, value: str) -> str:
        """9时05分, the hour without a leading zero."""
        if not _FORM.fullmatch(value):
            return value
        return f"{int(value[:2])}时{value[3:]}分"

    def normalise(self, value: str) -> str:
        """09:30 for 9时30分, ９：30 and 9:30."""
        found = _PRINTED.fullmatch(half_width(value))
        return f"{int(found[1]):02}:{int(found[2]):02}" if found else tidy(value)

    def is_minute(self, value: str) -> bool:
        """True for a minute of the day as it is stored."""
        return _FORM.fullmatch(value) is not None

    def _refuse(self, field: Field, value: str) -> str | None:
        del field
        return None if _FORM.fullmatch(value) else f"“{value}”不是时间，要写成 14:30 这样"


TYPE = TimeType()
