"""没有写明语言（`<html lang>`）的页面。

为什么：读屏软件不知道该用哪种语言读，浏览器会选错字形，还会问读者要不要翻译。
错误：`<html>`。
正确：`<html lang="zh">`；Material 主题在 mkdocs.yml 里写 `language: zh`。
"""

from __future__ import annotations

from collections.abc import Iterator

from handbook.audit.registry import check
from handbook.audit.site import Site
from handbook.diagnostics import Finding, Severity


@check("AUD016", "no-language", Severity.WARNING)
def probe(site: Site) -> Iterator[Finding]:
    """A finding for each page that does not say its language."""
    for page in site.pages:
        if not page.language:
            yield Finding(site.span(page.path), "页面没有写明语言 <html lang>", "在主题设置里写 language: zh")
