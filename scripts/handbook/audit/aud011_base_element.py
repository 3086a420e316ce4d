"""页面里有 `<base>`。

为什么：它改变整页所有相对地址的起点：从文件夹打开时全部失效，`#` 开头的页内链接也会离开本页。
错误：`<base href="/handbook/">`。
正确：删去它，地址都从本页出发。
"""

from __future__ import annotations

from collections.abc import Iterator

from handbook.audit.registry import check
from handbook.audit.site import Site
from handbook.audit.wording import quoted
from handbook.diagnostics import Finding, Severity


@check("AUD011", "base-element", Severity.ERROR)
def probe(site: Site) -> Iterator[Finding]:
    """A finding for each base element with an address."""
    for path, document in site.documents.items():
        for mark in document.bases:
            span = site.span(path, mark.line, mark.column)
            yield Finding(span, f"<base href> 把本页地址的起点改成了{quoted(mark.text)}", "删去 <base>", mark.text)
