"""重复组: rows of the same few fields, as many as there are people, things or items."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from handbook.fields.base import Control, DefinitionFault, FieldType
from handbook.model.template import Field


class GroupType(FieldType):
    """A table of rows; its value is no text, so `check_rows` takes the place of `check_value`."""

    name: ClassVar[str] = "重复组"
    rule: ClassVar[str] = "一行一项，要几行加几行"
    control: ClassVar[Control] = Control.ROWS
    asks: ClassVar[str] = "rows"

    def check_definition(self, field: Field) -> Iterator[DefinitionFault]:
        """There must be columns, none of them a group, and a number of rows that can be met."""
        yield from super().check_definition(field)
        if not field.fields:
            form = "写成“每行: {姓名: {类型: 人名, 必填: 是}, 数量: {类型: 整数}}”"
            yield DefinitionFault("每行", f"重复组“{field.name}”没有写每行有哪些列", form)
        for column in field.fields:
            if column.type == self.name:
                yield DefinitionFault("每行", f"重复组“{field.name}”里不能再有重复组“{column.name}”", "拆成两个重复组")
        if field.least_rows > field.most_rows:
            message = f"最少 {field.least_rows} 行，最多却是 {field.most_rows} 行"
            yield DefinitionFault("最多几行", message, "把“最多几行”写大")

    def check_rows(self, field: Field, count: int) -> str | None:
        """Why that many rows that are not empty are too few or too many, or None."""
        if count < field.least_rows and (field.required or count):
            return f"“{field.name}”至少填 {field.least_rows} 行，现在有 {count} 行"
        if count > field.most_rows:
            return f"“{field.name}”最多填 {field.most_rows} 行，现在有 {count} 行"
        return None


TYPE = GroupType()
