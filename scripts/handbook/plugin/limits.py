"""A Markdown extension: the id of a time limit in a text leads to its row on the page of all limits."""

from __future__ import annotations

import posixpath
from xml.etree.ElementTree import Element

from handbook.model.deadline import MENTION
from handbook.model.handbook import Handbook
from handbook.model.page import Page
from handbook.plugin.extension import PageExtension
from handbook.plugin.words import Pieces, rewrite


class LimitExtension(PageExtension):
    """Links the time limits that a page names, where the handbook has a page of them; behind terms and marks."""

    name = "limits"
    priority = 5

    def change(self, root: Element, page: Page, handbook: Handbook) -> None:
        """Link what the page names."""
        register = handbook.first_of_kind.get("deadlines")
        if register is None:
            return
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
