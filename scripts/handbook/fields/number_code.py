"""编号: a registration number in the office's own scheme."""

from __future__ import annotations

from typing import ClassVar

from handbook.fields.base import FieldType
from handbook.model.template import Field


class NumberCodeType(FieldType):
    """Letters, digits, hanzi and hyphens, in any order."""

    name: ClassVar[str] = "编号"
    rule: ClassVar[str] = "汉字、字母、数字和连字符，如 示镇-2099-001"
    limit: ClassVar[int] = 40

    def _refuse(self, field: Field, value: str) -> str | None:
        del field
        strange = next((c for c in value if not (c.isalnum() or c == "-")), None)
        if strange:
            return f"“{value}”不是编号，里面有“{strange}”，只能用汉字、字母、数字和“-”"
        return f"“{value}”里没有数字" if not any(c.isdigit() for c in value) else None


TYPE = NumberCodeType()
