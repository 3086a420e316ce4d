"""从起点走不到的框。

为什么：没有箭头通到它，等于没有这一步；多半是漏画箭头，或者箭头上的编号写错。
错误：`s1 --> s2`，另写一行 `s3["归档"]`，没有箭头到 s3。
正确：`s1 --> s2 --> s3["归档"]`。
"""

from __future__ import annotations

from collections.abc import Iterator

from handbook.diagnostics import Finding
from handbook.model.flow import flows
from handbook.model.handbook import Handbook
from handbook.rules.registry import rule


@rule("FLW005", "unreachable-box")
def check(handbook: Handbook) -> Iterator[Finding]:
    """Report boxes that cannot be reached from any start, once for all that hang on the same box."""
    for _, flow in flows(handbook):
        for part in flow.cut_off:
            names = "、".join(flow.name(node.id) for node in part)
            yield Finding(part[0].span, f"从起点走不到“{names}”", "补上通向它的箭头，或者删去它")
