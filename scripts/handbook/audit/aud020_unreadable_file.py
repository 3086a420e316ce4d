"""网站里读不了的页面、样式、脚本、网站地图或搜索索引。

为什么：不是 UTF-8 的页面在读者那里是乱码；坏了的索引搜不出东西；太大的文件浏览器打不开。
错误：用记事本存成 GBK 的 .html 放进了 docs/。
正确：另存为 UTF-8；建成的文件坏了就整个重新构建。
"""

from __future__ import annotations

from collections.abc import Iterator

from handbook.audit.registry import check
from handbook.audit.site import Site
from handbook.diagnostics import Finding, Severity


@check("AUD020", "unreadable-file", Severity.ERROR)
def probe(site: Site) -> Iterator[Finding]:
    """A finding for each file that could not be read as it should."""
    for path, mark in site.unreadable.items():
        yield Finding(site.span(path, mark.line, mark.column), mark.text, "存成 UTF-8，或者整个重新构建")
