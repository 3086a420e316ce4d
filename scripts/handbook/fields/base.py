"""What every field type has: a definition check, a value check, a way to show a value, a Word control."""

from __future__ import annotations

import enum
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from handbook.model.template import Field

# XML 1.0 has no place for these; pasting from Word, PDF and chats brings them.
_UNPRINTABLE = dict.fromkeys([*range(0x09), 0x0B, 0x0C, *range(0x0E, 0x20), *range(0xD800, 0xE000), 0xFFFE, 0xFFFF])
_HALF_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_BLANKS = " \t\u3000\u00a0"


class Control(enum.Enum):
    """The kind of Word content control that takes a value."""

    TEXT = "text"
    PARAGRAPHS = "paragraphs"
    DATE = "date"
    DROPDOWN = "dropdown"
    CHECKBOXES = "checkboxes"
    ROWS = "rows"


@dataclass(frozen=True, slots=True)
class Input:
    """How a form asks for a value.

    Attributes:
        kind: ``text``, ``textarea``, ``select``, ``checkboxes``, ``rows``, or the type of an HTML input
            (``date``, ``time``, ``datetime-local``, ``tel``).
        attributes: of the HTML element, in order; never ``pattern``, whose errors speak the browser's language.
        options: what a ``select`` or ``checkboxes`` offers.
    """

    kind: str
    attributes: tuple[tuple[str, str], ...] = ()
    options: tuple[str, ...] = ()


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
        pattern: the form of a value as a regular expression that Python and JavaScript read alike, or ``""``; a value
            that fits may still be refused.
        asks: the `Input.kind` of a form.
        keyboard: the ``inputmode`` of a form, or ``""``.
    """

    name: ClassVar[str]
    rule: ClassVar[str]
    control: ClassVar[Control] = Control.TEXT
    measured: ClassVar[bool] = False
    limit: ClassVar[int] = 200
    pattern: ClassVar[str] = ""
    asks: ClassVar[str] = "text"
    keyboard: ClassVar[str] = ""

    def check_definition(self, field: Field) -> Iterator[DefinitionFault]:
        """What is wrong with a definition of this type, its example aside."""
        if field.options and self.control not in (Control.DROPDOWN, Control.CHECKBOXES):
            yield DefinitionFault("选项", f"类型“{self.name}”没有选项", "删去“选项”，或者把类型改成“单选”")
        if self.control is not Control.ROWS and (field.fields or field.example_rows):
            key = "每行" if field.fields else "示例"
            yield DefinitionFault(key, f"类型“{self.name}”没有“每行”", "把类型改成“重复组”，或者删去")
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

    def normalise(self, value: str) -> str:
        """What was typed, pasted or printed as the value it means; what means nothing stays as it is."""
        return tidy(value)

    def input(self, field: Field) -> Input:
        """How a form asks for the value."""
        attributes = {"inputmode": self.keyboard} if self.keyboard else {}
        if self.asks in ("text", "textarea", "tel"):
            attributes["maxlength"] = str(field.max_length or self.limit)
        return Input(self.asks, tuple(attributes.items()), field.options)

    def _refuse(self, field: Field, value: str) -> str | None:
        """Why a value of fitting length is none of this type, or None."""
        del field, value
        return None


def tidy(value: str) -> str:
    """The value without what XML cannot hold and without white space at its ends and the ends of its lines."""
    printable = value.replace("\r\n", "\n").replace("\r", "\n").translate(_UNPRINTABLE)
    return "\n".join(line.rstrip(_BLANKS) for line in printable.split("\n")).strip(f"{_BLANKS}\n")


def half_width(value: str) -> str:
    """The value with digits, letters and signs of full width made half, and without any white space."""
    return "".join(tidy(value).translate(_HALF_WIDTH).split())


def _short(value: str) -> str:
    return value if len(value) <= 12 else value[:12] + "……"
