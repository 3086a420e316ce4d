"""deadlines 里写了一个时限，正文里没有一处用到。

为什么：表里有、步骤里没有，读者不知道做到哪一步要看这个期限，那一步也没有时限徽标。
错误：`deadlines: [T-02]`，各步骤和别处都没有写 T-02。
正确：在用到它的那一步写“5个工作日内（T-02）”；和这个流程无关的，从 deadlines 里删去。

不是哪一步的期限、只要读者知道的（例如不适用的另一套时限），在“时限”一节里写上编号说清楚就行。
"""

from __future__ import annotations

from collections.abc import Iterator

from handbook.diagnostics import Finding, Severity
from handbook.model.deadline import mentioned
from handbook.model.handbook import Handbook
from handbook.rules.pages import procedures
from handbook.rules.registry import rule


@rule("DLN004", "unused-limit", Severity.WARNING, relies=True)
def check(handbook: Handbook) -> Iterator[Finding]:
    """Report time limits of a procedure that none of its words name."""
    for page in procedures(handbook):
        used = mentioned("\n".join(page.lines[page.body_line - 1 :]))
        for code in page.meta.scalars("deadlines") if page.steps else ():
            if code.text in handbook.deadlines and code.text not in used:
                subject = handbook.deadlines[code.text].subject
                hint = "在用到它的那一步写上编号；用不到的从 deadlines 里删去"
                yield Finding(code.span, f"时限 {code.text}（{subject}）正文里没有用到", hint)
