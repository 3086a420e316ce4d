"""Labels and what they label: behind a colon, on the next line, in the next cell, down a column."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto

Match = tuple[int, int]

_DECORATION = " \t\r#*_`~=>\"'“”‘’「」【】"
_MARK = re.compile(r"[\s>]*(?:(?:[-+*:]|[0-9]{1,2}[.)])\s+)?")
_FRAME = re.compile(r"[ \t>]*\|?")
_BEHIND = re.compile(r"[\s*_`\"'”’」】\]]{0,9}(?:\([^()\n]{0,20}\))?[ \t*_`\"'”’]{0,9}[:=]")
_REMARK = re.compile(r"(?:\([^()\n]{0,20}\))?[ \t*_`\"'”’」】\])}]{0,9}")
_LONGEST = 16
_MOST_ROWS, _MOST_COLUMNS = 2000, 40
_NEAR = 40


class Place(Enum):
    """Where a value stands, seen from its label."""

    BEHIND = auto()
    NEXT_LINE = auto()
    ROW = auto()
    COLUMN = auto()


@dataclass(frozen=True, slots=True)
class Labelled:
    """What a label labels: one value, the cells to its right, or the cells below it.

    Attributes:
        column: of the label, from 0.
    """

    label: str
    place: Place
    column: int
    values: tuple[Match, ...]


class Lines:
    """The lines of a text, some of them rows of tables (Markdown, tabs, commas)."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._ends = [*(found.start() for found in re.finditer("\n", text)), len(text)]
        self._heads: dict[int, int] = {}
        self._rows: dict[int, tuple[str, list[Match]]] = {}

    def labelled(self, label: re.Pattern[str]) -> Iterator[Labelled]:
        """What each label labels."""
        for found in label.finditer(self.text):
            row = bisect_left(self._ends, found.start())
            cells = self._cells(row)
            column = _column(cells, found.start())
            start, end = cells[column]
            if behind := _BEHIND.match(self.text, found.end(), end):
                value = self._bare(behind.end(), end)
                if self.text[slice(*value)].strip("|+-"):  # else a mark of YAML: the value comes on the next line
                    yield Labelled(found[0], Place.BEHIND, column, (value,))
                    continue
            elif not self._is_whole(found, start, end):
                continue
            yield from self._elsewhere(found[0], row, column)

    def labels(self, start: int, end: int) -> str:
        """The words that may label a value: before it and close behind it, in its table's head, on the line before."""
        row = bisect_left(self._ends, start)
        first = self._start(row)
        words = [self.text[max(first, start - _NEAR) : start], self.text[end : min(end + 12, self._ends[row])]]
        cells = self._cells(row)
        if len(cells) > 1:
            column = _column(cells, start)
            head = self._cells(self._head(row))
            words += [self.text[slice(*head[column])]] if column < len(head) else []
        elif not words[0].strip(_DECORATION + "-+:.") and row:
            words.append(self.text[max(self._start(row - 1), self._ends[row - 1] - _NEAR) : self._ends[row - 1]])
        return "\n".join(words)

    def _start(self, row: int) -> int:
        return self._ends[row - 1] + 1 if row else 0

    def _bare(self, start: int, end: int) -> Match:
        """A stretch without the spaces and markup around it."""
        while start < end and self.text[start] in _DECORATION:
            start += 1
        while start < end and self.text[end - 1] in _DECORATION:
            end -= 1
        return start, end

    def _is_whole(self, found: re.Match[str], start: int, end: int) -> bool:
        """Whether a label is all of its cell or line, a word before it and a remark behind it aside."""
        remark = _REMARK.match(self.text, found.end(), end)
        bare = self._bare(_end(_MARK.match(self.text, start, end)), end)
        return _end(remark) == end and found.end() - bare[0] <= _LONGEST

    def _elsewhere(self, label: str, row: int, column: int) -> Iterator[Labelled]:
        """What a label labels that stands alone."""
        cells = self._cells(row)
        if len(cells) == 1:
            for other in range(row + 1, min(row + 3, len(self._ends))):
                start = _end(_MARK.match(self.text, self._start(other), self._ends[other]))
                value = self._bare(start, self._ends[other])
                if value[0] < value[1]:
                    yield Labelled(label, Place.NEXT_LINE, 0, (value,))
                    return
            return
        right = tuple(self._bare(*cell) for cell in cells[column + 1 : column + _MOST_COLUMNS])
        if right and self._edge(row) != ",":  # a sentence has commas, too
            yield Labelled(label, Place.ROW, column, right)
        if column < _MOST_COLUMNS and self._head(row) == row:
            yield Labelled(label, Place.COLUMN, column, tuple(self._below(row, column)))

    def _below(self, row: int, column: int) -> Iterator[Match]:
        for other in range(row + 1, min(row + _MOST_ROWS, len(self._ends))):
            if not self._is_same_table(row, other):
                return
            cells = self._cells(other)
            if column < len(cells):
                yield self._bare(*cells[column])

    def _edge(self, row: int) -> str:
        """The character that parts the cells of a row, or ``""``."""
        return self._parted(row)[0]

    def _cells(self, row: int) -> list[Match]:
        """Where the cells of a line are; all of it where it is no row."""
        return self._parted(row)[1]

    def _parted(self, row: int) -> tuple[str, list[Match]]:
        if row not in self._rows:
            line = self.text[self._start(row) : self._ends[row]]
            edge = next((edge for edge in "|\t," if edge in line), "")
            self._rows[row] = edge, list(self._parts(row, edge))
        return self._rows[row]

    def _parts(self, row: int, edge: str) -> Iterator[Match]:
        start, end = self._start(row), self._ends[row]
        if edge == "|":
            frame = _FRAME.match(self.text, start, end)
            start = _end(frame)
            end -= end > start and self.text[end - 1] == "|"
        first = start
        position = self.text.find(edge, start, end) if edge else -1
        while position >= 0:
            if self.text[position - 1] != "\\":
                yield first, position
                first = position + 1
            position = self.text.find(edge, position + 1, end)
        yield first, end

    def _is_same_table(self, row: int, other: int) -> bool:
        edge = self._edge(row)
        if not edge or self._edge(other) != edge:
            return False
        return edge == "|" or len(self._cells(row)) == len(self._cells(other))

    def _head(self, row: int) -> int:
        """The first row of the table that a row is in."""
        above = row
        while (
            above > 0 and row - above < _MOST_ROWS and above not in self._heads and self._is_same_table(row, above - 1)
        ):
            above -= 1
        head = self._heads.get(above, above)
        self._heads[row] = head
        return head


def _column(cells: list[Match], offset: int) -> int:
    """In which cell an offset is."""
    return min(bisect_right(cells, offset, key=lambda cell: cell[1]), len(cells) - 1)


def _end(found: re.Match[str] | None) -> int:
    return found.end() if found else -1
