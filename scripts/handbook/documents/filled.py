"""A filled document beside the template that it was made from."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from handbook.diagnostics import Finding, Span
from handbook.documents.files import Source
from handbook.documents.package import read_package
from handbook.documents.reading import Content, Control, read_content
from handbook.documents.unzipping import Refused
from handbook.fields import Control as Kind
from handbook.fields import type_of
from handbook.fields.choices import SEPARATOR
from handbook.model.handbook import Handbook
from handbook.model.template import Field, Template

# The custom properties by which a document is recognised (exporters/docx_package.py writes them).
CODE, VERSION, FINGERPRINT = "文书编号", "文书版本", "字段指纹"

Blank = Callable[[Template], bytes]


@dataclass(frozen=True)
class Filled:
    """A document that was handed in.

    Attributes:
        fault: why it could not be read, or ``""``; then there is no content.
        template: the template of its code, or None when there is none.
        blank: the wording of the blank document of today, or () when that is of no use.
        handbook: the registers of today, for what a value names.
    """

    source: Source
    fault: str = ""
    content: Content = field(default_factory=Content)
    code: str = ""
    version: str = ""
    fingerprint: str = ""
    template: Template | None = None
    blank: tuple[str, ...] = ()
    handbook: Handbook | None = field(default=None, repr=False)

    @property
    def is_current(self) -> bool:
        """True for a document of the version of today, with its fields."""
        current = self.template
        return current is not None and (self.version, self.fingerprint) == (current.version, current.fingerprint)

    @cached_property
    def values(self) -> Mapping[str, tuple[str, Control]]:
        """Field → its stored value, ``""`` when empty, and the control that shows it; the first one that is filled."""
        found: dict[str, tuple[str, Control]] = {}
        for control in self.content.controls:
            one = self.field_of(control.tag)
            if one is None or control.is_checked is not None:
                continue
            value = value_of(one, control)
            if not found.get(one.name, ("",))[0]:
                found[one.name] = (value, control)
        for one in self.template.fields if self.template else ():
            boxes = [control for control in self.content.controls if control.tag.partition("=")[0] == one.name]
            if type_of(one.type).control is Kind.CHECKBOXES and boxes:
                chosen = [box.tag.partition("=")[2] for box in boxes if box.is_checked]
                found[one.name] = (SEPARATOR.join(dict.fromkeys(chosen)), boxes[0])
        return found

    @property
    def facts(self) -> Mapping[str, str]:
        """Field → stored value."""
        return {name: value for name, (value, _) in self.values.items()}

    def rows(self, group: Field) -> list[list[tuple[Field, str, Control]]]:
        """The rows of a group that are not empty: column, stored value, control."""
        columns = {f"{group.name}.{column.name}": column for column in group.fields}
        rows = [
            [(columns[c.tag], value_of(columns[c.tag], c), c) for c in row if c.tag in columns]
            for row in self.content.rows.get(group.name, ())
        ]
        return [row for row in rows if any(value for _, value, _ in row)]

    def field_of(self, tag: str) -> Field | None:
        """The field of a control that is no column of a group."""
        return None if self.template is None else self.template.field(tag.partition("=")[0])

    def finding(self, control: Control | None, message: str, hint: str = "") -> Finding:
        """A finding; its line is the paragraph of the control."""
        return Finding(Span(self.source.path, control.paragraph if control else 1), message, hint)


def value_of(field: Field, control: Control) -> str:
    """The stored value that a control shows; what still shows the name of its field is empty."""
    text = control.text.strip()
    if control.is_placeholder or text == control.tag.rpartition(".")[2]:
        return ""
    return type_of(field.type).normalise(text)


def read(source: Source, handbook: Handbook, blank: Blank) -> Filled:
    """A document.

    Args:
        source: the file.
        handbook: the templates of today.
        blank: makes the blank document of a template.
    """
    if source.content is None:
        return Filled(source, fault=source.fault)
    try:
        package = read_package(source.content)
        content = read_content(package)
    except Refused as refusal:
        return Filled(source, fault=refusal.reason)
    code = package.properties.get(CODE, "")
    template = handbook.templates.get(code)
    filled = Filled(
        source,
        content=content,
        code=code,
        version=package.properties.get(VERSION, ""),
        fingerprint=package.properties.get(FINGERPRINT, ""),
        template=template,
        handbook=handbook,
    )
    if template is None or not filled.is_current:
        return filled
    words = tuple(read_content(read_package(blank(template))).wording)
    return replace(filled, blank=words)


def of_known(documents: tuple[Filled, ...]) -> Iterator[tuple[Filled, Template]]:
    """The documents whose template is known."""
    for document in documents:
        if document.template is not None:
            yield document, document.template
