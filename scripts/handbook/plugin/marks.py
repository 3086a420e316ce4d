"""A Markdown extension: the marks 〔待核〕〔做法〕〔转引〕〔德州〕 are shown as badges that tell what they mean."""

from __future__ import annotations

import posixpath
from xml.etree.ElementTree import Element

from handbook.model.handbook import Handbook
from handbook.model.page import Page
from handbook.plugin.extension import PageExtension
from handbook.plugin.words import note_list, rewrite
from handbook.renderers.marks import MARK, MARKS

PREFIX = "mark"


class MarkExtension(PageExtension):
    """Shows the marks of a page, where the handbook has one of what is unconfirmed; behind the terms, whose notes stay."""

    name = "marks"
    priority = 5.5

    def change(self, root: Element, page: Page, handbook: Handbook) -> None:
        """Show the marks of the page."""
        pending = handbook.first_of_kind.get("pending")
        if not pending:
            return
        found = _Found(page, pending)
        rewrite(root, found.cut)
        if found.marks:
            root.append(note_list(PREFIX, (MARKS[mark].note for mark in found.marks)))


class _Found:
    """The marks that a page has used so far."""

    def __init__(self, page: Page, pending: Page) -> None:
        self.marks: list[str] = []
        self._address = posixpath.relpath(pending.src, posixpath.dirname(page.src) or ".")
        self._anchors = pending.anchors

    def cut(self, text: str) -> list[str | Element]:
        """A text, cut at its marks."""
        pieces: list[str | Element] = []
        end = 0
        for match in MARK.finditer(text):
            mark = match["mark"] or match["plain"]
            start, stop = match.span() if match["mark"] else match.span("plain")
            pieces += [text[end:start], self._badge(mark, text[start:stop])]
            end = stop
        return [*pieces, text[end:]]

    def _badge(self, mark: str, words: str) -> Element:
        if mark not in self.marks:
            self.marks.append(mark)
        name, described = MARKS[mark].name, f"{PREFIX}-{self.marks.index(mark) + 1}"
        href = f"{self._address}#{name}" if name in self._anchors else self._address
        short = " hb-mark--short" if len(words) <= len("〔待核〕") else ""  # stays on one line
        badge = Element("a", {"class": f"hb-mark hb-mark--{name}{short}", "href": href, "aria-describedby": described})
        badge.text = words
        return badge
