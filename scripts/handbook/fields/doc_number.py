"""文号: the number of an official document, 示镇纪〔2099〕1号 (GB/T 9704 7.2.5)."""

from __future__ import annotations

import re
from typing import ClassVar

from handbook.fields.base import FieldType, half_width, tidy
from handbook.model.template import Field

_NUMBER = re.compile(r"[^〔〕]+〔\d{4}〕[1-9]\d*号", re.ASCII)
_OTHER_BRACKETS = str.maketrans("[]（）()【】﹝﹞［］", "〔〕" * 6)


class DocNumberType(FieldType):
    """Code of the issuing body, year in 〔〕, serial number without leading zeros, 号."""

    name: ClassVar[str] = "文号"
    rule: ClassVar[str] = "机关代字〔年份〕序号，如 示镇纪〔2099〕1号"
    limit: ClassVar[int] = 40
    pattern: ClassVar[str] = _NUMBER.pattern

    def normalise(self, value: str) -> str:
        """The brackets of the year as 〔〕, when that makes a number of it."""
        repaired = half_width(value).translate(_OTHER_BRACKETS)
        return repaired if _NUMBER.fullmatch(repaired) else tidy(value)

    def _refuse(self, field: Field, value: str) -> str | None:
        del field
        if _NUMBER.fullmatch(value):
            return None
        repaired = value.translate(_OTHER_BRACKETS)
        if _NUMBER.fullmatch(repaired):
            return f"“{value}”的年份要用六角括号，写成“{repaired}”"
        return f"“{value}”不是文号，要写成“示镇纪〔2099〕1号”这样：年份4位，序号前不加“第”和 0"


TYPE = DocNumberType()
