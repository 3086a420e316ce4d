"""表格里的格太窄，填的内容放不下。

为什么：日期、证件号、电话这样的内容断成两行不好认；“最多字数”写了放不下的数，填满了会把表撑到第二页。
错误：`::: 表格 20 20 58 58`，第二格写 `{{接收日期}}`（只有 17 毫米，日期要 30 毫米）。
正确：`::: 表格 26 40 45 45`，或者用“←”把右边的格并过来。
"""

from __future__ import annotations

import math
from collections.abc import Iterator

from handbook.diagnostics import Finding, Severity
from handbook.model.handbook import Handbook
from handbook.model.template import Blank, Cell, Field, Grid, Template
from handbook.rules.paper import CHARACTER, inner_width
from handbook.rules.registry import rule

# The longest value in Chinese characters: 2099年12月25日 and so on.
_UNBROKEN = {"日期": 7.0, "时间": 4.0, "日期时间": 11.0, "身份证号": 9.0, "电话": 6.5, "整数": 2.0}
_LINES = 3  # a cell may grow to so many
_LINE = 7.06  # mm


@rule("TPL008", "narrow-cell", Severity.WARNING)
def check(handbook: Handbook) -> Iterator[Finding]:
    for template in handbook.all_templates:
        for grid in (block for block in template.blocks if isinstance(block, Grid)):
            for cell in grid.cells:
                blanks = [item for item in cell.inlines if isinstance(item, Blank)]
                if len(blanks) == len(cell.inlines) == 1:
                    yield from _cell(template, grid, cell, blanks[0])


def _cell(template: Template, grid: Grid, cell: Cell, blank: Blank) -> Iterator[Finding]:
    field = _declared(template, blank.field)
    if field is None:
        return
    width = inner_width(grid, cell)
    need = _UNBROKEN.get(field.type, 0) * CHARACTER
    if need > width:
        message = f"“{blank.field}”这一格只有 {width:.0f} 毫米宽，{field.type}要 {math.ceil(need)} 毫米"
        yield Finding(blank.span, message, "把这一列写宽，或者用“←”把右边的格并过来")
        return
    height = sum(grid.heights[row] or 0 for row in range(cell.row, cell.row + cell.rows))
    room = int(width / CHARACTER) * max(_LINES, int(height / _LINE))
    if field.max_length and field.max_length > room:
        message = f"“{blank.field}”最多 {field.max_length} 个字，这一格大约只放得下 {room} 个"
        yield Finding(blank.span, message, "把格写宽、写高，或者把“最多字数”改小")


def _declared(template: Template, name: str) -> Field | None:
    group, _, column = name.partition(".")
    field = template.field(group)
    if field is None or not column:
        return field
    return next((item for item in field.fields if item.name == column), None)
