"""网页的标签上有名单以外的属性。

为什么：`style` 会被安全策略拦下，`srcdoc`、`formaction`、`http-equiv` 这些能装进别的网页、送走数据、跳到别处。
错误：`<td style="text-align:right">`；`<meta http-equiv="refresh">`。
正确：对齐用 `align`，样子用 `class`；主题真的要用的，由维护人员加进名单（scripts/handbook/markup/output.py）。
"""

from __future__ import annotations

from collections.abc import Iterator

from handbook.audit.registry import check
from handbook.audit.site import Site
from handbook.audit.wording import quoted
from handbook.diagnostics import Finding, Severity


@check("AUD023", "forbidden-attribute", Severity.ERROR)
def probe(site: Site) -> Iterator[Finding]:
    """A finding for each attribute that is not on the list of its element."""
    if not site.intranet:  # other sites embed what they like
        return
    for path, document in site.documents.items():
        for mark in document.attributes:
            span = site.span(path, mark.line, mark.column)
            yield Finding(span, f"网页里不能有{quoted(mark.text)}", "从源文件或者主题里去掉它", mark.text)
