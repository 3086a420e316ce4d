"""deadlines 里的时限编号在时限总表里没有。

为什么：页面上的时限表从总表生成，没有的编号列不出来，读者就漏看了一个时限。
错误：`deadlines: [T-44]`，总表里没有 T-44。
正确：先在 docs/reference/deadlines.yml 里写上 T-44，或者改成有的编号。
"""

from __future__ import annotations

from collections.abc import Iterator

from handbook.diagnostics import Finding
from handbook.model.deadline import is_id
from handbook.model.handbook import Handbook
from handbook.model.spelling import did_you_mean
from handbook.rules.pages import procedures
from handbook.rules.registry import rule


@rule("PAG026", "unknown-deadline", relies=True)
def check(handbook: Handbook) -> Iterator[Finding]:
    for page in procedures(handbook):
        for code in page.meta.scalars("deadlines"):
            if is_id(code.text) and code.text not in handbook.deadlines:
                hint = did_you_mean(code.text, handbook.deadlines, "在 docs/reference/deadlines.yml 里加上这一条")
                yield Finding(code.span, f"时限总表里没有“{code.text}”", hint)
