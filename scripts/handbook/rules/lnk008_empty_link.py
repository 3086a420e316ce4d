"""链接没有地址，或者没有文字。

为什么：没有地址的点了没反应；没有文字的看不见，读屏软件也读不出来。
错误：`[受理]()`、`[](shouli.md)`。
正确：`[受理](shouli.md)`。
"""

from __future__ import annotations

from collections.abc import Iterator

from handbook.diagnostics import Finding
from handbook.model.handbook import Handbook
from handbook.model.link import LinkKind
from handbook.model.resolution import Outcome
from handbook.rules.links import broken
from handbook.rules.registry import rule


@rule("LNK008", "empty-link")
def check(handbook: Handbook) -> Iterator[Finding]:
    for link, _ in broken(handbook, Outcome.EMPTY):
        yield Finding(link.span, f"链接“{link.text}”没有地址", "在圆括号里写上目标，或者去掉链接", link.target)
    for _, link in handbook.links():
        if link.kind in (LinkKind.INLINE, LinkKind.REFERENCE) and not link.text.strip() and not link.resource:
            yield Finding(link.span, f"指向“{link.target}”的链接没有文字", "在方括号里写上要点的文字", link.target)
