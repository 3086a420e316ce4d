"""The blanks of a document as Word content controls, told apart by their tag: the field's name."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from handbook.exporters.docx_styles import CHECKBOX, CHECKBOX_FONT, PLACEHOLDER
from handbook.exporters.docx_xml import Element, paragraph, run, w, w14, w15
from handbook.fields import Control, FieldType, type_of
from handbook.fields.choices import SEPARATOR, tag_of
from handbook.fields.logic import sample
from handbook.model.template import Field, Template
from handbook.model.wording import CHECKED, UNCHECKED

_GAP = "\u3000"


class ControlWriter:
    """Makes the controls of one document; their ids are the same in every build and differ from one another.

    No control is bound to data: where the bound store and the text differ, readers show the store (and lose the text).
    """

    def __init__(self, template: Template, *, filled: bool) -> None:
        self._template = template
        self._filled = filled
        self._row: Mapping[str, str] = {}
        self._id = zlib.crc32(template.code.encode()) & 0x3FFF_FFFF  # Word reads a signed 32-bit number

    def is_block(self, name: str) -> bool:
        """True for a field whose value is paragraphs of its own when nothing else stands beside it."""
        return self._type(self._field(name)).control is Control.PARAGRAPHS

    def inline(self, name: str) -> list[Element]:
        """The control of a field among other words; of a 多选 a check box and its word for each option."""
        field = self._field(name)
        if self._type(field).control is Control.CHECKBOXES:
            chosen = self._value(field).split(SEPARATOR)
            return [made for option in field.options for made in self._checkbox(field, option, option in chosen)]
        return [self._control(field, self._kind(field), [self._run(field)])]

    def block(self, name: str, style: str) -> Element:
        """The control of a field that takes whole paragraphs, one for each line of its value."""
        field = self._field(name)
        value = self._value(field)
        if not value:
            return self._control(field, None, [paragraph(style, self._run(field))])
        lines = (line.strip() for line in value.split("\n"))
        return self._control(field, None, [paragraph(style, run(line)) for line in lines if line])

    def repeat(self, name: str, rows: Callable[[], list[Element]]) -> Element:
        """A group whose rows whoever fills the form may repeat (Word 2013 and later).

        Args:
            name: the group.
            rows: makes the table rows of one item.
        """
        items = [self._item(example, rows) for example in self._examples(name)]
        head = (w("alias", val=name), w("tag", val=f"{name}[]"), self._next_id(), w("lock", val="sdtLocked"))
        return w("sdt", w("sdtPr", *head, w15("repeatingSection")), w("sdtContent", *items))

    def _examples(self, name: str) -> Sequence[Mapping[str, str]]:
        """What the items of a group hold: its example rows, or as many empty ones as it must have."""
        group = self._template.field(name)
        if group is None:
            return [{}]
        examples = [dict(row) for row in group.example_rows] if self._filled else []
        return examples or [{}] * group.least_rows

    def _item(self, example: Mapping[str, str], rows: Callable[[], list[Element]]) -> Element:
        self._row = example
        properties = w("sdtPr", self._next_id(), w15("repeatingSectionItem"))
        made = w("sdt", properties, w("sdtContent", *rows()))
        self._row = {}
        return made

    def _checkbox(self, field: Field, option: str, is_chosen: bool) -> list[Element]:  # noqa: FBT001
        box = w14(
            "checkbox",
            w14("checked", val=int(is_chosen)),
            w14("checkedState", val="2611", font=CHECKBOX_FONT),
            w14("uncheckedState", val="2610", font=CHECKBOX_FONT),
        )
        tag = tag_of(field.name, option)
        properties = w(
            "sdtPr", w("alias", val=tag), w("tag", val=tag), self._next_id(), w("lock", val="sdtLocked"), box
        )
        mark = run(CHECKED if is_chosen else UNCHECKED, CHECKBOX)
        gap = "" if option == field.options[-1] else _GAP
        return [w("sdt", properties, w("sdtContent", mark)), run(option + gap)]

    def _control(self, field: Field, kind: Element | None, content: list[Element]) -> Element:
        properties = w(
            "sdtPr",
            w("alias", val=field.name),
            w("tag", val=field.name),
            self._next_id(),
            w("lock", val="sdtLocked"),
            None if self._value(field) or self._is_blank(field) else w("showingPlcHdr"),
            kind,
        )
        return w("sdt", properties, w("sdtContent", *content))

    def _run(self, field: Field) -> Element:
        value = self._value(field)
        if self._is_blank(field):
            return run(_GAP)
        return run(self._type(field).display(value)) if value else run(field.name.rpartition(".")[2], PLACEHOLDER)

    def _is_blank(self, field: Field) -> bool:
        """True for what is left empty on purpose: printed, it must not show the name of its field."""
        return self._filled and field.left_blank and not self._value(field)

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
        """What is filled in, or ``""``."""
        return sample(self._template, field) if self._filled else ""

    def _field(self, name: str) -> Field:
        """The field of a blank; the column of a group goes by its address, and its example is that of the row."""
        found = self._template.field_at(name)
        if found is not None and found.name != name:
            found = replace(found, name=name, example=self._row.get(found.name, ""))
        return found or Field(name, "", self._template.span)

    def _type(self, field: Field) -> FieldType:
        return type_of(field.type)

    def _next_id(self) -> Element:
        self._id += 1
        return w("id", val=self._id)
