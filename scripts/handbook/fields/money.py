"""金额: an amount in yuan as a decimal text; authors write 12345.6, readers see 12,345.60."""

from __future__ import annotations

import re
from typing import ClassVar

from handbook.fields.base import FieldType, half_width, tidy
from handbook.model.template import Field

_FORM = re.compile(r"(0|[1-9]\d{0,11})(?:\.(\d{1,2}))?", re.ASCII)
_GROUPED = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d*)?", re.ASCII)


class MoneyType(FieldType):
    """Yuan with at most two decimals, not below 0; never a binary fraction."""

    name: ClassVar[str] = "金额"
    rule: ClassVar[str] = "单位是元，最多两位小数，如 12345.60"
    limit: ClassVar[int] = 15
    keyboard: ClassVar[str] = "decimal"
    pattern: ClassVar[str] = _FORM.pattern

    def display(self, value: str) -> str:
        """12,345.60."""
        found = _FORM.fullmatch(value)
        return f"{int(found[1]):,}.{(found[2] or '').ljust(2, '0')}" if found else value

    def normalise(self, value: str) -> str:
        """12345.60 for 12,345.60元, ￥12345.60 and １２３４５.６０."""
        bare = half_width(value).removeprefix("¥").removeprefix("￥").removesuffix("元")
        if _GROUPED.fullmatch(bare):
            bare = bare.replace(",", "")
        return bare if _FORM.fullmatch(bare) else tidy(value)

    def _refuse(self, field: Field, value: str) -> str | None:
        del field
        if _FORM.fullmatch(value):
            return None
        return f"“{value}”不是金额，只写数字和小数点，最多两位小数，不写“元”“万元”"


TYPE = MoneyType()
