"""A grid of the model → a bordered Word table with fixed widths and merged cells."""

from __future__ import annotations

import functools
import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from handbook.exporters.docx_controls import ControlWriter
from handbook.exporters.docx_xml import Element, paragraph, run, w
from handbook.model.template import Blank, Cell, Grid, Inline, Signature, Text
from handbook.model.wording import SIGNATURE, SIGNATURE_LINES, label_lines

TEXT_WIDTH = 8845  # twips, 156 mm
_ROW = 11.0  # mm, least height of a row that names none
_HALF = 9.0  # mm, least height of the words above a signature
_ONE_LINE = 72.0  # mm, least width of a cell whose signature and date stand on one line


def mm(length: float) -> int:
    """Millimetres in twips."""
    return round(length / 25.4 * 1440)


@dataclass(frozen=True, slots=True)
class _Piece:
    """A cell of the Word table. What is signed consists of two: words above, signature below, no rule between."""

    top: int
    rows: int
    cell: Cell
    content: tuple[Inline, ...]
    open_below: bool = False
    open_above: bool = False


def table(grid: Grid, controls: ControlWriter) -> Element:
    """The table; its columns fill the width of the text exactly."""
    return _GridWriter(grid, controls).table()


class _GridWriter:
    def __init__(self, grid: Grid, controls: ControlWriter) -> None:
        self._grid = grid
        self._controls = controls
        self._widths = _twips(grid.widths)
        signed = {_last(cell) for cell in grid.cells if _is_signed_text(cell)}
        self._halves = [2 if row in signed else 1 for row in range(len(grid.heights))]
        self._tops = [sum(self._halves[:row]) for row in range(len(grid.heights) + 1)]
        self._pieces = {(piece.top, piece.cell.column): piece for cell in grid.cells for piece in self._cut(cell)}

    def table(self) -> Element:
        made = w("tbl", self._properties(), w("tblGrid", *(w("gridCol", w=width) for width in self._widths)))
        for group, rows in itertools.groupby(range(len(self._grid.heights)), key=self._grid.group_of):
            numbers = list(rows)
            make = functools.partial(self._rows, numbers)
            made.extend([self._controls.repeat(group, make)] if group else make())
        return made

    def _rows(self, numbers: Sequence[int]) -> list[Element]:
        return [self._row(row, half) for row in numbers for half in range(self._halves[row])]

    def _properties(self) -> Element:
        outer = (w(side, val="single", sz=8, space=0, color="auto") for side in ("top", "left", "bottom", "right"))
        inner = (w(side, val="single", sz=4, space=0, color="auto") for side in ("insideH", "insideV"))
        sides = (
            w(side, w=width, type="dxa") for side, width in (("top", 28), ("left", 85), ("bottom", 28), ("right", 85))
        )
        return w(
            "tblPr",
            w("tblW", w=TEXT_WIDTH, type="dxa"),
            w("jc", val="center"),
            w("tblBorders", *outer, *inner),
            w("tblLayout", type="fixed"),
            w("tblCellMar", *sides),
        )

    def _cut(self, cell: Cell) -> Iterator[_Piece]:
        top, end = self._tops[cell.row], self._tops[cell.row + cell.rows]
        if not _is_signed_text(cell):
            yield _Piece(top, end - top, cell, cell.inlines)
            return
        words = tuple(item for item in cell.inlines if not isinstance(item, Signature))
        marks = tuple(item for item in cell.inlines if isinstance(item, Signature))
        yield _Piece(top, end - top - 1, cell, words, open_below=True)
        yield _Piece(end - 1, 1, cell, marks, open_above=True)

    def _row(self, row: int, half: int) -> Element:
        height = self._height(row, half)
        properties = w("trPr", w("cantSplit"), w("trHeight", val=mm(height), hRule="atLeast"))
        return w("tr", properties, *self._cells(self._tops[row] + half))

    def _height(self, row: int, half: int) -> float:
        whole = self._grid.heights[row] or _ROW
        if self._halves[row] == 1:
            return whole
        narrow = any(_is_signed_text(c) and _last(c) == row and not self._is_wide(c) for c in self._grid.cells)
        signature = 16.0 if narrow else 9.0
        return signature if half else max(whole - signature, _HALF)

    def _cells(self, top: int) -> Iterator[Element]:
        column = 0
        while column < len(self._widths):
            piece = self._pieces.get((top, column))
            if piece is None:
                piece = self._above(top, column)
                yield self._continued(piece)
            else:
                yield self._cell(piece)
            column += piece.cell.columns

    def _above(self, top: int, column: int) -> _Piece:
        """The piece that reaches down to a place."""
        return next(self._pieces[row, column] for row in range(top, -1, -1) if (row, column) in self._pieces)

    def _cell(self, piece: _Piece) -> Element:
        merge = w("vMerge", val="restart") if piece.rows > 1 else None
        return w("tc", self._cell_properties(piece, merge), *self._paragraphs(piece))

    def _continued(self, piece: _Piece) -> Element:
        return w("tc", self._cell_properties(piece, w("vMerge")), paragraph("HbCell"))

    def _cell_properties(self, piece: _Piece, merge: Element | None) -> Element:
        cell = piece.cell
        width = sum(self._widths[cell.column : cell.column + cell.columns])
        span = w("gridSpan", val=cell.columns) if cell.columns > 1 else None
        open_sides = [side for side, is_open in (("top", piece.open_above), ("bottom", piece.open_below)) if is_open]
        borders = w("tcBorders", *(w(side, val="nil") for side in open_sides)) if open_sides else None
        return w("tcPr", w("tcW", w=width, type="dxa"), span, merge, borders, w("vAlign", val=self._vertical(piece)))

    def _vertical(self, piece: _Piece) -> str:
        if any(isinstance(item, Signature) for item in piece.content):
            return "bottom"
        return "top" if piece.open_below or self._is_block(piece) else "center"

    def _is_block(self, piece: _Piece) -> bool:
        """True when the cell is all for one field of several paragraphs."""
        alone = piece.content[0] if len(piece.content) == 1 else None
        return isinstance(alone, Blank) and self._controls.is_block(alone.field)

    def _paragraphs(self, piece: _Piece) -> list[Element]:
        content = piece.content
        if not content:
            return [paragraph("HbCell")]
        if any(isinstance(item, Signature) for item in content):
            lines = (SIGNATURE,) if self._is_wide(piece.cell) else SIGNATURE_LINES
            return [paragraph("HbSignature", run(line)) for line in lines]
        if isinstance(content[0], Blank) and self._is_block(piece):
            return [self._controls.block(content[0].field, "HbCellText")]
        if piece.cell.is_label:
            words = "".join(item.text for item in content if isinstance(item, Text))
            return [paragraph("HbLabel", run("\n".join(label_lines(words))))]
        return [paragraph("HbCell", *inline_elements(content, self._controls))]

    def _is_wide(self, cell: Cell) -> bool:
        return sum(self._grid.widths[cell.column : cell.column + cell.columns]) >= _ONE_LINE


def inline_elements(inlines: Sequence[Inline], controls: ControlWriter) -> list[Element]:
    """The runs and controls of one paragraph."""
    made: list[Element] = []
    for item in inlines:
        if isinstance(item, Text):
            made.append(run(item.text))
        elif isinstance(item, Blank):
            made.extend(controls.inline(item.field))
        else:
            made.append(run(SIGNATURE))
    return made


def _last(cell: Cell) -> int:
    return cell.row + cell.rows - 1


def _is_signed_text(cell: Cell) -> bool:
    """True for a cell in which a signature stands below words."""
    signatures = sum(isinstance(item, Signature) for item in cell.inlines)
    return 0 < signatures < len(cell.inlines)


def _twips(widths: Sequence[float]) -> list[int]:
    """The widths in twips, stretched to the width of the text; rounding is never lost."""
    scale = TEXT_WIDTH / sum(widths)
    edges = [round(sum(widths[:index]) * scale) for index in range(len(widths) + 1)]
    return [right - left for left, right in itertools.pairwise(edges)]
