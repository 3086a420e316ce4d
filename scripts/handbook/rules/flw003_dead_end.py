"""走到一个框就断了：它后面没有箭头，也不是结束框。

为什么：照图办事的人走到这里不知道下一步。
错误：`s6["归档"]` 后面什么也没有，图里别处用 `e1(["办结"])` 结束。
正确：`s6["归档"] --> e1(["办结"])`。
"""

from __future__ import annotations

from collections.abc import Iterator

from handbook.diagnostics import Finding
from handbook.model.flow import flows
from handbook.model.handbook import Handbook
from handbook.rules.registry import rule


@rule("FLW003", "dead-end")
def check(handbook: Handbook) -> Iterator[Finding]:
    """Report boxes that are no ends and have no way out."""
    for _, flow in flows(handbook):
        for node in flow.dead_ends:
            message = f"死路：“{flow.name(node.id)}”后面没有箭头，也不是结束框"
            yield Finding(node.span, message, '画出下一步，或者接到结束框，例如“--> e1(["办结"])”')
