"""The words of a page while Python-Markdown holds them as a tree: pieces of them become elements."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from xml.etree.ElementTree import Element, SubElement

from handbook.renderers.terms import Note

# Words in these stay as they are: headings, links, code, controls, and what is no text.
KEPT = frozenset("a abbr button code h1 h2 h3 h4 h5 h6 kbd label pre script style summary svg textarea".split())
_KEPT_CLASSES = frozenset({"hb-aliases"})
Pieces = Sequence[str | Element]


def rewrite(root: Element, cut: Callable[[str], Pieces], *, kept: frozenset[str] = KEPT) -> None:
    """Replace each text of a tree, in the order of reading, by the pieces that `cut` makes of it."""
    if _is_kept(root, kept):
        return
    children = list(root)
    made: list[Element] = []
    root.text = _put(root.text, cut, made)
    for child in children:
        rewrite(child, cut, kept=kept)
        made.append(child)
        tail, child.tail = child.tail, None
        child.tail = _put(tail, cut, made)
    root[:] = made


def _is_kept(element: Element, kept: frozenset[str]) -> bool:
    classes = element.get("class", "").split()
    return element.tag in kept or "data-search-exclude" in element.attrib or not _KEPT_CLASSES.isdisjoint(classes)


def _put(text: str | None, cut: Callable[[str], Pieces], made: list[Element]) -> str | None:
    """Append the elements among the pieces of a text, each with the words behind it; the words before are returned."""
    if not text or not text.strip():
        return text
    lead = ""
    for piece in cut(text):
        if isinstance(piece, Element):
            made.append(piece)
            piece.tail = ""
        elif made and made[-1].tail is not None:
            made[-1].tail += piece
        else:
            lead += piece
    return lead


def note_list(prefix: str, notes: Iterable[Note]) -> Element:
    """The hidden list of notes at a page's end, as components/popup.js wants it, with the ids ``term-1``, ``term-2`` and so on."""
    listed = Element("div", {"class": "hb-popups", "data-module": "hb-popups", "data-search-exclude": "", "hidden": ""})
    for number, note in enumerate(notes, 1):
        shown = SubElement(listed, "div")
        SubElement(shown, "p", {"class": "hb-popup__title"}).text = note.title
        SubElement(shown, "p", {"id": f"{prefix}-{number}"}).text = note.text
        for fact in note.facts:
            SubElement(shown, "p", {"class": "hb-popup__fact"}).text = fact
    return listed
