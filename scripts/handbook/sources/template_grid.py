"""`::: 表格` … `:::` in a template's wording → a grid of cells, merged areas worked out."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from handbook.diagnostics import Span
from handbook.model.template import Cell, Grid, Inline, SheetFault
from handbook.sources.template_inlines import DROPPED, read_inlines

TEXT_WIDTH = 156.0  # mm, GB/T 9704 5.2.1
TOLERANCE = 0.5
OPENING = "表格"

_HEIGHT = re.compile(r"(?:^|(?<=\s))[@＠](\S*)\s*$")
_BAR = re.compile(r"(?<!\\)\|")
_LEFT = frozenset("←<")
_UP = frozenset("↑^")


@dataclass(slots=True)
class _Row:
    """A row as it is written: the words of its cells, each with its place."""

    place: Span
    cells: list[tuple[str, Span]]
    repeats: bool = False


@dataclass(slots=True)
class GridReader:
    """Reads one grid; `faults` holds what is wrong with it."""

    path: str
    faults: list[SheetFault] = field(default_factory=list)

    def read(self, lines: Sequence[str], number: int) -> tuple[Grid, int]:
        """A grid that opens on the first of the lines, and how many of the lines it takes.

        Args:
            lines: the wording from the opening line on, comments masked.
            number: the number of the opening line in its file.
        """
        place = Span(self.path, number, 1 + len(lines[0]) - len(lines[0].lstrip()))
        widths = self._widths(lines[0], number)
        rows, taken, closed = self._rows(lines, number)
        if not closed:
            self._fault(place, "表格没有用“:::”收尾", "在表格下面另起一行写“:::”")
        if not rows:
            self._fault(place, "表格里没有一行", "每一行写成“| 项目 | {{字段}} |”")
        if not widths and rows:
            columns = len(rows[0].cells)
            widths = [TEXT_WIDTH / columns] * columns
        return self._grid(place, widths, rows), taken

    def _fault(self, place: Span, message: str, hint: str, kind: str = "grid") -> None:
        self.faults.append(SheetFault(kind, place, message, hint))

    def _widths(self, line: str, number: int) -> list[float]:
        at = line.index(OPENING) + len(OPENING)
        tokens = list(re.finditer(rf"[^\s{DROPPED}]+", line[at:]))
        widths = []
        for token in tokens:
            place = Span(self.path, number, at + token.start() + 1)
            if not re.fullmatch(r"\d+(\.\d+)?", token.group(), re.ASCII) or float(token.group()) < 1:
                self._fault(place, f"列宽“{token.group()}”不是毫米数", "用空格隔开各列的毫米数，如“30 48 30 48”")
                return []
            widths.append(float(token.group()))
        total = sum(widths)
        place = Span(self.path, number, at + tokens[0].start() + 1 if tokens else line.index(":") + 1)
        if not widths:
            self._fault(place, "表格没有写列宽", "在“表格”后面写各列的毫米数，合计 156，如“::: 表格 30 48 30 48”")
        elif abs(total - TEXT_WIDTH) > TOLERANCE:
            self._fault(place, f"列宽合计 {total:g} 毫米，版心宽 156 毫米", f"{_adjust(total)}，合计写到 156")
        return widths

    def _rows(self, lines: Sequence[str], number: int) -> tuple[list[_Row], int, bool]:
        rows: list[_Row] = []
        for offset, line in enumerate(lines[1:], 1):
            words = line.replace(DROPPED, "").strip()
            if words == ":::":
                return rows, offset + 1, True
            if words.startswith((":::", "#")):
                return rows, offset, False
            if words.startswith(("|", "｜")):
                rows.append(self._row(line, number + offset))
            elif words:
                place = Span(self.path, number + offset, 1 + len(line) - len(line.lstrip(f" \t{DROPPED}")))
                self._fault(
                    place, f"表格里的这一行不以“|”开头：“{words[:12]}”", "写成“| 项目 | {{字段}} |”，或者移到“:::”外面"
                )
        return rows, len(lines), False

    def _row(self, line: str, number: int) -> _Row:
        start = len(line) - len(line.lstrip(f" \t{DROPPED}"))
        place = Span(self.path, number, start + 1)
        if "｜" in line:
            at = line.index("｜")
            self._fault(Span(self.path, number, at + 1), "“｜”是中文竖线", "换成英文竖线“|”")
            line = line.replace("｜", "|")
        bars = [match.start() for match in _BAR.finditer(line)]
        repeats = line[start + 1 : start + 2] == "*"
        rest = line[bars[-1] + 1 :].replace(DROPPED, "").strip()
        if rest or len(bars) == 1:
            self._fault(Span(self.path, number, len(line.rstrip())), "这一行的末尾少“|”", "在最后一格后面加“|”")
            bars.append(len(line))
        cells = []
        for index, (left, right) in enumerate(itertools.pairwise(bars)):
            begin = left + 2 if repeats and index == 0 else left + 1
            cells.append((line[begin:right], Span(self.path, number, begin + 1)))
        return _Row(place, cells, repeats)

    def _grid(self, place: Span, widths: list[float], rows: list[_Row]) -> Grid:
        heights: list[float | None] = []
        written: list[list[_Written]] = []
        for row in rows:
            if len(row.cells) != len(widths):
                hint = "合并的格写“←”或者“↑”，一格也不能少"
                self._fault(row.place, f"这一行有 {len(row.cells)} 格，表格有 {len(widths)} 列", hint)
            cells = [self._cell(text, span) for text, span in row.cells[: len(widths)]]
            cells += [_Written(row.place)] * (len(widths) - len(cells))
            heights.append(max((cell.height for cell in cells if cell.height), default=None))
            written.append(cells)
        merged = tuple(_Merger(written, self.faults).cells())
        repeats = frozenset(index for index, row in enumerate(rows) if row.repeats)
        return Grid(tuple(widths), tuple(heights), merged, place, repeats)

    def _cell(self, text: str, span: Span) -> _Written:
        height = None
        if found := _HEIGHT.search(text):
            try:
                height = float(found.group(1))
            except ValueError:
                height = 0.0
            if not 0 < height <= 230:
                place = Span(span.path, span.line, span.column + found.start())
                self._fault(place, f"行高“{found.group().strip()}”不对", "写成“@毫米数”，如“@30”")
                height = None
            text = text[: found.start()]
        lead = len(text) - len(text.lstrip())
        inner = Span(span.path, span.line, span.column + lead)
        words = text.replace(DROPPED, "").strip()
        if words in _LEFT or words in _UP:
            return _Written(inner, joins="left" if words in _LEFT else "up", height=height)
        inlines, faults = read_inlines(text[lead:], inner)
        self.faults += faults
        return _Written(inner, tuple(inlines), height=height)


def _adjust(total: float) -> str:
    more = TEXT_WIDTH - total
    return f"再加 {more:g} 毫米" if more > 0 else f"减去 {-more:g} 毫米"


@dataclass(frozen=True, slots=True)
class _Written:
    """A cell as it is written; `joins` says that it only widens its neighbour."""

    span: Span
    inlines: tuple[Inline, ...] = ()
    joins: str = ""
    height: float | None = None


class _Merger:
    """Finds the areas that ← and ↑ join; an area that is no rectangle is left unjoined."""

    def __init__(self, rows: list[list[_Written]], faults: list[SheetFault]) -> None:
        self._rows = rows
        self._faults = faults

    def cells(self) -> Iterator[Cell]:
        areas: dict[tuple[int, int], list[tuple[int, int]]] = {}
        owners: dict[tuple[int, int], tuple[int, int]] = {}
        for r, row in enumerate(self._rows):
            for c, cell in enumerate(row):
                owners[r, c] = self._owner(r, c, cell, owners)
                areas.setdefault(owners[r, c], []).append((r, c))
        for (r, c), places in areas.items():
            rows = max(place[0] for place in places) - r + 1
            columns = max(place[1] for place in places) - c + 1
            # Owners lie at the top left unless ↑ leads to a cell that a later ← widened to the left of it.
            if len(places) == rows * columns and min(place[1] for place in places) == c:
                yield self._made(r, c, columns, rows)
                continue
            span = self._rows[r][c].span
            self._faults.append(SheetFault("grid", span, "“←”“↑”合并出来的不是一个长方形", "每一行合并同样的列"))
            yield from (self._made(*place, 1, 1) for place in places)

    def _owner(self, r: int, c: int, cell: _Written, owners: dict[tuple[int, int], tuple[int, int]]) -> tuple[int, int]:
        if cell.joins == "left":
            if c:
                return owners[r, c - 1]
            self._faults.append(SheetFault("grid", cell.span, "第一格左边没有格，不能写“←”", "写上内容"))
        elif cell.joins == "up":
            if r:
                return owners[r - 1, c]
            self._faults.append(SheetFault("grid", cell.span, "第一行上面没有行，不能写“↑”", "写上内容"))
        return r, c

    def _made(self, r: int, c: int, columns: int, rows: int) -> Cell:
        written = self._rows[r][c]
        return Cell(r, c, written.inlines, written.span, columns, rows)
