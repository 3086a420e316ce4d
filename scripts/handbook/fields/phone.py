"""电话: a mobile number, or a landline with its area code."""

from __future__ import annotations

import re
from typing import ClassVar

from handbook.fields.base import FieldType, half_width, tidy
from handbook.model.template import Field

_MOBILE = re.compile(r"1[3-9]\d{9}", re.ASCII)
_LANDLINE = re.compile(r"(?:0\d{2,3}-)?\d{7,8}(?:-\d{1,6})?", re.ASCII)
_HYPHENS = str.maketrans("–—－‐", "----")
_SHORT = re.compile(r"1\d{2,4}", re.ASCII)


class PhoneType(FieldType):
    """A telephone number."""

    name: ClassVar[str] = "电话"
    rule: ClassVar[str] = "11位手机号，或者区号-号码"
    limit: ClassVar[int] = 40
    asks: ClassVar[str] = "tel"
    pattern: ClassVar[str] = "|".join(form.pattern for form in (_MOBILE, _LANDLINE, _SHORT))

    def normalise(self, value: str) -> str:
        """Half width and without spaces, with one kind of hyphen, when that makes a number of it."""
        bare = half_width(value).translate(_HYPHENS)
        return bare if _is_number(bare) else tidy(value)

    def check_example(self, field: Field) -> str | None:
        """An example must not ring at anybody's mobile phone."""
        value = field.example
        if value.isascii() and value.isdigit() and len(value) == len("00000000000") and not _MOBILE.fullmatch(value):
            return None
        if _MOBILE.fullmatch(value):
            return f"“{value}”像真的手机号，示例写 000-0000000"
        return self.check_value(field, value)

    def _refuse(self, field: Field, value: str) -> str | None:
        del field
        return None if _is_number(value) else f"“{value}”不是电话号码，写11位手机号，或者区号-号码"


def _is_number(value: str) -> bool:
    return any(pattern.fullmatch(value) for pattern in (_MOBILE, _LANDLINE, _SHORT))


TYPE = PhoneType()
