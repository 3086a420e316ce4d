"""What one file of the site refers to and what else a check asks about it."""

from __future__ import annotations

import enum
from dataclasses import dataclass, replace
from typing import NamedTuple
from urllib.parse import unquote


class Kind(enum.StrEnum):
    """What a file is read as."""

    PAGE = "page"
    FRAME = "frame"
    DRAWING = "drawing"
    STYLE = "style"
    SCRIPT = "script"
    LOCATIONS = "locations"


class Use(enum.StrEnum):
    """When a browser follows a reference."""

    LINK = "link"
    """When the reader clicks it."""
    LOAD = "load"
    """As soon as the page opens."""
    CONNECT = "connect"
    """As soon as the page opens, but no more than the host is asked for."""
    REDIRECT = "redirect"
    """Instead of showing the page."""
    SEND = "send"
    """When a form is sent, or a link reports that it was clicked."""
    LOCATION = "location"
    """Never: the sitemap or the search index says that a page is there."""


class Mark(NamedTuple):
    """Something found in a file, quoted, and where; line and column count from 1."""

    text: str
    line: int
    column: int


class Reference(NamedTuple):
    """A reference of a file to something else; a plain tuple, because a site has hundreds of thousands.

    Attributes:
        url: as written, character references decoded.
        element, attribute: where it is written; `css` and `url()` in a style sheet.
    """

    url: str
    use: Use
    element: str
    attribute: str
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Document:
    """A file of the site that was read.

    Attributes:
        path: relative to the site, with `/`.
        anchors: every id and every `name` of an `a`.
        duplicates: ids that stand there already.
        scripts: beginnings of inline scripts.
        handlers: attributes like `onclick`.
        bases: addresses of `<base>`.
        elements, attributes: those that are not on the list of what a page may hold.
        sources: addresses of scripts that the theme does not ship, and types of data that no page needs.
        leftovers: Markdown links that readers see as text.
        canonical: the address that the page gives as its own.
    """

    path: str
    kind: Kind
    references: tuple[Reference, ...] = ()
    anchors: frozenset[str] = frozenset()
    duplicates: tuple[Mark, ...] = ()
    scripts: tuple[Mark, ...] = ()
    handlers: tuple[Mark, ...] = ()
    bases: tuple[Mark, ...] = ()
    leftovers: tuple[Mark, ...] = ()
    elements: tuple[Mark, ...] = ()
    attributes: tuple[Mark, ...] = ()
    sources: tuple[Mark, ...] = ()
    title: str = ""
    language: str = ""
    canonical: str = ""

    def without_references(self) -> Document:
        """The same document when its references have been looked at."""
        return replace(self, references=())

    def has_anchor(self, fragment: str) -> bool:
        """Whether a browser finds that fragment in the page; other kinds of files are not asked."""
        if self.kind not in {Kind.PAGE, Kind.DRAWING}:
            return True
        return fragment in self.anchors or unquote(fragment) in self.anchors
