"""A text as a reader understands it: one width of letters, nothing invisible; with the places of the original."""

from __future__ import annotations

import html
import unicodedata
from bisect import bisect_right

_INVISIBLE = dict.fromkeys((173, 847, 1564, 6158, *range(8203, 8208), *range(8234, 8239), *range(8288, 8304), *range(65024, 65040), 65279))  # fmt: skip


class Plain:
    """A normalised text (NFKC, without characters of no width); its lines are the lines of the original."""

    def __init__(self, text: str) -> None:
        self._original = text
        if text.isascii() and "&" not in text:
            self.text = text
            return
        if "&#" in text or "&zw" in text or "&shy" in text:
            text = "\n".join(_single(html.unescape(line)) if "&" in line else line for line in text.split("\n"))
        self.text = unicodedata.normalize("NFKC", text).translate(_INVISIBLE)

    def place(self, offset: int) -> tuple[int, int]:
        """The line and column, from 1, in the original of an offset in the normalised text."""
        row = self.text.count("\n", 0, offset)
        column = offset - self.text.rfind("\n", 0, offset) - 1
        line = self._original.split("\n")[row]
        ends: list[int] = []
        length = 0
        for character in line:
            length += len(unicodedata.normalize("NFKC", character).translate(_INVISIBLE))
            ends.append(length)
        return row + 1, min(bisect_right(ends, column), len(line)) + 1


def _single(line: str) -> str:
    return line.replace("\n", " ").replace("\r", " ")
