"""单选: one of the options that the template lists."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from handbook.fields.base import Control, DefinitionFault, FieldType
from handbook.model.spelling import nearest
from handbook.model.template import Field


class ChoiceType(FieldType):
    """One of the options."""

    name: ClassVar[str] = "单选"
    rule: ClassVar[str] = "选一项"
    control: ClassVar[Control] = Control.DROPDOWN
    asks: ClassVar[str] = "select"

    def check_definition(self, field: Field) -> Iterator[DefinitionFault]:
        """There must be options to choose from, all different and none empty."""
        yield from super().check_definition(field)
        yield from option_faults(field, self.name)

    def _refuse(self, field: Field, value: str) -> str | None:
        if not field.options or value in field.options:
            return None
        near = nearest(value, field.options)
        return f"“{value}”不是选项之一" + (f"（是不是“{near}”？）" if near else f"，选项有 {'、'.join(field.options)}")


def option_faults(field: Field, kind: str) -> Iterator[DefinitionFault]:
    """What is wrong with the options of a field to choose from."""
    if len(field.options) < 2:
        few = f"只有 {len(field.options)} 个" if field.options else "没有"
        yield DefinitionFault("选项", f"{kind}字段“{field.name}”{few}选项", "写成“选项: [甲, 乙]”，至少两项")
    repeated = next((o for i, o in enumerate(field.options) if o in field.options[:i]), None)
    if repeated is not None:
        yield DefinitionFault("选项", f"字段“{field.name}”的选项“{repeated}”写了两次", "只留一个")
    if "" in (option.strip() for option in field.options):
        yield DefinitionFault("选项", f"字段“{field.name}”有一个空的选项", "删去多余的逗号")


TYPE = ChoiceType()
