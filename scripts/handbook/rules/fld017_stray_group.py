"""重复组和重复行对不上：列不在“|*”行里，“|*”行里没有重复组的列，或者混进了别的字段。

为什么：重复组靠“|*”行一行一行地加；放在别处只能填一次，混进别的字段，加一行就多出一个同名的填写框。
错误：`| 财物 | {{财物.名称}} |`；`|* {{名称}} | {{数量}} |`。
正确：`|* {{财物.名称}} | {{财物.数量}} |`，“财物”声明成 `{类型: 重复组, 每行: {名称: {类型: 文字}, 数量: {类型: 整数}}}`。
"""

from __future__ import annotations

from collections.abc import Iterator

from handbook.diagnostics import Finding
from handbook.model.handbook import Handbook
from handbook.model.template import Blank, Grid, Template
from handbook.rules.registry import rule


@rule("FLD017", "stray-group")
def check(handbook: Handbook) -> Iterator[Finding]:
    for template in handbook.all_templates:
        repeated: set[Blank] = set()
        for block in template.blocks:
            if isinstance(block, Grid):
                yield from _rows(block, repeated)
        yield from _outside(template, repeated)


def _rows(grid: Grid, repeated: set[Blank]) -> Iterator[Finding]:
    for row in sorted(grid.repeats):
        cells = [cell for cell in grid.cells if cell.row == row]
        blanks = [item for cell in cells for item in cell.inlines if isinstance(item, Blank)]
        repeated.update(blanks)
        group = grid.group_of(row)
        if not group and cells:
            hint = "用“重复组”声明，写成“{{组名.列名}}”；不重复的行去掉“*”"
            yield Finding(min(cell.span for cell in cells), "以“|*”开头的行里没有重复组的列", hint)
            continue
        for blank in blanks:
            if blank.field.partition(".")[0] != group:
                message = f"“{blank.field}”不是重复组“{group}”的列，却在它的重复行里"
                yield Finding(blank.span, message, f"移到别的行，或者加到“{group}”的“每行”里")


def _outside(template: Template, repeated: set[Blank]) -> Iterator[Finding]:
    groups = {field.name for field in template.fields if field.fields}
    for blank in template.blanks():
        if blank not in repeated and "." in blank.field and blank.field.partition(".")[0] in groups:
            message = f"重复组的列“{blank.field}”不在以“|*”开头的行里"
            yield Finding(blank.span, message, "移到“|* … |”这样的行里，那一行可以重复")
