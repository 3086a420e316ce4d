"""A Markdown extension: the id of a time limit in a text leads to its row on the page of all limits."""

from __future__ import annotations

import posixpath
from collections.abc import Callable
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

from handbook.model.deadline import MENTION
from handbook.model.handbook import Handbook
from handbook.model.page import Page
from handbook.plugin.words import Pieces, rewrite

Shown = Callable[[], tuple[Page, Handbook] | None]


class LimitExtension(Extension):
    """Links the time limits that a handbook's pages name, where it has a page of them.

    Args:
        shown: the page that is being rendered, and its handbook.
    """

    def __init__(self, shown: Shown) -> None:
        super().__init__()
        self._shown = shown

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 (Python-Markdown's name)
        """Register behind citations (7), terms and marks (6) and before links are resolved (0)."""
        md.treeprocessors.register(_Limits(md, self._shown), "handbook-limits", 5)


class _Limits(Treeprocessor):
    def __init__(self, md: Markdown, shown: Shown) -> None:
        super().__init__(md)
        self._shown = shown

    def run(self, root: Element) -> None:
        """Link what the page names."""
        shown = self._shown()
        register = shown[1].first_of_kind.get("deadlines") if shown else None
        if not shown or register is None:
            return
        page, handbook = shown
        path = "" if page is register else posixpath.relpath(register.src, posixpath.dirname(page.src) or ".")

        def cut(text: str) -> Pieces:
            pieces: list[str | Element] = []
            end = 0
            for match in MENTION.finditer(text):
                deadline = handbook.deadlines.get(match[0])
                if deadline:
                    link = Element("a", {"class": "hb-limit", "href": f"{path}#{deadline.anchor}"})
                    link.text = match[0]
                    pieces += [text[end : match.start()], link]
                    end = match.end()
            return [*pieces, text[end:]]

        rewrite(root, cut)
