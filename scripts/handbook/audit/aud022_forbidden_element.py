"""网页里有名单以外的标签。

为什么：网站只该有主题和构建用得到的标签；`<iframe>`、`<object>`、`<style>` 这些一旦出现，就是哪一页或者哪个插件带进来的。
错误：`<iframe src="…">`；`<embed>`；`<style>`。
正确：在源文件里改用 Markdown；主题真的要用的，由维护人员加进名单（scripts/handbook/markup/output.py）。
"""

from __future__ import annotations

from collections.abc import Iterator

from handbook.audit.registry import check
from handbook.audit.site import Site
from handbook.diagnostics import Finding, Severity


@check("AUD022", "forbidden-element", Severity.ERROR)
def probe(site: Site) -> Iterator[Finding]:
    """A finding for each element that is not on the list."""
    if not site.intranet:  # other sites embed what they like
        return
    for path, document in site.documents.items():
        for mark in document.elements:
            span = site.span(path, mark.line, mark.column)
            yield Finding(span, f"网页里不能有<{mark.text[:40]}>", "从源文件或者主题里去掉它", mark.text)
