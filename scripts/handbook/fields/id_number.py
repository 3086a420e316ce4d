"""身份证号: a citizen identity number with the check character of GB 11643."""

from __future__ import annotations

import datetime as dt
from typing import ClassVar

from handbook.fields.base import FieldType, half_width, tidy
from handbook.model.template import Field

_LENGTH = 18
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECK_CHARACTERS = "10X98765432"


class IdNumberType(FieldType):
    """An identity number: 17 digits and a check character."""

    name: ClassVar[str] = "身份证号"
    rule: ClassVar[str] = "18位，最后一位可以是大写 X"
    limit: ClassVar[int] = 40
    pattern: ClassVar[str] = "[0-9]{17}[0-9X]"

    def normalise(self, value: str) -> str:
        """Without spaces, half width, X as a capital."""
        bare = half_width(value).upper()
        return bare if _is_shaped(bare) else tidy(value)

    def check_example(self, field: Field) -> str | None:
        """An example must look like a number and be none: a number that passes may be a person's."""
        value = field.example
        if not _is_shaped(value):
            return f"“{value}”不是18位，示例也要写满18位"
        if value[-1] == check_character(value):
            return "示例的校验位是对的，可能真有这个身份证号，把最后一位改成别的数字"
        return None

    def _refuse(self, field: Field, value: str) -> str | None:
        del field
        if not _is_shaped(value):
            return f"“{value}”不是18位身份证号，前17位是数字，最后一位是数字或者大写 X"
        if not _is_day(value[6:14]):
            return f"“{value}”第7到14位“{value[6:14]}”不是日期"
        if value[-1] != check_character(value):
            return f"“{value}”的最后一位（校验位）不对，请核对"
        return None


def is_identity_number(value: str) -> bool:
    """True for 18 characters with a day and the right check character."""
    return _is_shaped(value) and _is_day(value[6:14]) and value[-1] == check_character(value)


def _is_shaped(value: str) -> bool:
    digits, last = value[:-1], value[-1:]
    return value.isascii() and len(value) == _LENGTH and digits.isdigit() and (last.isdigit() or last == "X")


def _is_day(digits: str) -> bool:
    try:
        dt.date(int(digits[:4]), int(digits[4:6]), int(digits[6:]))
    except ValueError:
        return False
    return True


def check_character(value: str) -> str:
    """The last character that GB 11643 demands behind the first 17."""
    total = sum(weight * int(digit) for weight, digit in zip(_WEIGHTS, value[:17], strict=True))
    return _CHECK_CHARACTERS[total % 11]


TYPE = IdNumberType()
