"""How much room the words of a form take on paper, reckoned from the styles that the documents are made with."""

from __future__ import annotations

import math
from collections.abc import Sequence

from handbook.fields import type_of
from handbook.fields.logic import sample
from handbook.model.template import Cell, Grid, Inline, Paragraph, Signature, Template, Text
from handbook.model.wording import label_lines

# Millimetres: exporters/docx_styles and docx_pages make 审批表 with these.
PAGE = 252.0  # between the margins above and below
WIDTH = 156.0
CHARACTER = 4.23  # 小四
_LINE = 7.06
_PADDING = 3.0  # of a cell, left and right
_ROW = 11.0
_SIGNED = 9.0  # a signature and its date on one line
_NARROW = 16.0  # on two
_ONE_LINE = 72.0  # the least width for one
# Size of a character, height of a line, distance above and below.
_STYLES = {"title": (7.76, 11.3, 2.1), "right": (CHARACTER, _LINE, 1.1), "flush": (3.7, 6.0, 1.4)}
_OTHER = (CHARACTER, _LINE, 0.0)


def ems(words: str) -> float:
    """The width of words in Chinese characters: letters and digits take half of one."""
    return sum(0.5 if character.isascii() else 1 for character in words)


def inner_width(grid: Grid, cell: Cell) -> float:
    """The width that a cell has for words, in millimetres."""
    return sum(grid.widths[cell.column : cell.column + cell.columns]) - _PADDING


def form_height(template: Template) -> float:
    """The height of a template's wording, its fields filled with their examples."""
    return sum(
        _grid(template, block) if isinstance(block, Grid) else _paragraph(template, block) for block in template.blocks
    )


def shown(template: Template, inlines: Sequence[Inline]) -> str:
    """What is printed of a cell or a paragraph, signatures aside."""
    return "".join(_item(template, item) for item in inlines)


def _item(template: Template, item: Inline) -> str:
    if isinstance(item, Text):
        return item.text
    if isinstance(item, Signature):
        return ""
    field = template.field_at(item.field)
    if field is None:
        return item.field
    if field.name == item.field:
        return type_of(field.type).display(sample(template, field))
    group = template.field(item.field.partition(".")[0])
    values = [dict(row).get(field.name, "") for row in group.example_rows] if group else []
    return type_of(field.type).display(max(values, key=ems, default=""))


def _paragraph(template: Template, block: Paragraph) -> float:
    size, line, apart = _STYLES.get(block.style, _OTHER)
    return apart + line * _lines(shown(template, block.inlines), WIDTH / size)


def _grid(template: Template, grid: Grid) -> float:
    heights = [height or _ROW for height in grid.heights]
    for cell in sorted(grid.cells, key=lambda cell: cell.rows):
        rows = range(cell.row, cell.row + cell.rows)
        missing = _cell(template, grid, cell) - sum(heights[row] for row in rows)
        heights[rows[-1]] += max(0.0, missing)
    return sum(height * _times(template, grid.group_of(row)) for row, height in enumerate(heights))


def _times(template: Template, group: str) -> int:
    """How often a row is printed: that of a group once for each of its example rows."""
    field = template.field(group)
    return max(field.least_rows, len(field.example_rows)) if field else 1


def _cell(template: Template, grid: Grid, cell: Cell) -> float:
    width = inner_width(grid, cell)
    words = shown(template, cell.inlines)
    lines = label_lines(words) if cell.is_label else words.split("\n")
    count = sum(_lines(line, width / CHARACTER) for line in lines)
    signed = any(isinstance(item, Signature) for item in cell.inlines)
    signature = (_SIGNED if width + _PADDING >= _ONE_LINE else _NARROW) if signed else 0.0
    return 1 + _LINE * count * bool(words) + signature


def _lines(words: str, characters: float) -> int:
    return max(1, math.ceil(ems(words) / max(1, int(characters))))
