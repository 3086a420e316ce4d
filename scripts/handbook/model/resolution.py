"""Where a link leads, worked out from what the handbook holds; no files are touched."""

from __future__ import annotations

import difflib
import enum
import posixpath
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from handbook.model.link import Link, LinkKind
from handbook.model.page import Page

if TYPE_CHECKING:
    from handbook.model.handbook import Handbook

_SAFE_SCHEMES = frozenset({"http", "https", "mailto", "tel"})


class Outcome(enum.Enum):
    """What becomes of a link."""

    FINE = enum.auto()
    EXTERNAL = enum.auto()
    EMPTY = enum.auto()
    UNSAFE_SCHEME = enum.auto()
    MALFORMED = enum.auto()
    BACKSLASH = enum.auto()
    ABSOLUTE = enum.auto()
    OUTSIDE = enum.auto()
    EXCLUDED = enum.auto()
    WRONG_CASE = enum.auto()
    NO_PAGE = enum.auto()
    NO_FILE = enum.auto()
    FOLDER = enum.auto()
    SOURCE_IN_HTML = enum.auto()
    NO_ANCHOR = enum.auto()


@dataclass(frozen=True, slots=True)
class Resolution:
    """Where a link leads.

    Attributes:
        outcome: what becomes of it.
        page: the page that it reaches (src), even when its anchor is missing there.
        suggestion: the nearest target that exists, as the author should write it; or ``""``.
    """

    outcome: Outcome
    page: str | None = None
    suggestion: str = ""


