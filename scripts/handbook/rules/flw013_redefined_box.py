"""同一个框先后写了两种文字。

为什么：Mermaid 悄悄用后一种，前一种就丢了；多半是复制一行后忘了改编号。
错误：`s2["登记"]`，下面又写 `s2["移交"]`。
正确：`s2["登记"]`，`s3["移交"]`。
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from handbook.diagnostics import Finding
from handbook.model.flow import flows
from handbook.model.handbook import Handbook
from handbook.rules.registry import rule


@rule("FLW013", "redefined-box")
def check(handbook: Handbook) -> Iterator[Finding]:
    """Report words for a box that differ from those it was given before."""
    for _, flow in flows(handbook):
        for node in flow.chart.nodes.values():
            for before, after in pairwise(node.words):
                if before.text != after.text:
                    message = f"“{node.id}”前面写的是“{before.text}”，这里又写成“{after.text}”"
                    yield Finding(after.span, message, "是两个框就换一个编号，是一个框就只写一次文字")
