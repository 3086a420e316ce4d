"""页面在，但页面里没有链接所指的那一处。

为什么：读者点了“见第三步”，却停在页面开头，要自己去找；编号改了，旧链接就指错了地方。
错误：`<a href="shouli.html#s9">`，而那一页只有 `s1` 到 `s5`。
正确：`<a href="shouli.html#s5">`。大小写也要一样；`#` 和 `#top` 总是页面开头。
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from urllib.parse import unquote

from handbook.audit.registry import check
from handbook.audit.site import Site
from handbook.audit.target import Fault, Target
from handbook.audit.wording import quoted
from handbook.diagnostics import Finding, Severity


@check("AUD002", "dead-anchor", Severity.ERROR)
def probe(site: Site) -> Iterator[Finding]:
    """A finding for each link to a place that its page does not have."""
    for span, reference, target in site.faulty(Fault.ANCHOR):
        page = "本页" if site.shown + target.path == span.path else f"“{posixpath.basename(target.path)}”"
        message = f"链接{quoted(reference.url)}找不到位置：{page}里没有“#{unquote(target.fragment or '')}”"
        yield Finding(span, message, _hint(site, target), reference.url)


def _hint(site: Site, target: Target) -> str:
    """The place that differs only in the case of its letters, if there is one."""
    wanted = unquote(target.fragment or "").casefold()
    anchors = site.documents[target.path].anchors
    same = next((anchor for anchor in sorted(anchors) if anchor.casefold() == wanted), None)
    return f"是不是“#{same}”？大小写要一样" if same else "改成那一页已有的位置，或者去掉 # 和后面的字"
