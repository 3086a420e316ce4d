"""流程图的源文字里写了颜色、线条或者主题。

为什么：写死的颜色在深色界面和打印件上看不清；颜色由网站统一定。
错误：`style s1 fill:#f96`，`classDef red fill:red`，`%%{init: {"theme": "dark"}}%%`。
正确：删去这些行；要突出的用文字说。
"""

from __future__ import annotations

from collections.abc import Iterator

from handbook.diagnostics import Finding, Severity
from handbook.model.flow import flows
from handbook.model.handbook import Handbook
from handbook.rules.registry import rule


@rule("FLW014", "colour-in-source", Severity.WARNING)
def check(handbook: Handbook) -> Iterator[Finding]:
    """Report statements about looks."""
    for _, flow in flows(handbook):
        for style in flow.chart.styles:
            shown = style.text if len(style.text) <= 30 else f"{style.text[:30]}…"
            yield Finding(style.span, f"流程图里写了样式“{shown}”", "删去这一行，颜色由网站统一定")
