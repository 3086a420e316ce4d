"""A template's wording as HTML that looks like the printed page, blank or filled with its fictitious examples."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from html import escape

from handbook.fields import Control, type_of
from handbook.fields.choices import SEPARATOR
from handbook.fields.logic import sample
from handbook.model.template import Blank, Block, Cell, Field, Grid, Inline, Template, Text
from handbook.model.wording import CHECKED, PAGE_SIGNATURE, SIGNATURE_LINES, UNCHECKED, label_lines, prefixes

_LAYOUTS = {"公文": "letter", "审批表": "form", "笔录": "record"}
_PIXELS = 3.0  # a millimetre of row height


def sheet(template: Template, *, filled: bool = False) -> str:
    """The preview, on one line: Markdown leaves it alone. It has no style attributes, which the site's policy bars.

    Args:
        template: the document template.
        filled: each field shows its example instead of its name.
    """
    return _Sheet(template, filled=filled).html()


class _Sheet:
    """Writes one template; `_row` holds the example that the repeated row now being written shows."""

    def __init__(self, template: Template, *, filled: bool) -> None:
        self._template = template
        self._filled = filled
        self._example: Mapping[str, str] = {}

    def html(self) -> str:
        layout = _LAYOUTS.get(self._template.layout, "letter")
        blocks = zip(self._template.blocks, prefixes(self._template.blocks), strict=True)
        body = "".join(self._block(block, prefix) for block, prefix in blocks)
        foot = f'<p class="hb-sheet__foot">{PAGE_SIGNATURE}</p>' if layout == "record" else ""
        return f'<div class="hb-sheet hb-sheet--{layout}">{body}{foot}</div>'

    def _block(self, block: Block, prefix: str) -> str:
        if isinstance(block, Grid):
            return self._grid(block)
        return f'<p class="hb-sheet__{block.style}">{escape(prefix)}{self._inlines(block.inlines)}</p>'

    def _inlines(self, inlines: Sequence[Inline]) -> str:
        return "".join(self._inline(item) for item in inlines)

    def _inline(self, item: Inline) -> str:
        if isinstance(item, Text):
            return escape(item.text)
        if isinstance(item, Blank):
            return self._blank(item)
        lines = "".join(f'<span class="hb-sheet__line">{line}</span>' for line in SIGNATURE_LINES)
        return f'<span class="hb-sheet__signature">{lines}</span>'

    def _blank(self, blank: Blank) -> str:
        field = self._template.field_at(blank.field)
        value = self._value(field, blank.field) if field is not None and self._filled else ""
        if field is not None and type_of(field.type).control is Control.CHECKBOXES:
            chosen = value.split(SEPARATOR)
            return "\u3000".join(f"{CHECKED if o in chosen else UNCHECKED}{escape(o)}" for o in field.options)
        if field is not None and value:
            lines = escape(type_of(field.type).display(value)).split("\n")
            return f'<span class="hb-blank hb-blank--filled">{"<br>".join(lines)}</span>'
        if self._filled and field is not None and field.left_blank:
            return '<span class="hb-blank hb-blank--empty">（不填）</span>'
        return f'<span class="hb-blank">{escape(blank.field.rpartition(".")[2])}</span>'

    def _value(self, field: Field, name: str) -> str:
        """The example of a field; that of a group's column is the one of its row."""
        if "." in name:
            field = replace(field, example=self._example.get(name.rpartition(".")[2], ""))
        return sample(self._template, field)

    def _grid(self, grid: Grid) -> str:
        total = sum(grid.widths)
        columns = "".join(f'<col width="{width / total:.1%}">' for width in grid.widths)
        rows = "".join(self._rows(grid, row) for row in range(len(grid.heights)))
        return f'<table class="hb-sheet__grid"><colgroup>{columns}</colgroup><tbody>{rows}</tbody></table>'

    def _rows(self, grid: Grid, row: int) -> str:
        """A row, or as many as its group has examples."""
        made = []
        for example in self._examples(grid, row):
            self._example = dict(example)
            made.append(self._row(grid, row))
        self._example = {}
        return "".join(made)

    def _examples(self, grid: Grid, row: int) -> tuple[tuple[tuple[str, str], ...], ...]:
        """What the row shows each time it is written: once, with nothing, unless a group repeats it."""
        group = self._template.field(grid.group_of(row)) if self._filled else None
        return group.example_rows if group and group.example_rows else ((),)

    def _row(self, grid: Grid, row: int) -> str:
        cells = sorted((cell for cell in grid.cells if cell.row == row), key=lambda cell: cell.column)
        scope = "col" if all(cell.is_label for cell in cells) else "row"
        height = grid.heights[row]
        size = f' height="{round(height * _PIXELS)}"' if height else ""
        return f"<tr{size}>{''.join(self._cell(grid, cell, scope) for cell in cells)}</tr>"

    def _cell(self, grid: Grid, cell: Cell, scope: str) -> str:
        rows = 1 + sum(len(self._examples(grid, row)) for row in range(cell.row + 1, cell.row + cell.rows))
        spans = "".join(
            f' {name}="{count}"' for name, count in (("colspan", cell.columns), ("rowspan", rows)) if count > 1
        )
        if cell.is_label:
            words = "".join(item.text for item in cell.inlines if isinstance(item, Text))
            return f'<th scope="{scope}"{spans}>{"<br>".join(escape(line) for line in label_lines(words))}</th>'
        return f"<td{spans}>{self._inlines(cell.inlines)}</td>"
