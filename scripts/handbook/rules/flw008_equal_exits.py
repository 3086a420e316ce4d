"""一个判断框有两个出口写着同样的条件。

为什么：同一种情形有两条路，读者不知道走哪条；多半是复制后忘了改。
错误：`d1 -->|是| s2`，`d1 -->|是| s3`。
正确：`d1 -->|是| s2`，`d1 -->|否| s3`。
"""

from __future__ import annotations

from collections.abc import Iterator

from handbook.diagnostics import Finding
from handbook.model.flow import flows
from handbook.model.handbook import Handbook
from handbook.rules.registry import rule


@rule("FLW008", "equal-exits")
def check(handbook: Handbook) -> Iterator[Finding]:
    """Report the second of two equal labels on the exits of a decision."""
    for _, flow in flows(handbook):
        for node in filter(flow.is_decision, flow.nodes):
            seen: set[str] = set()
            for edge in flow.exits(node):
                label = "".join(edge.label.split())
                if label and label in seen:
                    message = f"判断框“{flow.name(node.id)}”有两个出口都写着“{edge.label}”"
                    yield Finding(edge.span, message, "把其中一个改成另一种条件")
                seen.add(label)
