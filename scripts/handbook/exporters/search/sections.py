"""The words of a finished page, cut at its headings: what a search result can lead to."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from lxml import etree

_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_ENTRIES = frozenset({"dt", "tr", "td", "th"})  # with an id they are entries of a register, which an address can name
_SKIPPED = frozenset({"script", "style", "svg", "template", "button", "select", "textarea", "noscript"})
_VOID = frozenset(
    {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
)
_INLINE = frozenset(
    {"a", "abbr", "b", "bdi", "cite", "code", "del", "dfn", "em", "i", "ins", "kbd", "mark", "q", "s", "small"}
    | {"span", "strong", "sub", "sup", "time", "u", "var", "wbr", "img", "input", "label"}
)
_CELLS = frozenset({"td", "th"})
_NAMING_CELLS = 2
_HIDDEN_CLASSES = frozenset(
    {"headerlink", "hb-jump"}
)  # the latter lists the steps and tasks, which are found themselves
_BLANKS = re.compile(r"[ \t\r\f\v\u00a0]+")
_BREAKS = re.compile(r"\s*\n\s*")


@dataclass(slots=True)
class Section:
    """A heading with what stands below it, up to the next one.

    Attributes:
        anchor: the id of the heading; ``""`` for what stands above the first one.
        level: 1 to 6; 0 above the first heading, 7 for an entry of a list or table.
        heading: its words.
        text: the words below it, a line for each block.
    """

    anchor: str
    level: int
    heading: str = ""
    text: str = ""


def sections(html: str) -> list[Section]:
    """The sections of the content of a page; what is marked `data-search-exclude` is left out."""
    target = _Target()
    parser = etree.HTMLParser(target=target)  # type: ignore[arg-type] # the stubs ask for bytes, too
    parser.feed(f"<body>{html}</body>")
    parser.close()
    return target.finished()


@dataclass(slots=True)
class _Target:
    """What the parser tells of a page as it reads it."""

    found: list[Section] = field(default_factory=lambda: [Section("", 0)])
    words: list[str] = field(default_factory=list)
    skipped: int = 0  # how deep inside of something that is left out
    heading: str = ""  # the tag of the heading or entry that is being read
    cells: int = 0  # how many cells of the row have been read

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        if self.skipped:
            self.skipped += tag not in _VOID
        elif tag in _SKIPPED or "data-search-exclude" in attributes or self._is_hidden(attributes):
            self.skipped = tag not in _VOID
        elif tag in _HEADINGS or (tag in _ENTRIES and "id" in attributes):
            self._flush()
            level = int(tag[1]) if tag in _HEADINGS else 7
            self.found.append(Section(attributes.get("id", ""), level))
            self.heading = "tr" if tag in _CELLS else tag
            self.cells = 0
        elif tag in _CELLS:
            self.words.append("\u3000")
        elif tag not in _INLINE:
            self.words.append("\n")

    def end(self, tag: str) -> None:
        if self.skipped:
            self.skipped -= tag not in _VOID
        elif tag == self.heading or self._names_the_row(tag):
            self.found[-1].heading = self._taken().replace("\n", " ").replace("\u3000", " ")
            self.heading = ""
        elif tag not in _INLINE and tag not in _CELLS:
            self.words.append("\n")

    def data(self, data: str) -> None:
        if not self.skipped:
            self.words.append(data.replace("\n", " "))

    def close(self) -> None:
        self._flush()

    def finished(self) -> list[Section]:
        """The sections that say something."""
        return [section for section in self.found if section.heading or section.text]

    def _names_the_row(self, tag: str) -> bool:
        """True at the end of the second cell of a row: an id and what it is about."""
        self.cells += tag in _CELLS
        return self.heading == "tr" and self.cells == _NAMING_CELLS

    def _is_hidden(self, attributes: Mapping[str, str]) -> bool:
        return not _HIDDEN_CLASSES.isdisjoint(attributes.get("class", "").split())

    def _flush(self) -> None:
        section = self.found[-1]
        text = self._taken()
        section.text = f"{section.text}\n{text}" if section.text and text else section.text or text
        self.heading = ""

    def _taken(self) -> str:
        text = _BREAKS.sub("\n", _BLANKS.sub(" ", "".join(self.words))).strip()
        self.words.clear()
        return text
