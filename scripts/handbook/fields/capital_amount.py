"""大写金额: an amount in the capitals of cheques, 壹万贰仟叁佰肆拾伍元陆角整; always computed (推算), never typed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar

from handbook.fields.base import DefinitionFault, FieldType
from handbook.model.template import Field

_FORM = re.compile(r"[零壹贰叁肆伍陆柒捌玖拾佰仟万亿]*元?(?:[零壹贰叁肆伍陆柒捌玖]角)?(?:零?[壹贰叁肆伍陆柒捌玖]分|整)")


class CapitalAmountType(FieldType):
    """An amount in capitals."""

    name: ClassVar[str] = "大写金额"
    rule: ClassVar[str] = "由金额自动写出，如 壹万贰仟叁佰肆拾伍元陆角整"
    limit: ClassVar[int] = 60
    pattern: ClassVar[str] = _FORM.pattern

    def check_definition(self, field: Field) -> Iterator[DefinitionFault]:
        """It must be computed: capitals typed by hand come out different from the digits."""
        yield from super().check_definition(field)
        if field.computed is None and "推算" not in dict(field.spans):
            yield DefinitionFault("类型", f"大写金额“{field.name}”没有写由哪个金额推算", "加上“推算: 大写(金额字段)”")

    def _refuse(self, field: Field, value: str) -> str | None:
        del field
        return None if _FORM.fullmatch(value) else f"“{value}”不是大写金额，要写成“壹佰贰拾元整”这样"


TYPE = CapitalAmountType()
