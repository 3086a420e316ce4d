"""页面有别的页面链接到它，但是不在导航里。

为什么：读者在左边的目录里找不到它，不知道自己在哪里。
错误：docs/new.md 没有写进 mkdocs.yml 的 nav。
正确：写进 nav；有意不放进目录的，写进 not_in_nav。
"""

from __future__ import annotations

from collections.abc import Iterator

from handbook.diagnostics import Finding, Severity
from handbook.model.handbook import Handbook
from handbook.rules.links import outside_nav
from handbook.rules.registry import rule


@rule("LNK015", "page-not-in-nav", Severity.WARNING)
def check(handbook: Handbook) -> Iterator[Finding]:
    linked = {found.page for page, _, found in handbook.resolved if found.page != page.src}
    for page in outside_nav(handbook):
        if page.src in linked:
            message = f"页面“{page.title}”不在导航里"
            yield Finding(page.span, message, "写进 mkdocs.yml 的 nav；有意不放进目录的，写进 not_in_nav")
