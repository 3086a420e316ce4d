"""指向网站里没有的页面的链接。

为什么：读者点了链接只看到“找不到网页”，事情办到一半断了线。
错误：`<a href="shuoli.html">`，而网站里只有 `shouli.html`。
正确：`<a href="shouli.html">`。链接多半写在对应的 Markdown 页面里，到那里去改；导航里的写在 mkdocs.yml。
"""

from __future__ import annotations

from collections.abc import Iterator

from handbook.audit.registry import check
from handbook.audit.site import Site
from handbook.audit.target import Fault, Target
from handbook.audit.wording import leads_to_page, quoted, relative
from handbook.diagnostics import Finding, Severity


@check("AUD001", "dead-link", Severity.ERROR)
def probe(site: Site) -> Iterator[Finding]:
    """A finding for each link to a page that is not in the site."""
    for span, reference, target in site.faulty(Fault.DEAD):
        if leads_to_page(reference, target):
            message = f"链接{quoted(reference.url)}打不开：{_where(target)}"
            yield Finding(span, message, _hint(site, span.path, target), reference.url)


def _where(target: Target) -> str:
    return f"网站里没有“{target.path}”" if target.path else "它指到网站外面去了"


def _hint(site: Site, path: str, target: Target) -> str:
    if target.near:
        return f"是不是“{relative(path.removeprefix(site.shown), target.near)}”？"
    return "改成已有的页面，或者删去链接"
