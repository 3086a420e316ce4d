"""A Markdown extension: each provision that a page cites leads to the page of its statute and tells in a pop-up what it says.

Citations are read with the parser of the model, block by block, so that what is linked is what `handbook check` checked.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from xml.etree.ElementTree import Element, SubElement

from handbook.model.citation import Provision
from handbook.model.handbook import Handbook
from handbook.model.page import Page
from handbook.plugin.extension import PageExtension
from handbook.renderers.citations import anchor, notice, official_words, summary
from handbook.sources.citations import Mention, mentions
from handbook.sources.passages import BREAK

PREFIX = "cite"
_INLINE = frozenset("a abbr b cite del em i ins mark q s small span strong sub sup u".split())
_BREAKS = {"br": "\n", "code": BREAK, "img": BREAK, "kbd": BREAK, "input": BREAK}
_SKIPPED = frozenset("h1 h2 h3 h4 h5 h6 pre script style summary svg button textarea select".split())


class CitationExtension(PageExtension):
    """Links what a page cites, where the handbook has a register of statutes; before terms and marks."""

    name = "citations"
    priority = 7

    def change(self, root: Element, page: Page, handbook: Handbook) -> None:
        """Link the citations of the page."""
        if not handbook.statutes:
            return
        links = _Links(page, handbook)
        for run in _runs(root):
            links.put(run)
        if links.targets:
            root.append(_notes(links.targets, handbook))


@dataclass(frozen=True, slots=True)
class _Target:
    """What a link leads to: a statute (its id), or a place or range of places in it."""

    statute: str
    first: Provision | None = None
    last: Provision | None = None


def _notes(targets: Mapping[_Target, int], handbook: Handbook) -> Element:
    """The hidden list of notes at a page's end, as components/popup.js wants it: one note a statute."""
    listed = Element("div", {"class": "hb-popups", "data-module": "hb-popups", "data-search-exclude": "", "hidden": ""})
    for statute in dict.fromkeys(target.statute for target in targets):
        told = notice(handbook.statutes[statute], handbook)
        note = SubElement(listed, "div")
        SubElement(note, "p", {"class": "hb-popup__title"}).text = told.title
        for target, number in targets.items():
            if target.statute == statute:
                _describe(note, target, number, told.name, handbook)
        for kind, words in (*(("fact", one) for one in told.facts), *(("mark", one) for one in told.warnings)):
            SubElement(note, "p", {"class": f"hb-popup__{kind}"}).text = words
    return listed


def _describe(note: Element, target: _Target, number: int, name: str, handbook: Handbook) -> None:
    """Append what a link is about, with the official words where the office has them."""
    lines = official_words(target.first, target.last, handbook) if target.first else ()
    holder = SubElement(note, "div") if lines else note
    described = SubElement(holder, "p", {"id": f"{PREFIX}-{number}"})
    described.text = summary(target.first, target.last, handbook) if target.first else name
    for line in lines:
        SubElement(holder, "p", {"class": "hb-popup__text"}).text = line


@dataclass(slots=True)
class _Words:
    """A text of the tree: what stands in `parent` behind `before`, or at its beginning."""

    parent: Element
    before: Element | None
    text: str
    linkable: bool


@dataclass(slots=True)
class _Run:
    """The words of a block in the order of reading, up to the next block."""

    words: list[_Words] = field(default_factory=list)

    @property
    def text(self) -> str:
        return "".join(one.text for one in self.words)


def _runs(root: Element) -> Iterator[_Run]:
    """The runs of words of a tree that name a statute."""
    found = [_Run()]
    _collect(root, found, linkable=True)
    return (run for run in found if any("《" in one.text for one in run.words))


def _collect(element: Element, found: list[_Run], *, linkable: bool) -> None:
    tag = element.tag
    if tag in _BREAKS:
        found[-1].words.append(_Words(element, None, _BREAKS[tag], linkable=False))
        return
    if tag not in _INLINE:
        found.append(_Run())
    if tag not in _SKIPPED and "data-search-exclude" not in element.attrib:
        linkable = linkable and tag != "a"
        if element.text:
            found[-1].words.append(_Words(element, None, element.text, linkable))
        for child in element:
            _collect(child, found, linkable=linkable)
            if child.tail:
                found[-1].words.append(_Words(element, child, child.tail, linkable))
    if tag not in _INLINE:
        found.append(_Run())


class _Links:
    """The links of a page: one note for each distinct target, numbered as they come."""

    def __init__(self, page: Page, handbook: Handbook) -> None:
        self.targets: dict[_Target, int] = {}
        self._handbook = handbook
        self._src = page.src

    def put(self, run: _Run) -> None:
        """Turn the citations in a run into links."""
        cuts = [cut for mention in mentions(run.text) for cut in self._cuts(mention)]
        begin = 0
        for words in run.words:
            end = begin + len(words.text)
            inside = [
                (start - begin, stop - begin, target) for start, stop, target in cuts if begin <= start and stop <= end
            ]
            if inside and words.linkable:
                self._replace(words, inside)
            begin = end

    def _cuts(self, mention: Mention) -> Iterator[tuple[int, int, _Target]]:
        """Offsets and targets of the name and of each place of a citation, as far as the register knows them."""
        found = self._handbook.statute_names.find(mention.name, mention.year)
        if len(found) != 1:
            return
        statute = found[0]
        if mention.name_end > mention.start and statute.src != self._src:
            yield mention.start, mention.name_end, _Target(statute.id)
        for part in mention.parts:
            first = replace(part.first, statute=statute.id)
            last = replace(part.last, statute=statute.id) if part.last else None
            if anchor(first, self._handbook):
                yield part.start, part.end, _Target(statute.id, first, last)

    def _replace(self, words: _Words, cuts: Sequence[tuple[int, int, _Target]]) -> None:
        links = [self._link(target, words.text[start:stop]) for start, stop, target in cuts]
        ends = [*(start for start, _, _ in cuts[1:]), len(words.text)]
        for link, (_, stop, _), end in zip(links, cuts, ends, strict=True):
            link.tail = words.text[stop:end]
        lead = words.text[: cuts[0][0]]
        if words.before is None:
            words.parent.text, position = lead, 0
        else:
            words.before.tail, position = lead, list(words.parent).index(words.before) + 1
        words.parent[position:position] = links

    def _link(self, target: _Target, text: str) -> Element:
        src = self._handbook.statutes[target.statute].src
        path = posixpath.relpath(src, posixpath.dirname(self._src) or ".")
        mark = f"#{target.first.anchor}" if target.first else ""
        number = self.targets.setdefault(target, len(self.targets) + 1)
        href = mark if src == self._src and mark else f"{path}{mark}"
        link = Element("a", {"class": "hb-cite", "href": href, "aria-describedby": f"{PREFIX}-{number}"})
        link.text = text
        return link
