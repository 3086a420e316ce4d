"""写在页面里的脚本。

为什么：有了它，服务器就不能用最严的内容安全策略（`script-src 'self'`），被人混进来的脚本也就拦不住。
`<script type="application/json">` 一类的数据不是脚本，不算。
错误：`<script>start()</script>`。
正确：放进 .js 文件，用 `<script src="…">` 引用，数据放在 `data-*` 属性里。
"""

from __future__ import annotations

from collections.abc import Iterator

from handbook.audit.registry import check
from handbook.audit.site import Site
from handbook.audit.wording import quoted
from handbook.diagnostics import Finding, Severity


@check("AUD008", "inline-script", Severity.WARNING, intranet=Severity.ERROR)
def probe(site: Site) -> Iterator[Finding]:
    """A finding for each script without a file."""
    for path, document in site.documents.items():
        for mark in document.scripts:
            span = site.span(path, mark.line, mark.column)
            yield Finding(span, f"页面里直接写了脚本{quoted(mark.text)}", "移到 .js 文件里再引用")
