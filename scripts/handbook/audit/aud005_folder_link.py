"""链接指向文件夹，不是指向文件夹里的 index.html。

为什么：有服务器时会自动打开 index.html；网站拷到 U 盘或者从文件夹里直接打开（file://）时，读者只看到一列文件名。
只在内网手册（intranet）里报告。
错误：`<a href="petitions/">`。
正确：`<a href="petitions/index.html">`；mkdocs.yml 里写 `use_directory_urls: false`，Markdown 里链接到 `petitions/index.md`。
"""

from __future__ import annotations

from collections.abc import Iterator

from handbook.audit.registry import check
from handbook.audit.site import Site
from handbook.audit.target import Fault
from handbook.audit.wording import quoted, relative
from handbook.diagnostics import Finding, Severity


@check("AUD005", "folder-link", Severity.WARNING, intranet=Severity.ERROR)
def probe(site: Site) -> Iterator[Finding]:
    """A finding for each link to a folder, in a site that must work without a server."""
    for span, reference, target in site.faulty(Fault.FOLDER):
        hint = f"改成“{relative(span.path.removeprefix(site.shown), target.path)}”"
        yield Finding(span, f"链接{quoted(reference.url)}指向文件夹，从文件夹打开网站时看不到页面", hint, reference.url)
