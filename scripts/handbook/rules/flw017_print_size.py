"""流程图印不好：印在 A4 上字太小，或者要印很多页。

为什么：办案时常常看纸质图；字小于 8 磅看不清，一张图印成四页以上看不出头尾。
错误：一个判断框并排分出十几个框；一张图画四十步。
正确：先分大类，再各画一张图；按阶段拆成几张图，用“转XF-04”这样的结束框接起来。
"""

from __future__ import annotations

from collections.abc import Iterator

from handbook.diagnostics import Finding, Severity
from handbook.model.flow import flows
from handbook.model.handbook import Handbook
from handbook.rules.registry import rule
from handbook.sources.mermaid.paper import SMALLEST, fitted, sheets

MOST = 3


@rule("FLW017", "print-size", Severity.WARNING)
def check(handbook: Handbook) -> Iterator[Finding]:
    """Report charts of the handbook's own pages that paper cannot hold well."""
    for page, flow in flows(handbook):
        layout = fitted(flow.chart) if page.kind else None
        if layout is None:
            continue
        printed = sheets(flow.chart, layout)
        if printed.points < SMALLEST - 0.01:
            message = f"这张流程图印在 A4 上，字只有 {printed.points:.1f} 磅，小于 {SMALLEST} 磅"
            yield Finding(flow.chart.span, message, "减少并排的框，或者拆成几张图")
        elif len(printed.parts) > MOST:
            message = f"这张流程图要印 {len(printed.parts)} 页，超过 {MOST} 页"
            yield Finding(flow.chart.span, message, "按阶段拆成几张图")
