"""A template's wording as HTML that looks like the printed page, each blank showing the name of its field."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from handbook.fields import Control, type_of
from handbook.model.template import Blank, Block, Cell, Grid, Inline, Template, Text
from handbook.model.wording import PAGE_SIGNATURE, SIGNATURE_LINES, label_lines, prefixes

_LAYOUTS = {"公文": "letter", "审批表": "form", "笔录": "record"}
_PIXELS = 3.0  # a millimetre of row height


def sheet(template: Template) -> str:
    """The preview, on one line: Markdown leaves it alone. It has no style attributes, which the site's policy bars."""
    layout = _LAYOUTS.get(template.layout, "letter")
    blocks = zip(template.blocks, prefixes(template.blocks), strict=True)
    body = "".join(_block(block, prefix, template) for block, prefix in blocks)
    foot = f'<p class="hb-sheet__foot">{PAGE_SIGNATURE}</p>' if layout == "record" else ""
    return f'<div class="hb-sheet hb-sheet--{layout}">{body}{foot}</div>'


def _block(block: Block, prefix: str, template: Template) -> str:
    if isinstance(block, Grid):
        return _grid(block, template)
    return f'<p class="hb-sheet__{block.style}">{escape(prefix)}{_inlines(block.inlines, template)}</p>'


def _inlines(inlines: Sequence[Inline], template: Template) -> str:
    return "".join(_inline(item, template) for item in inlines)


def _inline(item: Inline, template: Template) -> str:
    if isinstance(item, Text):
        return escape(item.text)
    if isinstance(item, Blank):
        field = template.field(item.field)
        if field is not None and type_of(field.type).control is Control.CHECKBOXES:
            return "\u3000".join(f"\u2610{escape(option)}" for option in field.options)
        return f'<span class="hb-blank">{escape(item.field.rpartition(".")[2])}</span>'
    lines = "".join(f'<span class="hb-sheet__line">{line}</span>' for line in SIGNATURE_LINES)
    return f'<span class="hb-sheet__signature">{lines}</span>'


def _grid(grid: Grid, template: Template) -> str:
    total = sum(grid.widths)
    columns = "".join(f'<col width="{width / total:.1%}">' for width in grid.widths)
    rows = "".join(_row(grid, row, template) for row in range(len(grid.heights)))
    return f'<table class="hb-sheet__grid"><colgroup>{columns}</colgroup><tbody>{rows}</tbody></table>'


def _row(grid: Grid, row: int, template: Template) -> str:
    cells = sorted((cell for cell in grid.cells if cell.row == row), key=lambda cell: cell.column)
    scope = "col" if all(cell.is_label for cell in cells) else "row"
    height = grid.heights[row]
    size = f' height="{round(height * _PIXELS)}"' if height else ""
    return f"<tr{size}>{''.join(_cell(cell, scope, template) for cell in cells)}</tr>"


def _cell(cell: Cell, scope: str, template: Template) -> str:
    spans = "".join(
        f' {name}="{count}"' for name, count in (("colspan", cell.columns), ("rowspan", cell.rows)) if count > 1
    )
    if cell.is_label:
        words = "".join(item.text for item in cell.inlines if isinstance(item, Text))
        return f'<th scope="{scope}"{spans}>{"<br>".join(escape(line) for line in label_lines(words))}</th>'
    return f"<td{spans}>{_inlines(cell.inlines, template)}</td>"
