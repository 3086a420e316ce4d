"""引用的款、项原文里没有。

为什么：款、项错了，依据就错了；文书引用不准，审理时要退回。
错误：`《示例规则》第三条第四款`（第三条只有两款）；`第二条第三项`（第二条没有分项）。
正确：对照原文数款、数项；“（一）”开头的是项，另起一段的是款。

登记表里要点的款、项也核对。
要有法规原文才核得了：`[tool.handbook]` 的 `statute_texts`。没有原文时这条规则不出声。
"""

from __future__ import annotations

from collections.abc import Iterator

from handbook.diagnostics import Finding
from handbook.model.citation_checks import clause_fault, wrong_clause
from handbook.model.handbook import Handbook
from handbook.rules.registry import rule
from handbook.rules.statutes import judged


@rule("LAW007", "wrong-clause")
def check(handbook: Handbook) -> Iterator[Finding]:
    yield from judged(handbook, wrong_clause)
    for id_, text in handbook.statute_texts.items():
        statute = handbook.statutes[id_]
        for place, gist in statute.gists.items():
            fault = clause_fault(text, place, statute.name)
            if fault:
                yield Finding(gist.span, *fault)
