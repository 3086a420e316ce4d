"""页面不在导航里，也没有任何页面链接到它。

为什么：读者除了搜索，没有办法走到这一页。
错误：新建了 docs/new.md，mkdocs.yml 的 nav 里没有写，别的页面也没有链接。
正确：写进 nav，或者从相关页面链接过来；确实不要的，删掉。
"""

from __future__ import annotations

from collections.abc import Iterator

from handbook.diagnostics import Finding, Severity
from handbook.model.handbook import Handbook
from handbook.rules.links import outside_nav
from handbook.rules.registry import rule


@rule("LNK014", "orphan-page", Severity.WARNING)
def check(handbook: Handbook) -> Iterator[Finding]:
    linked = {found.page for page, _, found in handbook.resolved if found.page != page.src}
    for page in outside_nav(handbook):
        if page.src not in linked:
            message = f"页面“{page.title}”不在导航里，也没有页面链接到它"
            yield Finding(page.span, message, "写进 mkdocs.yml 的 nav，或者从相关页面链接过来")
