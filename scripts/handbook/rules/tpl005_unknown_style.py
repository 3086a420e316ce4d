"""文书正文里的样式记号不认识，或者标题记号写得不对。

为什么：认不出的记号会原样印在文书上，这一段也排不到该在的位置。
错误：`{右边}编号：{{编号}}`；`##核查情况`（少一个空格）。
正确：`{右}编号：{{编号}}`；`## 核查情况`。
"""

from __future__ import annotations

from collections.abc import Iterator

from handbook.diagnostics import Finding
from handbook.model.handbook import Handbook
from handbook.rules.registry import rule
from handbook.rules.templates import faults


@rule("TPL005", "unknown-style")
def check(handbook: Handbook) -> Iterator[Finding]:
    yield from faults(handbook, "style")
