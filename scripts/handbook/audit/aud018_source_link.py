"""链接指向 .md 源文件。

为什么：网站里没有 .md 文件；就算有，读者看到的也是源代码。多半是写在 HTML 标签或模板里的链接，构建不会替你改成 .html。
错误：`<a href="shouli.md">`。
正确：`<a href="shouli.html">`，或者改用 Markdown 的写法 `[受理](shouli.md)`。
"""

from __future__ import annotations

from collections.abc import Iterator

from handbook.audit.registry import check
from handbook.audit.site import Site
from handbook.audit.target import Fault
from handbook.audit.wording import quoted
from handbook.diagnostics import Finding, Severity


@check("AUD018", "source-link", Severity.ERROR)
def probe(site: Site) -> Iterator[Finding]:
    """A finding for each link to a Markdown file."""
    for span, reference, _ in site.faulty(Fault.SOURCE):
        message = f"链接{quoted(reference.url)}指向 Markdown 源文件，读者打不开"
        yield Finding(span, message, "改成建成后的页面地址，或者改用 Markdown 的链接写法", reference.url)
