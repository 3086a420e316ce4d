"""判断框不到两个出口。

为什么：判断至少有“是”“否”两种结果，缺一个出口，读者遇到另一种情形就不知道怎么办。
错误：`d1{"属受理范围？"} -->|是| s2`，没有别的出口。
正确：再加一行 `d1 -->|否| e1(["转有关机关"])`。
"""

from __future__ import annotations

from collections.abc import Iterator

from handbook.diagnostics import Finding
from handbook.model.flow import flows
from handbook.model.handbook import Handbook
from handbook.rules.registry import rule


@rule("FLW006", "lone-exit")
def check(handbook: Handbook) -> Iterator[Finding]:
    """Report decisions with fewer than two exits."""
    for _, flow in flows(handbook):
        for node in flow.nodes:
            exits = len(flow.exits(node))
            if flow.is_decision(node) and exits < 2:
                many = "只有 1 个出口" if exits else "没有出口"
                hint = "把每一种结果各画一个出口，如果不是判断，改用方框"
                yield Finding(node.span, f"判断框“{flow.name(node.id)}”{many}", hint)
