"""链接的大小写与文件名不一致。

为什么：在 Windows 上能打开，放到服务器（Linux）上就打不开。
错误：`[受理](Shouli.md)`（文件名是 shouli.md）。
正确：`[受理](shouli.md)`。
"""

from __future__ import annotations

from collections.abc import Iterator

from handbook.diagnostics import Finding
from handbook.model.handbook import Handbook
from handbook.model.resolution import Outcome
from handbook.rules.links import broken
from handbook.rules.registry import rule


@rule("LNK004", "wrong-case")
def check(handbook: Handbook) -> Iterator[Finding]:
    for link, found in broken(handbook, Outcome.WRONG_CASE):
        message = f"链接“{link.target}”的大小写与文件名不一致"
        yield Finding(link.span, message, f"写成“{found.suggestion}”", link.target)
