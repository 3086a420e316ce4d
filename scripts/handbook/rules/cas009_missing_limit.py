"""这一步写着一个时限，模拟案卷却没有算它，也没有说为什么不用。

为什么：新手照着样卷数日子，样卷漏掉一个时限，他也会漏。
错误：用了 SL-05#s2 的文书，“期限”里没有 `时限: T-26`。
正确：在一份文书里写上“期限”；本案走不到的，写进“没有走到的时限”，说明为什么。
"""

from __future__ import annotations

from collections.abc import Iterator

from handbook.diagnostics import Finding
from handbook.model.deadline import mentioned
from handbook.model.handbook import Handbook
from handbook.rules.casefile import documents, step_of
from handbook.rules.registry import rule


@rule("CAS009", "missing-limit", relies=True)
def check(handbook: Handbook) -> Iterator[Finding]:
    case = handbook.casefile
    if case is None:
        return
    told = {running.deadline.text for document in case.documents for running in document.runnings} | set(case.unused)
    seen = set()
    for document in documents(handbook):
        found = step_of(document, handbook)
        if found is None or document.step.text in seen:
            continue
        seen.add(document.step.text)
        for code in mentioned(found[1].fact("时限")):
            if code in handbook.deadlines and code not in told:
                message = f"步骤 {document.step.text} 写着时限 {code}，本案没有算"
                yield Finding(document.step.span, message, "写进这份文书的“期限”，或者“没有走到的时限”")
