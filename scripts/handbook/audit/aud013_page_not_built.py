"""docs/ 里有，建成的网站里却没有的页面或文件。

为什么：作者以为发布了，读者找不到。常见原因：文件夹被默认排除（docs/templates/）、两个源文件抢同一个地址、构建中途停下。
错误：有 docs/petitions/shouli.md，网站里没有 petitions/shouli.html。
正确：重新构建；被排除的，在 mkdocs.yml 的 `exclude_docs` 里写明。
"""

from __future__ import annotations

from collections.abc import Iterator

from handbook.audit.registry import check
from handbook.audit.site import Site
from handbook.diagnostics import Finding, Severity


@check("AUD013", "page-not-built", Severity.ERROR)
def probe(site: Site) -> Iterator[Finding]:
    """A finding for each file that the sources promise and the site does not have."""
    for path in sorted(site.expected - site.files):
        yield Finding(site.span(path), f"网站里没有“{path}”，而 docs/ 里有它的源文件", "重新构建，并查看构建时的提示")
