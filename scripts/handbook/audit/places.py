"""Offsets of a text as lines and columns."""

from __future__ import annotations


class Places:
    """Lines and columns of offsets, both counted from 1; asked for in their order they cost one pass over the text."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._offset = 0
        self._line = 1
        self._line_start = 0

    def at(self, offset: int) -> tuple[int, int]:
        """The line and the column of an offset."""
        if offset < self._offset:
            self._offset, self._line, self._line_start = 0, 1, 0
        passed = self._source.count("\n", self._offset, offset)
        if passed:
            self._line += passed
            self._line_start = self._source.rfind("\n", self._offset, offset) + 1
        self._offset = offset
        return self._line, offset - self._line_start + 1
