"""链接用了以 `/` 开头的绝对路径。

为什么：网站放在子目录里，或者从U盘打开时，绝对路径都找不到。
错误：`[受理](/petitions/shouli.md)`。
正确：`[受理](../petitions/shouli.md)`，从当前文件所在的文件夹写起。
"""

from __future__ import annotations

from collections.abc import Iterator

from handbook.diagnostics import Finding
from handbook.model.handbook import Handbook
from handbook.model.resolution import Outcome
from handbook.rules.links import broken
from handbook.rules.registry import rule


@rule("LNK006", "absolute-path")
def check(handbook: Handbook) -> Iterator[Finding]:
    for link, _ in broken(handbook, Outcome.ABSOLUTE):
        hint = "从当前文件所在的文件夹写起，例如“../petitions/…”"
        yield Finding(link.span, f"链接“{link.target}”是绝对路径，子目录和离线打开时都会失效", hint, link.target)
