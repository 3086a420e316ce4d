"""整数: a whole number of things, pages or people."""

from __future__ import annotations

from typing import ClassVar

from handbook.fields.base import FieldType
from handbook.model.template import Field


class IntegerType(FieldType):
    """A whole number, not below 0, in plain Arabic digits."""

    name: ClassVar[str] = "整数"
    rule: ClassVar[str] = "阿拉伯数字，如 3"
    limit: ClassVar[int] = 12

    def _refuse(self, field: Field, value: str) -> str | None:
        del field
        if not (value.isascii() and value.isdigit()):
            return f"“{value}”不是整数，只用阿拉伯数字 0 到 9，不带单位"
        if len(value) > 1 and value[0] == "0":
            return f"“{value}”前面多了 0"
        return None


TYPE = IntegerType()
