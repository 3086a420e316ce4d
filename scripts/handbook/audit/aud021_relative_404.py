"""404.html 里的相对地址。

为什么：读者在任何地址上都可能看到 404 页面；相对地址从那个地址算起，样式和链接多半会失效。
错误：404.html 里写 `<link rel="stylesheet" href="assets/main.css">`。
正确：`/assets/main.css`，网站在子目录里时写上子目录；MkDocs 按 `site_url` 自己会写对。
"""

from __future__ import annotations

from collections.abc import Iterator

from handbook.audit.registry import check
from handbook.audit.site import Site
from handbook.audit.target import Fault
from handbook.audit.wording import quoted, written
from handbook.diagnostics import Finding, Severity


@check("AUD021", "relative-404", Severity.WARNING)
def probe(site: Site) -> Iterator[Finding]:
    """A finding for each relative address of 404.html."""
    for span, reference, _ in site.faulty(Fault.RELATIVE):
        message = f"404 页面里 {written(reference)} 的地址{quoted(reference.url)}是相对地址"
        yield Finding(span, message, "改成从网站的根算起的路径", reference.url)
