"""网页引用了不是主题自带的脚本，或者用了看不懂的数据块。

为什么：网站只运行主题自带的脚本（assets/dist/ 和 assets/javascripts/ 里的）；别处的脚本没有人审过。
错误：`<script src="../x.js">`；`<script src="https://…">`；`<script type="text/x-template">`。
正确：程序放进 overrides/assets/js，由构建打包；数据放进 `application/json` 的块里。
"""

from __future__ import annotations

from collections.abc import Iterator

from handbook.audit.registry import check
from handbook.audit.site import Site
from handbook.audit.wording import quoted
from handbook.diagnostics import Finding, Severity


@check("AUD024", "unknown-script", Severity.ERROR)
def probe(site: Site) -> Iterator[Finding]:
    """A finding for each script that the theme does not ship."""
    if not site.intranet:  # other sites bring scripts of their own
        return
    for path, document in site.documents.items():
        for mark in document.sources:
            span = site.span(path, mark.line, mark.column)
            yield Finding(
                span, f"脚本{quoted(mark.text)}不是主题自带的", "删去它，或者放进 overrides/assets/js", mark.text
            )
