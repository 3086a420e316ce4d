"""文书里的表格写得不对：格数和列数不一样、合并的不是长方形、列宽合计不是156毫米、没有收尾。

为什么：表格差一格，生成的 Word 表就会错位；列宽合计不是版心宽，打印出来会歪到页边外面。
错误：`::: 表格 30 40 30 48`（合计148），下面一行写 `| 姓名 | {{姓名}} |`（只有2格）。
正确：`::: 表格 30 48 30 48`，下面一行写 `| 姓名 | {{姓名}} | ← | ← |`，最后另起一行写 `:::`。
"""

from __future__ import annotations

from collections.abc import Iterator

from handbook.diagnostics import Finding
from handbook.model.handbook import Handbook
from handbook.rules.registry import rule
from handbook.rules.templates import faults


@rule("TPL003", "bad-grid")
def check(handbook: Handbook) -> Iterator[Finding]:
    yield from faults(handbook, "grid")
