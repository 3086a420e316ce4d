"""From a byte offset in a diagram's text to the line and column of the Markdown file."""

from __future__ import annotations

from bisect import bisect_right

from handbook.diagnostics import Span


class Places:
    """The text of a fence as bytes, with the place of each in the file."""

    def __init__(self, source: str, *, path: str, first_line: int, indent: int) -> None:
        self.text = source.encode("utf-8")
        self.path = path
        self._first_line = first_line
        self._indent = indent
        self._starts = [0, *(i + 1 for i, byte in enumerate(self.text) if byte == 0x0A)]

    def span(self, offset: int) -> Span:
        """The place of a byte."""
        offset = min(max(offset, 0), len(self.text))
        index = bisect_right(self._starts, offset) - 1
        column = len(self.text[self._starts[index] : offset].decode("utf-8", "ignore"))
        return Span(self.path, self._first_line + index, self._indent + column + 1)

    def slice(self, start: int, end: int) -> str:
        """The text between two bytes."""
        return self.text[start:end].decode("utf-8", "ignore")

    def line_start(self, offset: int) -> int:
        """The first byte of the line that a byte stands on."""
        return self._starts[bisect_right(self._starts, offset) - 1]

    def line_at(self, offset: int) -> str:
        """The line that a byte stands on."""
        start = self.line_start(offset)
        end = self.text.find(b"\n", start)
        return self.slice(start, end if end >= 0 else len(self.text))

    def indented_start(self, index: int) -> int:
        """The first byte of a line (counted from 0) that is no white space."""
        start = self._starts[min(index, len(self._starts) - 1)]
        line = self.line_at(start)
        return start + len(line.encode("utf-8")) - len(line.lstrip().encode("utf-8"))
