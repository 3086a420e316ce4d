"""A text as a reader understands it: one width of letters, nothing invisible; with the places of the original."""

from __future__ import annotations

import html
import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from itertools import accumulate

from handbook.confidential.spelled import ENCLOSED

_NO_WIDTH = (
    *range(9),
    *range(0x0E, 0x20),
    *(0x7F, 0xAD, 0x61C, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x3164, 0xFEFF, 0xFFA0),
    *range(0x300, 0x370),
    *range(0x180B, 0x1810),
    *range(0x200B, 0x2010),
    *range(0x202A, 0x202F),
    *range(0x2060, 0x2070),
    *range(0x20D0, 0x20F1),
    *range(0xFE00, 0xFE10),
    *range(0xE0000, 0xE0200),
)
_INVISIBLE: dict[int, str | None] = {
    **dict.fromkeys(_NO_WIDTH),
    **dict.fromkeys((0x0B, 0x0C, 0x0D, 0x85, 0x2028, 0x2029), " "),
}
_UNUSUAL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f&]")
_PIECE = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});?|.", re.DOTALL)
_OTHER_DIGIT = re.compile(r"(?![0-9])\d")
_ENCLOSED = re.compile(f"[{''.join(ENCLOSED)}]")


class Plain:
    """A normalised text (NFKC, without characters of no width); its lines are the lines of the original."""

    def __init__(self, text: str) -> None:
        self._original = text.split("\n")
        lines = text.split("\n") if text.isascii() and not _UNUSUAL.search(text) else map(_normal, self._original)
        self.text = "\n".join(lines)
        self._columns: dict[int, tuple[list[int], list[int]]] = {}
        self._starts = [0, *accumulate(len(line) + 1 for line in self.text.split("\n"))]

    def place(self, offset: int) -> tuple[int, int]:
        """The line and column, from 1, in the original of an offset in the normalised text."""
        row = min(bisect_right(self._starts, offset), len(self._original)) - 1
        if row not in self._columns:  # one line at a time: its characters may be many
            pieces = list(_pieces(self._original[row]))
            ends = list(accumulate(len(piece) for _, piece in pieces))
            self._columns = {row: ([start for start, _ in pieces], ends)}
        starts, ends = self._columns[row]
        index = bisect_right(ends, offset - self._starts[row])
        return row + 1, (starts[index] if index < len(starts) else len(self._original[row])) + 1


def _normal(line: str) -> str:
    if line.isascii() and not _UNUSUAL.search(line):
        return line
    if "&" in line or _ENCLOSED.search(line):
        return "".join(piece for _, piece in _pieces(line))
    return _ascii_digits(unicodedata.normalize("NFKC", line).translate(_INVISIBLE))


def _pieces(line: str) -> Iterator[tuple[int, str]]:
    """Where each character or character reference begins, and what stands for it."""
    for found in _PIECE.finditer(line):
        written = html.unescape(found[0]) if len(found[0]) > 1 else found[0]
        if written in ENCLOSED:  # a number of a list or note, not a part of the number behind it
            yield found.start(), written
        else:
            wide = unicodedata.normalize("NFKC", written).translate(_INVISIBLE)
            yield found.start(), _ascii_digits(wide.replace("\n", " "))


def _ascii_digits(text: str) -> str:
    """Digits of other scripts as ours."""
    return _OTHER_DIGIT.sub(lambda digit: str(unicodedata.decimal(digit[0])), text)
