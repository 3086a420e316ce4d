"""整数: a whole number of things, pages or people."""

from __future__ import annotations

from typing import ClassVar

from handbook.fields.base import FieldType, half_width, tidy
from handbook.model.template import Field


class IntegerType(FieldType):
    """A whole number, not below 0, in plain Arabic digits."""

    name: ClassVar[str] = "整数"
    rule: ClassVar[str] = "阿拉伯数字，如 3"
    limit: ClassVar[int] = 12
    keyboard: ClassVar[str] = "numeric"
    pattern: ClassVar[str] = "0|[1-9][0-9]*"

    def normalise(self, value: str) -> str:
        """The digits at half width, when there is nothing else."""
        bare = half_width(value)
        return bare if bare.isascii() and bare.isdigit() else tidy(value)

    def _refuse(self, field: Field, value: str) -> str | None:
        del field
        if not (value.isascii() and value.isdigit()):
            return f"“{value}”不是整数，只用阿拉伯数字 0 到 9，不带单位"
        if len(value) > 1 and value[0] == "0":
            return f"“{value}”前面多了 0"
        return None


TYPE = IntegerType()
