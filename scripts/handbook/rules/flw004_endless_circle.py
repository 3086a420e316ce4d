"""几个框转成一圈，出不来，走不到结束。

为什么：照图办事永远办不完；多半是漏画了出口。
错误：`s3 --> s4 --> s3`，两个框都没有别的出口。
正确：`s4 --> d1{"材料齐了？"}`，`d1 -->|没齐| s3`，`d1 -->|齐了| e1(["办结"])`。
"""

from __future__ import annotations

from collections.abc import Iterator

from handbook.diagnostics import Finding
from handbook.model.flow import flows
from handbook.model.handbook import Handbook
from handbook.rules.registry import rule


@rule("FLW004", "endless-circle")
def check(handbook: Handbook) -> Iterator[Finding]:
    """Report each circle without a way out once, not the boxes that lead into it."""
    for _, flow in flows(handbook):
        for ring in flow.traps:
            names = "、".join(flow.name(node.id) for node in ring)
            yield Finding(ring[0].span, f"走不到结束：“{names}”转成一圈，没有出口", "给这一圈画一个通向结束的出口")
