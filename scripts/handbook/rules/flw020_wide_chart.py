"""从左到右的流程图超过 6 层。

为什么：屏幕上要左右拖着看，手机上和纸上更放不下。
错误：`flowchart LR`，从头到尾接着画 9 个框。
正确：`flowchart TD`。
"""

from __future__ import annotations

from collections.abc import Iterator

from handbook.diagnostics import Finding, Severity
from handbook.model.flow import flows
from handbook.model.handbook import Handbook
from handbook.rules.registry import rule
from handbook.sources.mermaid.layout import lay_out

MOST = 6


@rule("FLW020", "wide-chart", Severity.WARNING)
def check(handbook: Handbook) -> Iterator[Finding]:
    """Report charts of the handbook's own pages that run sideways for more than a few ranks."""
    for page, flow in flows(handbook):
        layout = lay_out(flow.chart) if page.kind and flow.chart.direction in ("LR", "RL") else None
        ranks = len({round(box.x) for box in layout.boxes}) if layout else 0
        if ranks > MOST:
            message = f"流程图从左到右有 {ranks} 层，最多 {MOST} 层"
            yield Finding(flow.chart.span, message, "第一行改成“flowchart TD”，从上到下画")
