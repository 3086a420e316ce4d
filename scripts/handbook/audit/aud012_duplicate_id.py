"""一页里两处用了同一个 id。

为什么：链接只会跳到第一处，读者到不了第二处；读屏软件也会把说明读错。
错误：`<h3 id="s1">` 之后又有 `<h3 id="s1">`。
正确：每个 id 一页只用一次；标题的 id 写在 Markdown 的 `{#s1}` 里。
"""

from __future__ import annotations

from collections.abc import Iterator

from handbook.audit.registry import check
from handbook.audit.site import Site
from handbook.audit.wording import quoted
from handbook.diagnostics import Finding, Severity


@check("AUD012", "duplicate-id", Severity.WARNING)
def probe(site: Site) -> Iterator[Finding]:
    """A finding for each id that its page has already."""
    for page in site.pages:
        for mark in page.duplicates:
            span = site.span(page.path, mark.line, mark.column)
            yield Finding(span, f"id {quoted(mark.text)}在本页用了不止一次", "每个 id 一页只用一次，给这一处另起一个")
