"""没有标题（`<title>`）的页面。

为什么：浏览器的标签页、书签和搜索结果都用它；读屏软件先读它。
错误：`<title></title>`，或者没有 `<title>`。
正确：页面第一行写 `# 标题`，或者在页首的 `title:` 里写。
"""

from __future__ import annotations

from collections.abc import Iterator

from handbook.audit.registry import check
from handbook.audit.site import Site
from handbook.diagnostics import Finding, Severity


@check("AUD015", "untitled-page", Severity.WARNING)
def probe(site: Site) -> Iterator[Finding]:
    """A finding for each page without a title."""
    for page in site.pages:
        if not page.title:
            yield Finding(site.span(page.path), "页面没有标题 <title>", "在 Markdown 第一行写“# 标题”")
