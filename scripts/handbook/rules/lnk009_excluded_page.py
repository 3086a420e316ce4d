"""链接指向不发布的页面或者文件（mkdocs.yml 的 exclude_docs、draft_docs，或者只属于另一个版本的 edition）。

为什么：文件在文件夹里，但是不进网站，读者点下去是“找不到页面”。
错误：`[草稿](drafts/new.md)`，而 drafts/ 不发布。
正确：先让那一页发布，或者去掉链接。
"""

from __future__ import annotations

from collections.abc import Iterator

from handbook.diagnostics import Finding
from handbook.model.handbook import Handbook
from handbook.model.resolution import Outcome
from handbook.rules.links import broken
from handbook.rules.registry import rule


@rule("LNK009", "excluded-page")
def check(handbook: Handbook) -> Iterator[Finding]:
    for link, _ in broken(handbook, Outcome.EXCLUDED):
        yield Finding(
            link.span, f"链接“{link.target}”指向不发布的文件", "去掉链接，或者在 mkdocs.yml 里让它发布", link.target
        )
