"""以 `/` 开头的地址。

为什么：`/assets/x.css` 从网址的根算起；网站放在子目录（`/handbook/`）里或者从文件夹打开时，它指到别处去了。
404.html 除外：它在任何地址上都可能显示，只能用完整的路径。
错误：`<a href="/petitions/shouli.html">`。
正确：`<a href="../petitions/shouli.html">`；Markdown 里写成从本页出发的路径。
"""

from __future__ import annotations

from collections.abc import Iterator

from handbook.audit.registry import check
from handbook.audit.site import Site
from handbook.audit.target import NOT_FOUND, Fault
from handbook.audit.wording import quoted, relative, written
from handbook.diagnostics import Finding, Severity


@check("AUD006", "absolute-path", Severity.WARNING, intranet=Severity.ERROR)
def probe(site: Site) -> Iterator[Finding]:
    """A finding for each address that begins with a slash."""
    for span, reference, target in site.faulty(Fault.ABSOLUTE):
        source = span.path.removeprefix(site.shown)
        message = f"{written(reference)} 的地址{quoted(reference.url)}以“/”开头，网站换了位置就失效"
        if source == NOT_FOUND:
            message, hint = f"404 页面的地址{quoted(reference.url)}不在本站之内", "改成本站的地址"
        elif target.path in site.files:
            hint = f"改成“{relative(source, target.path)}”"
        else:
            hint = "改成从本页出发的路径"
        yield Finding(span, message, hint, reference.url)
