"""What every field type has: a definition check, a value check, a way to show a value, a Word control."""

from __future__ import annotations

import enum
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from handbook.model.template import Field


class Control(enum.Enum):
    """The kind of Word content control that takes a value."""

    TEXT = "text"
    PARAGRAPHS = "paragraphs"
    DATE = "date"
    DROPDOWN = "dropdown"


@dataclass(frozen=True, slots=True)
class DefinitionFault:
    """What is wrong with a field's definition: the key that is to blame, the message and the hint."""

    key: str
    message: str
    hint: str


class FieldType:
    """A type of field.

    A subclass names itself and overrides what is special about it; values never contain line breaks at their ends.

    Attributes:
        name: what authors write under 类型.
        rule: what a value looks like, in words for whoever fills it in.
        control: the Word control.
        measured: whether 最多字数 makes sense.
        limit: most characters that a value may have when 最多字数 says nothing.
    """

    name: ClassVar[str]
    rule: ClassVar[str]
    control: ClassVar[Control] = Control.TEXT
    measured: ClassVar[bool] = False
    limit: ClassVar[int] = 200

    def check_definition(self, field: Field) -> Iterator[DefinitionFault]:
        """What is wrong with a definition of this type, its example aside."""
        if field.options and self.control is not Control.DROPDOWN:
            yield DefinitionFault("选项", f"类型“{self.name}”没有选项", "删去“选项”，或者把类型改成“单选”")
        if field.max_length is not None and not self.measured:
            yield DefinitionFault("最多字数", f"类型“{self.name}”不限字数", "删去“最多字数”")

    def check_value(self, field: Field, value: str) -> str | None:
        """Why a value that is not empty cannot stand in the field, in Chinese, or None."""
        limit = field.max_length or self.limit
        if len(value) > limit:
            return f"“{_short(value)}”有 {len(value)} 个字，最多 {limit} 个"
        return self._refuse(field, value)

    def check_example(self, field: Field) -> str | None:
        """Why the example cannot be shown to everybody as an example of the type, or None."""
        return self.check_value(field, field.example)

    def display(self, value: str) -> str:
        """The value as it is printed."""
        return value

    def _refuse(self, field: Field, value: str) -> str | None:
        """Why a value of fitting length is none of this type, or None."""
        del field, value
        return None


def _short(value: str) -> str:
    return value if len(value) <= 12 else value[:12] + "……"
