"""Offsets of a text as lines and columns."""

from __future__ import annotations


class Places:
    """Lines and columns of offsets, both counted from 1; offsets should be asked for in their order."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._offset = 0
        self._line = 1

    def at(self, offset: int) -> tuple[int, int]:
        """The line and the column of an offset."""
        if offset < self._offset:
            self._offset, self._line = 0, 1
        self._line += self._source.count("\n", self._offset, offset)
        self._offset = offset
        return self._line, offset - self._source.rfind("\n", 0, offset)
