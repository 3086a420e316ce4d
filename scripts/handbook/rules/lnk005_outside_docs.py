"""链接指到 docs 文件夹以外。

为什么：网站里只有 docs 里的东西，外面的文件读者拿不到。
错误：`[说明](../../README.md)`。
正确：把要链接的内容放进 docs 文件夹，再写相对路径。
"""

from __future__ import annotations

from collections.abc import Iterator

from handbook.diagnostics import Finding
from handbook.model.handbook import Handbook
from handbook.model.resolution import Outcome
from handbook.rules.links import broken
from handbook.rules.registry import rule


@rule("LNK005", "outside-docs")
def check(handbook: Handbook) -> Iterator[Finding]:
    for link, _ in broken(handbook, Outcome.OUTSIDE):
        yield Finding(
            link.span, f"链接“{link.target}”指到了 docs 文件夹以外", "把文件放进 docs 文件夹再链接", link.target
        )
