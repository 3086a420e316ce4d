"""One XML part of a document, read as a stream that several readers watch, each for one thing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from handbook.sources.attachments.findings import Found
from handbook.sources.attachments.xml import RefusedXmlError, parse

FALSE = frozenset({"0", "false", "off"})


@dataclass(frozen=True, slots=True)
class Part:
    """What is known of a part before it is read.

    Attributes:
        name: within the package, in small letters; whoever packed it chose it.
        family: docx, xlsx or pptx, or "open" for ODF and OFD.
        root: the outermost element, which programs go by.
    """

    name: str
    family: str
    root: str

    @property
    def is_sheet(self) -> bool:
        """Whether cells stand in it."""
        return self.family == "xlsx" and self.root == "worksheet"

    @property
    def is_properties(self) -> bool:
        """Whether it holds the properties of the document."""
        return self.root in {"coreProperties", "Properties", "document-meta"} or self.name.startswith("docprops/")


class Reader:
    """Watches a part for one thing; names come without prefix and namespace."""

    def __init__(self, found: Found) -> None:
        self.found = found

    def start(self, element: str, attributes: Mapping[str, str]) -> None:
        """An element begins."""

    def words(self, element: str, text: str) -> None:
        """Characters within an element."""

    def end(self, element: str) -> None:
        """An element ends."""

    def finish(self) -> None:
        """The part ends: whatever is only whole now is handed over."""


MAX_ELEMENTS = 500_000
"""Of all parts of a document together."""


def read_part(name: str, content: bytes, readers: Iterable[Reader], found: Found, most: int = MAX_ELEMENTS) -> int:
    """Let readers watch a part; how many elements of it were read."""
    watching = tuple(readers)
    starts = [reader.start for reader in watching if type(reader).start is not Reader.start]
    hears = [reader.words for reader in watching if type(reader).words is not Reader.words]
    ends = [reader.end for reader in watching if type(reader).end is not Reader.end]
    opened: list[str] = []
    count = 0

    def start(element: str, attributes: Mapping[str, str]) -> None:
        nonlocal count
        count += 1
        opened.append(element)
        for begin in starts:
            begin(element, attributes)

    def words(text: str) -> None:
        for hear in hears:
            hear(opened[-1] if opened else "", text)

    def end(element: str) -> None:
        for leave in ends:
            leave(element)
        opened.pop()

    try:
        parse(content, start=start, end=end, words=words, most=most)
    except RefusedXmlError as refused:
        (found.danger if refused.is_dangerous else found.broken)(f"“{name}”{refused.reason}")
    for reader in watching:
        reader.finish()
    return count


def is_on(attributes: Mapping[str, str], key: str = "val") -> bool:
    """Whether a switch is on; one without a value is."""
    return attributes.get(key, "1").lower() not in FALSE
