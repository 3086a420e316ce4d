"""The blanks of a document as Word content controls, told apart by their tag: the field's name."""

from __future__ import annotations

import zlib

from handbook.exporters.docx_styles import PLACEHOLDER
from handbook.exporters.docx_xml import Element, paragraph, run, w, w15
from handbook.fields import Control, FieldType, type_of
from handbook.model.template import Field, Template


class ControlWriter:
    """Makes the controls of one document; their ids are the same in every build and differ from one another.

    No control is bound to data: where the bound store and the text differ, readers show the store (and lose the text).
    """

    def __init__(self, template: Template, *, filled: bool) -> None:
        self._template = template
        self._filled = filled
        self._id = zlib.crc32(template.code.encode()) & 0x3FFF_FFFF  # Word reads a signed 32-bit number

    def is_block(self, name: str) -> bool:
        """True for a field whose value is paragraphs of its own when nothing else stands beside it."""
        return self._type(self._field(name)).control is Control.PARAGRAPHS

    def inline(self, name: str) -> Element:
        """The control of a field among other words."""
        field = self._field(name)
        return self._control(field, self._kind(field), [self._run(field)])

    def block(self, name: str, style: str) -> Element:
        """The control of a field that takes whole paragraphs, one for each line of its value."""
        field = self._field(name)
        value = self._value(field)
        if not value:
            return self._control(field, None, [paragraph(style, self._run(field))])
        lines = (line.strip() for line in value.split("\n"))
        return self._control(field, None, [paragraph(style, run(line)) for line in lines if line])

    def repeat(self, name: str, rows: list[Element]) -> Element:
        """A group of table rows that whoever fills the form may repeat (Word 2013 and later)."""
        item = w("sdt", w("sdtPr", self._next_id(), w15("repeatingSectionItem")), w("sdtContent", *rows))
        head = (w("alias", val=name), w("tag", val=f"{name}[]"), self._next_id(), w("lock", val="sdtLocked"))
        return w("sdt", w("sdtPr", *head, w15("repeatingSection")), w("sdtContent", item))

    def _control(self, field: Field, kind: Element | None, content: list[Element]) -> Element:
        properties = w(
            "sdtPr",
            w("alias", val=field.name),
            w("tag", val=field.name),
            self._next_id(),
            w("lock", val="sdtLocked"),
            None if self._value(field) else w("showingPlcHdr"),
            kind,
        )
        return w("sdt", properties, w("sdtContent", *content))

    def _run(self, field: Field) -> Element:
        value = self._value(field)
        return run(self._type(field).display(value)) if value else run(field.name, PLACEHOLDER)

    def _kind(self, field: Field) -> Element:
        """The element that says what the control takes."""
        control = self._type(field).control
        if control is Control.DATE:
            return self._date(field)
        if control is Control.DROPDOWN:
            items = (w("listItem", displayText=option, value=option) for option in dict.fromkeys(field.options))
            return w("dropDownList", *items)
        return w("text", multiLine=1) if control is Control.PARAGRAPHS else w("text")

    def _date(self, field: Field) -> Element:
        value = self._value(field)
        given: dict[str, str | int] = {"fullDate": f"{value}T00:00:00Z"} if value else {}
        return w(
            "date",
            w("dateFormat", val="yyyy年M月d日"),
            w("lid", val="zh-CN"),
            w("storeMappedDataAs", val="dateTime"),
            w("calendar", val="gregorian"),
            **given,
        )

    def _value(self, field: Field) -> str:
        """What is filled in: the example, when it can stand there; or ``""``."""
        if not self._filled or not field.example or self._type(field).check_example(field):
            return ""
        return field.example

    def _field(self, name: str) -> Field:
        return self._template.field(name) or Field(name, "", self._template.span)

    def _type(self, field: Field) -> FieldType:
        return type_of(field.type)

    def _next_id(self) -> Element:
        self._id += 1
        return w("id", val=self._id)
