"""链接或者图片指向的文件不存在。

为什么：读者看到的是破图，或者下载失败。
错误：`![流程](img/liucheng.png)`（没有这个文件）。
正确：先把文件放进 docs 文件夹，再写它的相对路径。
"""

from __future__ import annotations

from collections.abc import Iterator

from handbook.diagnostics import Finding
from handbook.model.handbook import Handbook
from handbook.model.link import LinkKind
from handbook.model.resolution import Outcome
from handbook.rules.links import broken
from handbook.rules.registry import rule


@rule("LNK003", "missing-file")
def check(handbook: Handbook) -> Iterator[Finding]:
    for link, found in broken(handbook, Outcome.NO_FILE):
        hint = f"是不是“{found.suggestion}”" if found.suggestion else "把文件放进 docs 文件夹，或者改对路径"
        what = "图片" if link.kind is LinkKind.IMAGE else "文件"
        yield Finding(link.span, f"{what}“{link.target}”不存在", hint, link.target)
