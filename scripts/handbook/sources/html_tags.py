"""Raw HTML inside Markdown: the links and ids of its tags, and where a block of it ends."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

# Attributes whose value is an address, and whether the browser loads it with the page.
_ADDRESSES = {
    ("a", "href"): False,
    ("area", "href"): False,
    ("form", "action"): False,
    ("iframe", "src"): True,
    ("img", "src"): True,
    ("script", "src"): True,
    ("source", "src"): True,
    ("video", "src"): True,
    ("video", "poster"): True,
    ("audio", "src"): True,
    ("embed", "src"): True,
    ("object", "data"): True,
    ("track", "src"): True,
    ("link", "href"): True,
    ("image", "xlink:href"): True,
}
_VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())


@dataclass(frozen=True, slots=True)
class Tag:
    """An opening tag at a line (from 0) and column (from 0) of the text it was read from."""

    name: str
    attributes: dict[str, str]
    line: int
    column: int

    def addresses(self) -> Iterator[tuple[str, bool]]:
        """The addresses in its attributes, each with whether the browser loads it with the page."""
        for (name, attribute), loaded in _ADDRESSES.items():
            if name == self.name and attribute in self.attributes:
                yield self.attributes[attribute], loaded
        for candidate in self.attributes.get("srcset", "").split(","):
            if candidate.strip():
                yield candidate.split()[0], True

    def ids(self) -> Iterator[str]:
        """The anchors that it sets: its `id`, and the `name` of an `a`."""
        if self.attributes.get("id"):
            yield self.attributes["id"]
        if self.name == "a" and self.attributes.get("name"):
            yield self.attributes["name"]


@dataclass
class _TagReader(HTMLParser):
    tags: list[Tag] = field(default_factory=list)
    open: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        line, column = self.getpos()
        self.tags.append(Tag(tag, {name: value or "" for name, value in attrs}, line - 1, column))
        if tag not in _VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in _VOID:
            self.open.pop()

    def parse_marked_section(self, i: int, report: int = 1) -> int:  # noqa: ARG002 (the library calls it)
        """Go behind `<![…>`, in which the library knows only some words and fails at others."""
        return self.rawdata.find(">", i) + 1 or -1

    def handle_endtag(self, tag: str) -> None:
        if tag in self.open:
            while self.open.pop() != tag:
                pass


def read_tags(html: str) -> tuple[Tag, ...]:
    """The opening tags of a piece of HTML, in order."""
    reader = _TagReader()
    reader.feed(html)
    reader.close()
    return tuple(reader.tags)


def block_length(lines: Iterator[str]) -> tuple[int, Tag | None]:
    """How many of the lines the block of HTML takes that begins on the first, and its first tag.

    Python-Markdown reads a block element up to its closing tag, blank lines included; a block that is never
    closed takes all lines.
    """
    reader = _TagReader()
    count = 0
    for line in lines:
        count += 1
        reader.feed(line + "\n")
        if reader.tags and not reader.open and not reader.rawdata.strip():
            break
    return count, reader.tags[0] if reader.tags else None
