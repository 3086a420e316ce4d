"""人名: the name of one person."""

from __future__ import annotations

from typing import ClassVar

from handbook.fields.base import FieldType
from handbook.model.template import Field

_SEPARATORS = "、，,；;/"


class PersonType(FieldType):
    """The name of one person: letters of any script, ×, and the dot between the parts of a name."""

    name: ClassVar[str] = "人名"
    rule: ClassVar[str] = "一个人的姓名"
    measured: ClassVar[bool] = True
    limit: ClassVar[int] = 40

    def _refuse(self, field: Field, value: str) -> str | None:
        del field
        if any(separator in value for separator in _SEPARATORS):
            return f"“{value}”不止一个人，一格只写一个姓名"
        strange = next((c for c in value if not (c.isalpha() or c in "·•.× ")), None)
        return f"“{value}”不是姓名，里面有“{strange}”" if strange else None


TYPE = PersonType()
