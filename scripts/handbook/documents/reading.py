"""A Word document → the values of its content controls, found by their tags, and its fixed wording."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from handbook.documents.package import Element, Package, W

_W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_BREAKS = {f"{W}br": "\n", f"{W}cr": "\n", f"{W}tab": "\t", f"{W}noBreakHyphen": "-"}
_TEXTS = frozenset({f"{W}t", *_BREAKS})
_ON = frozenset({"1", "true", "on"})
_SIGNATURE = re.compile(r"签名：|年月日$")


@dataclass(frozen=True, slots=True)
class Control:
    """A content control.

    Attributes:
        tag: the field, ``组.列`` for the column of a group, ``字段=选项`` for a check box.
        text: what it shows.
        is_placeholder: whether Word takes that for a placeholder.
        day: the day that a date control keeps beside its text, or ``""``.
        is_checked: whether a check box is checked; None for other controls.
        paragraph: the number of the paragraph in which it begins.
    """

    tag: str
    text: str
    is_placeholder: bool
    day: str
    is_checked: bool | None
    paragraph: int


@dataclass(slots=True)
class Content:
    """What a document holds: controls outside of groups, the rows of the groups, and the words around all of them."""

    controls: list[Control] = field(default_factory=list)
    rows: dict[str, list[list[Control]]] = field(default_factory=dict)
    wording: list[str] = field(default_factory=list)


def read_content(package: Package) -> Content:
    """The content of a document."""
    reader = _Reader()
    reader.walk(package.body)
    reader.finish()
    return reader.content


class _Reader:
    """Goes through the body once, with a stack of its own: a hostile file may be nested deeply."""

    def __init__(self) -> None:
        self.content = Content()
        self._line = ""
        self._paragraph = 0

    def walk(self, body: Element) -> None:
        stack = [body]
        while stack:
            element = stack.pop()
            if element.tag == f"{W}sdt" and self._control(element):
                continue
            if element.tag == f"{W}p":
                self.finish()
                self._paragraph += 1
            elif element.tag in _TEXTS:
                self._line += _BREAKS.get(str(element.tag), element.text or "")
            stack.extend(child for child in reversed(element) if child.tag != f"{W}sdtPr")

    def finish(self) -> None:
        """Close the line of fixed words; what is signed by hand is none of them."""
        words = "".join(self._line.split())
        if words and not _SIGNATURE.search(words):
            self.content.wording.append(words)
        self._line = ""

    def _control(self, element: Element) -> bool:
        """Keep a control of ours; False for one without a tag, whose inside is looked at instead."""
        tag = _property(element, "tag")
        if not tag:
            return False
        if tag.endswith("[]"):
            self.finish()
            self.content.rows.setdefault(tag[:-2], []).extend(_rows(element, self._paragraph))
        else:
            if element.getparent() is not None and element.find(f"{W}sdtContent/{W}p") is not None:
                self.finish()
            self.content.controls.append(_read(element, tag, self._paragraph))
            self._line += f"{{{{{tag.partition('=')[0]}}}}}" if "=" not in tag else ""
        self._paragraph += sum(1 for _ in element.iter(f"{W}p"))
        return True


def _read(element: Element, tag: str, paragraph: int) -> Control:
    properties = element.find(f"{W}sdtPr")
    date = None if properties is None else properties.find(f"{W}date")
    text = _text(element)
    return Control(
        tag=tag,
        text=text,
        is_placeholder=properties is not None and properties.find(f"{W}showingPlcHdr") is not None,
        day="" if date is None else date.get(f"{W}fullDate", "")[:10],
        is_checked=_checked(properties, text) if "=" in tag else None,
        paragraph=max(1, paragraph),
    )


def _rows(group: Element, paragraph: int) -> Iterator[list[Control]]:
    """The rows of a group: a new one begins where a column comes again, whatever became of the items themselves."""
    row: list[Control] = []
    for element in group.iter(f"{W}sdt"):
        tag = _property(element, "tag")
        if "." not in tag:
            continue
        if any(control.tag == tag for control in row):
            yield row
            row = []
        row.append(_read(element, tag, paragraph))
    if row:
        yield row


def _text(element: Element) -> str:
    """The words of a control, its paragraphs on lines of their own."""
    lines = [""]
    for part in element.iter(f"{W}p", *_TEXTS):
        if part.tag == f"{W}p":
            lines.append("")
        else:
            lines[-1] += _BREAKS.get(str(part.tag), part.text or "")
    return "\n".join(lines).strip("\n")


def _checked(properties: Element | None, text: str) -> bool:
    state = None if properties is None else properties.find(f"{_W14}checkbox/{_W14}checked")
    return text.strip() in "☑☒" and bool(text.strip()) if state is None else state.get(f"{_W14}val", "") in _ON


def _property(element: Element, name: str) -> str:
    found = element.find(f"{W}sdtPr/{W}{name}")
    return "" if found is None else found.get(f"{W}val", "")
