"""Other ways to read a text: without markup, and with numbers joined that lines, list items or cells cut."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from handbook.confidential.spelled import in_figures

CUT = "\x1f"
"""Stands between two digits for what cut them: a line break, a list mark, the border of a cell."""

_CELLS = re.compile(r"</t[dh]>\s{0,20}<t[dh]\b[^<>]{0,300}>", re.IGNORECASE)
_MARKUP = re.compile(
    r"(?=[<\\\[\]{!*`~=_])(?:<!--.{0,300}?-->|</?[A-Za-z][^<>]{0,300}>|\\(?=[!-/:-@\[-`{-~])|\]\([^()\s]{0,300}\)|\]\[[^\[\]\n]{0,60}\]"
    r"|(?<=[0-9])\{[^{}\n]{0,80}\}|!?\[(?=[^\[\]\n]{1,80}\][(\[])|(?<!\*)\*{1,3}(?!\*)|(?<!`)`{1,2}(?!`)|(?<!~)~~(?!~)|(?<!=)==(?!=)"
    r"|(?<![A-Za-z0-9_])_{1,3}(?!_)|(?<!_)_{1,3}(?![A-Za-z0-9_]))",
    re.DOTALL,
)
_SIGNS = r"(?:[^\w\n]|_){0,20}"
_BREAK = re.compile(
    rf"(?<=[0-9]){_SIGNS}(?:(?:\n[ \t>|]{{0,20}}(?:[0-9]{{1,2}}[.)][ \t]+)?{_SIGNS}){{1,3}}|\|{_SIGNS})(?=[0-9XxХхΧχ×])"
)


@dataclass(frozen=True, slots=True)
class View:
    """A way to read a text, and the way back.

    Attributes:
        text: as it is read.
        starts: where in it each stretch begins that was moved, in rising order.
        moved: by how much each stood later in the text it was made of.
        made_of: the view it was made of, or none.
    """

    text: str
    starts: tuple[int, ...] = (0,)
    moved: tuple[int, ...] = (0,)
    made_of: View | None = None

    def origin(self, offset: int) -> int:
        """The place in the first text."""
        earlier = offset + self.moved[bisect_right(self.starts, offset) - 1]
        return earlier if self.made_of is None else self.made_of.origin(earlier)

    def without(self, pattern: re.Pattern[str], instead: str = "") -> View:
        """The view with something else, or nothing, for whatever matches."""
        pieces: list[str] = []
        starts, moved = [0], [0]
        last = length = 0
        for found in pattern.finditer(self.text):
            pieces += [self.text[last : found.start()], instead]
            length += found.start() - last + len(instead)
            last = found.end()
            starts.append(length)
            moved.append(last - length)
        if not pieces:
            return self
        return View("".join([*pieces, self.text[last:]]), tuple(starts), tuple(moved), self)


def readings(text: str) -> tuple[View, ...]:
    """A text as written, and as it reads without markup, where that differs."""
    written = View(text)
    read = written.without(_CELLS, "|").without(_MARKUP)
    return (written,) if read is written else (written, read)


def readings_of_numbers(read: View) -> Iterator[View]:
    """A text with numbers joined that something cuts, and with figures for digits that are spelled, where it has such."""
    joined = read.without(_BREAK, CUT)
    if joined is not read:
        yield joined
    figures = in_figures(joined.text)
    if figures:
        yield View(figures, made_of=joined)
