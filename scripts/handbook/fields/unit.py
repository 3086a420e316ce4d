"""单位: the name of an organisation."""

from __future__ import annotations

from typing import ClassVar

from handbook.fields.base import FieldType
from handbook.model.template import Field


class UnitType(FieldType):
    """The name of an organisation, written out."""

    name: ClassVar[str] = "单位"
    rule: ClassVar[str] = "单位全称或者规范简称"
    measured: ClassVar[bool] = True
    limit: ClassVar[int] = 60

    def _refuse(self, field: Field, value: str) -> str | None:
        del field
        if "\n" in value:
            return "单位名称只能写一行"
        return None if sum(c.isalpha() for c in value) >= 2 else f"“{value}”不是单位名称"


TYPE = UnitType()
