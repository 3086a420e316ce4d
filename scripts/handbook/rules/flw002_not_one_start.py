"""流程图没有起点，或者不止一个起点。

为什么：读者不知道从哪个框开始；多出来的起点多半是漏画了一条箭头。
错误：`s1 --> s2`、`s3 --> s4`，没有箭头指向 s3。
正确：`s1 --> s2 --> s3 --> s4`。
"""

from __future__ import annotations

from collections.abc import Iterator

from handbook.diagnostics import Finding
from handbook.model.flow import flows
from handbook.model.handbook import Handbook
from handbook.rules.registry import rule


@rule("FLW002", "not-one-start")
def check(handbook: Handbook) -> Iterator[Finding]:
    """Report charts without a start, and every start beyond the one that leads to most boxes."""
    for _, flow in flows(handbook):
        if flow.nodes and not flow.starts:
            yield Finding(
                flow.nodes[0].span, "没有起点：每个框都有箭头指进来", "去掉指向第一个框的箭头，或者在前面加一个起点"
            )
        for extra in flow.starts[1:]:
            message = (
                f"“{flow.name(extra.id)}”是多出来的起点：没有箭头指向它，而起点已经有“{flow.name(flow.starts[0].id)}”"
            )
            yield Finding(extra.span, message, "补上指向它的箭头，或者删去它")
