"""写在标签里的脚本（`onclick` 一类的属性）。

为什么：和写在页面里的脚本一样，逼着服务器放松内容安全策略；也是混进恶意脚本最常见的地方。
错误：`<button onclick="print()">`。
正确：在 .js 文件里用 addEventListener 绑定。
"""

from __future__ import annotations

from collections.abc import Iterator

from handbook.audit.registry import check
from handbook.audit.site import Site
from handbook.audit.wording import quoted
from handbook.diagnostics import Finding, Severity


@check("AUD009", "event-handler", Severity.WARNING, intranet=Severity.ERROR)
def probe(site: Site) -> Iterator[Finding]:
    """A finding for each event handler attribute."""
    for path, document in site.documents.items():
        for mark in document.handlers:
            span = site.span(path, mark.line, mark.column)
            yield Finding(span, f"标签{quoted(mark.text)}里写了脚本", "删去这个属性，改在 .js 文件里绑定")
