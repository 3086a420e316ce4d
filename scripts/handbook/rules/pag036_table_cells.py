r"""表格的一行比表头多几格，表头和下面的短横线格数不同，或者没有短横线那一行。

为什么：多出来的格网页上不显示，内容就丢了；格数不同的、没有短横线的，整个变成一行竖线。
错误：表头两格，下面一行写了三格；表头下面直接写内容。
正确：表头下面一行是 `|---|---|`，每行的格数和表头一样；格里要写竖线时写 `\|`。
"""

from __future__ import annotations

from collections.abc import Iterator

from handbook.diagnostics import Finding
from handbook.model.handbook import Handbook
from handbook.rules.pages import faults
from handbook.rules.registry import rule


@rule("PAG036", "table-cells")
def check(handbook: Handbook) -> Iterator[Finding]:
    forms = {page.path for page in handbook.pages.values() if page.kind == "template"}  # whose grids TPL003 tells about
    return (fault for fault in faults(handbook, "table-cells") if fault.span.path not in forms)
