"""同一页里有两个一样的编号（`{#s1}`、HTML 的 id）。

为什么：链接只能跳到第一个，第二个永远到不了。
错误：`### 登记 {#s1}` 和 `### 受理 {#s1}` 在同一页。
正确：每个编号只用一次：`{#s1}`、`{#s2}`。
"""

from __future__ import annotations

from collections.abc import Iterator

from handbook.diagnostics import Finding
from handbook.model.handbook import Handbook
from handbook.rules.registry import rule


@rule("LNK013", "duplicate-id")
def check(handbook: Handbook) -> Iterator[Finding]:
    for page in handbook.authored:
        for name, spans in page.anchors.items():
            for span in sorted(spans)[1:]:
                first = min(spans).line
                yield Finding(span, f"编号“{name}”在本页第{first}行已经用过", "换一个本页没有用过的编号", name)
