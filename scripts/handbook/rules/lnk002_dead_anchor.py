"""链接的页面在，但是 `#` 后面的位置不存在。

为什么：读者到了那一页，却停在页首，找不到要看的那一步。
错误：`[第3步](shouli.md#s33)`（那一页没有 s33）。
正确：`[第3步](shouli.md#s3)`。
"""

from __future__ import annotations

from collections.abc import Iterator

from handbook.diagnostics import Finding
from handbook.model.handbook import Handbook
from handbook.model.resolution import Outcome
from handbook.rules.links import broken
from handbook.rules.registry import rule


@rule("LNK002", "dead-anchor")
def check(handbook: Handbook) -> Iterator[Finding]:
    for link, found in broken(handbook, Outcome.NO_ANCHOR):
        hint = (
            f"是不是“{found.suggestion}”"
            if found.suggestion
            else "核对那一页的小标题；需要固定位置时在小标题后写 {#编号}"
        )
        page = handbook.pages[found.page or ""]
        yield Finding(link.span, f"“{page.title}”页里没有“#{link.fragment}”这个位置", hint, link.target)
