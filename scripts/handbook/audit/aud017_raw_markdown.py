"""页面上原样露出来的 Markdown 链接。

为什么：读者看到的是 `[受理](shouli.md)` 这几个字，点不动。多半是写在没有 `markdown` 属性的 HTML 标签里，或者括号不是半角。
代码里的不算。
错误：`<div>见 [受理](shouli.md)</div>`。
正确：`<div markdown>见 [受理](shouli.md)</div>`。
"""

from __future__ import annotations

from collections.abc import Iterator

from handbook.audit.registry import check
from handbook.audit.site import Site
from handbook.audit.wording import quoted
from handbook.diagnostics import Finding, Severity


@check("AUD017", "raw-markdown", Severity.WARNING)
def probe(site: Site) -> Iterator[Finding]:
    """A finding for each Markdown link that readers see as text."""
    for page in site.pages:
        for mark in page.leftovers:
            span = site.span(page.path, mark.line, mark.column)
            yield Finding(span, f"Markdown 链接{quoted(mark.text)}没有变成链接", "给外层 HTML 标签加上 markdown 属性")
