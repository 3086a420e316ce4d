"""网站没有首页。

为什么：读者打开网址只看到“禁止访问”或一列文件名；空的网站多半是构建没有做完。
错误：site/ 是空的，或者里面没有 index.html。
正确：写好 docs/index.md，再构建一次。
"""

from __future__ import annotations

from collections.abc import Iterator

from handbook.audit.registry import check
from handbook.audit.site import HOME, Site
from handbook.diagnostics import Finding, Severity


@check("AUD014", "no-home-page", Severity.ERROR)
def probe(site: Site) -> Iterator[Finding]:
    """A finding when there is no index.html at the top of the site."""
    if HOME not in site.files:
        message = "网站没有首页 index.html" if site.files else "网站是空的"
        yield Finding(site.span(HOME), message, "写好 docs/index.md，再构建一次")
