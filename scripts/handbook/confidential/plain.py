"""A text as a reader understands it: one width of letters, nothing invisible; with the places of the original."""

from __future__ import annotations

import html
import re
import unicodedata
from bisect import bisect_right

_INVISIBLE = dict.fromkeys((173, 847, 1564, 6158, *range(8203, 8208), *range(8234, 8239), *range(8288, 8304), *range(65024, 65040), 65279))  # fmt: skip


class Plain:
    """A normalised text (NFKC, without characters of no width); its lines are the lines of the original."""

    def __init__(self, text: str) -> None:
        self._original = text
        if "<" in text or "\\" in text:
            text = _BETWEEN.sub("", text)
        if text.isascii() and "&" not in text:
            self.text = text
            return
        if "&" in text:
            text = "\n".join(_single(html.unescape(line)) if "&" in line else line for line in text.split("\n"))
        self.text = _ascii_digits(unicodedata.normalize("NFKC", text).translate(_INVISIBLE))

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


_BETWEEN = re.compile(r"(?<=[0-9])(?:</?[A-Za-z]{1,10}/?>|<!--[^\n]{0,80}?-->|\\(?=[-.*_]))+(?=[0-9Xx.*_-])")
"""What Markdown and HTML may put between two digits and readers never see."""


def _ascii_digits(text: str) -> str:
    """Digits of other scripts as ours."""
    return re.sub(r"(?![0-9])\d", lambda digit: str(unicodedata.decimal(digit[0])), text)


def _single(line: str) -> str:
    return line.replace("\n", " ").replace("\r", " ")
