"""判断框的出口没有写条件。

为什么：读者不知道什么情形走这条路。
错误：`d1 --> s2`。
正确：`d1 -->|是| s2`。
"""

from __future__ import annotations

from collections.abc import Iterator

from handbook.diagnostics import Finding
from handbook.model.flow import flows
from handbook.model.handbook import Handbook
from handbook.rules.registry import rule


@rule("FLW007", "unlabelled-exit")
def check(handbook: Handbook) -> Iterator[Finding]:
    """Report exits of decisions without words."""
    for _, flow in flows(handbook):
        for node in filter(flow.is_decision, flow.nodes):
            for edge in flow.exits(node):
                if not edge.label:
                    message = f"判断框“{flow.name(node.id)}”通向“{flow.name(edge.target)}”的出口没有写条件"
                    yield Finding(edge.span, message, "写成“-->|是|”这样")
