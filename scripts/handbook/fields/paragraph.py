"""多段文字: words in one or more paragraphs."""

from __future__ import annotations

from typing import ClassVar

from handbook.fields.base import Control, FieldType


class ParagraphType(FieldType):
    """Words in one or more paragraphs; each line of the value is one."""

    name: ClassVar[str] = "多段文字"
    rule: ClassVar[str] = "一段或者几段文字"
    control: ClassVar[Control] = Control.PARAGRAPHS
    measured: ClassVar[bool] = True
    limit: ClassVar[int] = 10_000
    asks: ClassVar[str] = "textarea"


TYPE = ParagraphType()