class Resolver:
    """Resolves the links of a handbook."""

    def __init__(self, handbook: Handbook) -> None:
        self._handbook = handbook

    def resolve(self, page: Page, link: Link) -> Resolution:
        """Where a link of a page leads."""
        unusable = self._unusable(link)
        if unusable is not None:
            return Resolution(unusable)
        if link.kind in (LinkKind.HTML, LinkKind.CLICK) and not _is_source(link):
            return self._built(page, link)
        if link.kind is LinkKind.HTML and _is_source(link):
            return self._source_in_html(page, link)
        return self._source(page, link)

    def address(self, page: Page, target: str) -> str:
        """The address, from a built page, of a target that its author wrote as in a Markdown link."""
        link = Link(target, page.span, LinkKind.INLINE)
        found = self.resolve(page, link)
        if not link.path or found.page is None:
            return target
        mark = f"#{link.fragment}" if link.fragment else ""
        return _relative_address(page.url, self._handbook.pages[found.page].url) + mark

    def _unusable(self, link: Link) -> Outcome | None:
        """The outcome of a link whose target needs no look at the handbook, or None."""
        target = link.target.strip()
        if not target:
            return Outcome.EMPTY
        if target == "#":
            return Outcome.FINE if link.kind is LinkKind.HTML else Outcome.EMPTY
        scheme = link.scheme
        if scheme in ("http", "https"):
            return Outcome.EXTERNAL if _has_host(target) else Outcome.MALFORMED
        if "\\" in link.path or (len(scheme) == 1 and scheme.isalpha()):
            return Outcome.BACKSLASH
        if scheme == "//" or _looks_external(target):
            return Outcome.MALFORMED
        if scheme:
            return Outcome.FINE if scheme in _SAFE_SCHEMES and len(target) > len(scheme) + 1 else Outcome.UNSAFE_SCHEME
        return Outcome.ABSOLUTE if target.startswith("/") else None

    def _source(self, page: Page, link: Link) -> Resolution:
        """A link that MkDocs translates: its path is read from the folder of the page's source."""
        if not link.path:
            return self._anchored(page, link)
        joined = posixpath.normpath(posixpath.join(posixpath.dirname(page.src), link.path))
        if joined == ".." or joined.startswith("../"):
            return Resolution(Outcome.OUTSIDE)
        pages, files = self._handbook.pages, self._handbook.files
        if joined in pages and not pages[joined].excluded:
            return self._anchored(pages[joined], link)
        if joined in files:
            return Resolution(Outcome.FINE)
        if joined in self._handbook.excluded or joined in pages:
            return Resolution(Outcome.EXCLUDED)
        twin = self._twins.get(joined.lower())
        if twin:
            return Resolution(Outcome.WRONG_CASE, suggestion=_relative(page.src, twin))
        if not _is_source(link) and self._is_built(page, link):
            return Resolution(Outcome.FINE)
        return self._missing(page, link, joined)

    def _missing(self, page: Page, link: Link, joined: str) -> Resolution:
        known: Collection[str] = self._handbook.pages if _is_source(link) else self._handbook.files
        folder = joined if joined != "." else ""
        index = f"{folder}/index.md".lstrip("/")
        if not posixpath.splitext(joined)[1] and not link.resource:
            if index in self._handbook.pages:
                return Resolution(Outcome.FOLDER, suggestion=_relative(page.src, index))
            known = self._handbook.pages
        near = difflib.get_close_matches(joined, known, 1, 0.75) or _same_name(joined, known)
        outcome = Outcome.NO_PAGE if _is_page_like(joined) and not link.resource else Outcome.NO_FILE
        return Resolution(outcome, suggestion=_relative(page.src, near[0]) if near else "")

    def _built(self, page: Page, link: Link) -> Resolution:
        """A link that goes to the site as it is: its path is read from the address of the built page."""
        if not link.path:
            return self._anchored(page, link)
        joined = self._address(page, link)
        if joined.startswith("../"):
            return Resolution(Outcome.OUTSIDE)
        found = self._at(joined)
        if found is not None:
            target = self._handbook.pages.get(found)
            return self._anchored(target, link) if target else Resolution(Outcome.FINE)
        return Resolution(Outcome.NO_PAGE if _is_page_like(joined) and not link.resource else Outcome.NO_FILE)

    def _source_in_html(self, page: Page, link: Link) -> Resolution:
        """Raw HTML that names a source file: MkDocs leaves it alone, so the reader finds nothing there."""
        found = self._source(page, link)
        if found.outcome in (Outcome.FINE, Outcome.NO_ANCHOR) and found.page is not None:
            target = self._handbook.pages[found.page]
            suggestion = _relative_address(page.url, target.url)
            return Resolution(Outcome.SOURCE_IN_HTML, found.page, suggestion)
        return found

    def _anchored(self, target: Page, link: Link) -> Resolution:
        fragment = link.fragment
        fine = not fragment or fragment == "top" or fragment.startswith("__tabbed_") or fragment in target.anchors
        if fine:
            return Resolution(Outcome.FINE, target.src)
        near = difflib.get_close_matches(fragment or "", target.anchors, 1, 0.5)
        return Resolution(Outcome.NO_ANCHOR, target.src, f"#{near[0]}" if near else "")

    def _address(self, page: Page, link: Link) -> str:
        joined = posixpath.normpath(posixpath.join(posixpath.dirname(page.url), link.path))
        slash = "/" if link.path.endswith(("/", "/.", "/..")) or link.path in (".", "..") else ""
        return "" if joined == "." else joined + slash

    def _is_built(self, page: Page, link: Link) -> bool:
        joined = self._address(page, link)
        return self._at(joined) is not None or joined in self._handbook.theme_files

    def _at(self, address: str) -> str | None:
        """What stands at an address of the built site: a page or file, or ``""`` for a file of the theme."""
        for candidate in (address, f"{address}index.html", f"{address}/", address.removesuffix("index.html")):
            if candidate in self._handbook.by_url:
                return self._handbook.by_url[candidate]
        return "" if address in self._handbook.theme_files else None

    @cached_property
    def _twins(self) -> Mapping[str, str]:
        """Path in lower case → path, of all that the site will hold."""
        names = [page.src for page in self._handbook.published]
        return {name.lower(): name for name in (*names, *self._handbook.files)}


def _has_host(target: str) -> bool:
    host = target.partition("://")[2].partition("/")[0].partition("?")[0]
    return bool(host) and " " not in target and not host.startswith((".", ":"))


def _looks_external(target: str) -> bool:
    """True for what was meant to be an address of another host: ``www.…``, ``http//…``, ``http：//…``."""
    lower = target.lower()
    return lower.startswith(
        ("www.", "http：", "https：", "http//", "https//", "http;", "https;", "htp:", "htpp:", "ttp:")
    )


def _is_source(link: Link) -> bool:
    return link.path.lower().endswith((".md", ".markdown"))


def _is_page_like(path: str) -> bool:
    return posixpath.splitext(path)[1].lower() in ("", ".md", ".markdown", ".html", ".htm")


def _same_name(path: str, known: Collection[str]) -> list[str]:
    """The one known path that ends with the same file name, if there is just one."""
    name = posixpath.basename(path)
    found = [candidate for candidate in known if posixpath.basename(candidate) == name]
    return found if len(found) == 1 else []


def _relative(src: str, target: str) -> str:
    return posixpath.relpath(target, posixpath.dirname(src) or ".")


def _relative_address(url: str, target: str) -> str:
    slash = "/" if target.endswith("/") else ""
    return posixpath.relpath(target or ".", posixpath.dirname(url) or ".") + slash
