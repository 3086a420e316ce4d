"""流程图里的文字超过 18 个字。

为什么：框太大，一页放不下，手机上看不清。
错误：`s1["收到检举控告材料后当日拆封并逐件编号登记造册"]`。
正确：`s1["当日拆封、编号登记"]`，细节写在步骤里。
"""

from __future__ import annotations

from collections.abc import Iterator

from handbook.diagnostics import Finding, Severity
from handbook.model.flow import flows
from handbook.model.handbook import Handbook
from handbook.rules.registry import rule

LONGEST = 18


@rule("FLW016", "long-label", Severity.WARNING)
def check(handbook: Handbook) -> Iterator[Finding]:
    """Report long words on the boxes and arrows of procedure pages."""
    for page, flow in flows(handbook):
        if page.kind != "procedure":
            continue
        labels = [(node.label, node.span) for node in flow.nodes]
        labels += [(edge.label, edge.span) for edge in flow.chart.edges]
        for label, span in labels:
            if len(label) > LONGEST:
                message = f"“{label}”有 {len(label)} 个字，图里的文字最多 {LONGEST} 个字"
                yield Finding(span, message, "缩短，细节写在办理步骤里")
