"""文字: words on one line."""

from __future__ import annotations

from typing import ClassVar

from handbook.fields.base import FieldType
from handbook.model.template import Field


class TextType(FieldType):
    """Words on one line."""

    name: ClassVar[str] = "文字"
    rule: ClassVar[str] = "一行文字"
    measured: ClassVar[bool] = True

    def _refuse(self, field: Field, value: str) -> str | None:
        del field
        return "只能写一行，要分段用“多段文字”" if "\n" in value else None


TYPE = TextType()
