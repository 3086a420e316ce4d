"""The text of a block of Markdown as its reader sees it, with the place of every character."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from markdown_it.token import Token

from handbook.diagnostics import Span

BREAK = "\0"
"""Stands in a passage where code or an image stands between words."""


@dataclass(frozen=True, slots=True)
class Passage:
    """The words of a paragraph, heading, cell or list item, without markup; code is a `BREAK`.

    Attributes:
        text: the words; a line break of the source is a line break here.
        starts: pairs of an offset in `text` and the offset in the block's source where the words from there on stand.
        places: the place in the file of an offset in the block's source.
    """

    text: str
    starts: tuple[tuple[int, int], ...]
    places: Callable[[int], Span]

    def span_at(self, offset: int) -> Span:
        """The place of a character of the text."""
        index = bisect_right(self.starts, (offset, 1 << 60)) - 1
        start, source = self.starts[max(index, 0)]
        return self.places(source + offset - start)


def words(content: str, children: Iterable[Token]) -> tuple[str, tuple[tuple[int, int], ...]]:
    """The text and the `starts` of a passage, from the children of an inline token before texts are joined.

    Args:
        content: the source of the block.
        children: what it was parsed into.
    """
    texts: list[str] = []
    starts: list[tuple[int, int]] = []
    length = source = 0
    for child in children:
        text, written = _words(child)
        found = content.find(written, source) if written else source
        source = max(found, source)
        if text:
            starts.append((length, source))
            texts.append(text)
            length += len(text)
        source += len(written) if found >= 0 else 0
    return "".join(texts), tuple(starts) or ((0, 0),)


def _words(child: Token) -> tuple[str, str]:
    """What a child adds to the text, and how it is written in the source (``""`` for marks of emphasis and the like)."""
    if child.type == "text":
        return child.content, child.content
    if child.type == "text_special":
        return child.content, child.markup or child.content
    if child.type in ("softbreak", "hardbreak"):
        return "\n", "\n"
    if child.type == "code_inline":
        return BREAK, child.content
    if child.type == "image":
        return BREAK, child.content
    return "", child.content if child.type == "html_inline" else ""
