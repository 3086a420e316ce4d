"""流程的正文或者流程图用了一个时限编号，deadlines 里没有写。

为什么：“时限”一节的表从 deadlines 生成，漏写一个，读者在表里就看不到这个期限，也没有“算到期日”。
错误：步骤里写“5个工作日内（T-03）”，开头是 `deadlines: [T-04]`。
正确：`deadlines: [T-03, T-04]`。

这一行链接到另一个流程、那个流程有这个时限的，说的是别处的时限，不用写。
"""

from __future__ import annotations

from collections.abc import Iterator

from handbook.diagnostics import Finding
from handbook.model.handbook import Handbook
from handbook.rules.limits import linked_limits, mentions
from handbook.rules.pages import procedures
from handbook.rules.registry import rule


@rule("DLN003", "undeclared-limit", relies=True)
def check(handbook: Handbook) -> Iterator[Finding]:
    """Report time limits that the steps, charts or other words of a procedure name and its front matter does not."""
    for page in procedures(handbook):
        declared = page.meta.texts("deadlines")
        for code, span in mentions(page):
            stray = code in handbook.deadlines and code not in declared
            if stray and code not in linked_limits(page, span.line, handbook):
                yield Finding(span, f"正文用了时限 {code}，deadlines 里没有", f"在 deadlines 里加上 {code}")
