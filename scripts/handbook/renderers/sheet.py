"""A template's wording as HTML that looks like the printed page, each blank showing the name of its field."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from handbook.model.template import Blank, Block, Cell, Grid, Inline, Template, Text
from handbook.model.wording import PAGE_SIGNATURE, SIGNATURE_LINES, label_lines, prefixes

_LAYOUTS = {"公文": "letter", "审批表": "form", "笔录": "record"}
_PIXELS = 3.0  # a millimetre of row height


def sheet(template: Template) -> str:
    """The preview, on one line: Markdown leaves it alone. It has no style attributes, which the site's policy bars."""
    layout = _LAYOUTS.get(template.layout, "letter")
    blocks = zip(template.blocks, prefixes(template.blocks), strict=True)
    body = "".join(_block(block, prefix) for block, prefix in blocks)
    foot = f'<p class="hb-sheet__foot">{PAGE_SIGNATURE}</p>' if layout == "record" else ""
    return f'<div class="hb-sheet hb-sheet--{layout}">{body}{foot}</div>'


def _block(block: Block, prefix: str) -> str:
    if isinstance(block, Grid):
        return _grid(block)
    return f'<p class="hb-sheet__{block.style}">{escape(prefix)}{_inlines(block.inlines)}</p>'


def _inlines(inlines: Sequence[Inline]) -> str:
    return "".join(_inline(item) for item in inlines)


def _inline(item: Inline) -> str:
    if isinstance(item, Text):
        return escape(item.text)
    if isinstance(item, Blank):
        return f'<span class="hb-blank">{escape(item.field)}</span>'
    lines = "".join(f'<span class="hb-sheet__line">{line}</span>' for line in SIGNATURE_LINES)
    return f'<span class="hb-sheet__signature">{lines}</span>'


def _grid(grid: Grid) -> str:
    total = sum(grid.widths)
    columns = "".join(f'<col width="{width / total:.1%}">' for width in grid.widths)
    rows = "".join(_row(grid, row) for row in range(len(grid.heights)))
    return f'<table class="hb-sheet__grid"><colgroup>{columns}</colgroup><tbody>{rows}</tbody></table>'


def _row(grid: Grid, row: int) -> str:
    cells = sorted((cell for cell in grid.cells if cell.row == row), key=lambda cell: cell.column)
    scope = "col" if all(cell.is_label for cell in cells) else "row"
    height = grid.heights[row]
    size = f' height="{round(height * _PIXELS)}"' if height else ""
    return f"<tr{size}>{''.join(_cell(cell, scope) for cell in cells)}</tr>"


def _cell(cell: Cell, scope: str) -> str:
    spans = "".join(
        f' {name}="{count}"' for name, count in (("colspan", cell.columns), ("rowspan", cell.rows)) if count > 1
    )
    if cell.is_label:
        words = "".join(item.text for item in cell.inlines if isinstance(item, Text))
        return f'<th scope="{scope}"{spans}>{"<br>".join(escape(line) for line in label_lines(words))}</th>'
    return f"<td{spans}>{_inlines(cell.inlines)}</td>"
