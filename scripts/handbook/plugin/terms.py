"""A Markdown extension: the first use of a term on a page leads to the glossary and tells in a pop-up what it means."""

from __future__ import annotations

import posixpath
import re
from functools import lru_cache
from xml.etree.ElementTree import Element

from handbook.model.handbook import Handbook
from handbook.model.page import Page
from handbook.model.term import Term, by_name
from handbook.plugin.extension import PageExtension
from handbook.plugin.words import note_list, rewrite
from handbook.renderers.terms import note

PREFIX = "term"
# Pages that quote sentences or titles one below another, and the one that explains the terms itself.
_PASSED_KINDS = frozenset({"glossary", "pending", "statutes", "statute", "calculator", "coverage"})
# Words that only look as if they held a term: 移送党组织处理, 立案审查调查.
_PASSED_WORDS = ("党组织", "立案审查调查")


class TermExtension(PageExtension):
    """Explains the terms of a page, where the handbook has a glossary."""

    name = "terms"
    priority = 6

    def change(self, root: Element, page: Page, handbook: Handbook) -> None:
        """Explain the terms of the page."""
        glossary = handbook.first_of_kind.get("glossary")
        if not glossary or page.kind in _PASSED_KINDS:
            return
        address = posixpath.relpath(glossary.src, posixpath.dirname(page.src) or ".")
        found = _Found(handbook, address)
        rewrite(root, found.cut)
        if found.terms:
            root.append(note_list(PREFIX, (note(term, handbook) for term in found.terms)))


class _Found:
    """The terms that a page has used so far."""

    def __init__(self, handbook: Handbook, address: str) -> None:
        self.terms: list[Term] = []
        self._address = address
        self._known = by_name(handbook.glossary)
        self._words = _pattern(tuple(sorted(self._known, key=lambda word: (-len(word), word))))

    def cut(self, text: str) -> list[str | Element]:
        """A text, cut where a term is used for the first time."""
        pieces: list[str | Element] = []
        end = 0
        for match in self._words.finditer(text):
            term = self._known.get(match[0])
            if term and self._explains(term, match[0]):
                self.terms.append(term)
                pieces += [text[end : match.start()], self._link(term, match[0])]
                end = match.end()
        return [*pieces, text[end:]]

    def _explains(self, term: Term, word: str) -> bool:
        return term.pops_up and term not in self.terms and word in term.written

    def _link(self, term: Term, word: str) -> Element:
        described = f"{PREFIX}-{len(self.terms)}"
        link = Element(
            "a", {"class": "hb-term", "href": f"{self._address}#{term.anchor}", "aria-describedby": described}
        )
        link.text = word
        return link


@lru_cache(maxsize=4)
def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    """Any of the words, the longest first; titles and marks are passed over."""
    return re.compile("|".join(["《[^《》]*》", "〔[^〔〕]*〕", *map(re.escape, (*_PASSED_WORDS, *words))]))
