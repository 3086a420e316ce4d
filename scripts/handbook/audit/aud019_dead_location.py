"""网站地图（sitemap.xml）或搜索索引里有网站里没有的页面。

为什么：读者从搜索结果点进去，看到“找不到网页”。多半是构建之后又删改了文件，或者两次构建的结果混在了一起。
错误：search_index.json 里有 `petitions/old.html#s1`，网站里没有这一页或这一处。
正确：整个重新构建，不要手工改 site/。
"""

from __future__ import annotations

from collections.abc import Iterator

from handbook.audit.document import Use
from handbook.audit.registry import check
from handbook.audit.site import Site
from handbook.audit.target import Fault, Target
from handbook.audit.wording import quoted
from handbook.diagnostics import Finding, Severity

_REASONS = {
    Fault.DEAD: "网站里没有这一页",
    Fault.SOURCE: "它是 Markdown 源文件",
    Fault.CASE: "大小写和文件名不一致",
    Fault.ANCHOR: "那一页里没有这一处",
}


@check("AUD019", "dead-location", Severity.ERROR)
def probe(site: Site) -> Iterator[Finding]:
    """A finding for each place that the sitemap or the search index names and the site does not have."""
    for path, reference, target in site.suspects:
        reason = _reason(site, target) if reference.use is Use.LOCATION else ""
        if reason:
            span = site.span(path, reference.line, reference.column)
            yield Finding(span, f"{path} 里的{quoted(reference.url)}打不开：{reason}", "整个重新构建", reference.url)


def _reason(site: Site, target: Target) -> str:
    if site.home and not target.path and Fault.OUTSIDE in target.faults:
        return f"不是本站（{site.home}）的地址"
    return next((words for fault, words in _REASONS.items() if fault in target.faults), "")
