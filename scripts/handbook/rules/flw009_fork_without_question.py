"""不是判断框，却有两个以上的出口。

为什么：读者不知道是两条路都要走，还是选一条；要选，就该有一个判断框问清楚。
错误：`s5 --> s6`，`s5 --> s7`。
正确：`s5 --> d2{"需要初核？"}`，`d2 -->|是| s6`，`d2 -->|否| s7`。

别的项目的图（编号不用 s1、d1、e1）里，`a --> b & c` 这样写在一起的是有意分头去办，不报。
"""

from __future__ import annotations

from collections.abc import Iterator

from handbook.diagnostics import Finding
from handbook.model.flow import flows
from handbook.model.handbook import Handbook
from handbook.rules.registry import rule


@rule("FLW009", "fork-without-question")
def check(handbook: Handbook) -> Iterator[Finding]:
    """Report the second exit of a box that asks nothing."""
    for _, flow in flows(handbook):
        for node in flow.nodes:
            exits = [] if flow.is_decision(node) or node.id in flow.forks else flow.exits(node)
            if len({edge.target for edge in exits}) > 1:
                message = f"“{flow.name(node.id)}”不是判断框，却有 {len(exits)} 个出口"
                yield Finding(exits[1].span, message, '先接一个判断框，例如“d1{"…？"}”，再从判断框分出去')
