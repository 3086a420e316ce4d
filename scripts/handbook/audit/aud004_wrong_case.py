"""链接里的文件名和网站里的文件名大小写（或字形）不同。

为什么：在 Windows 上打得开，放到服务器上就打不开：服务器把 `XF-W01.docx` 和 `xf-w01.docx` 当作两个文件。
错误：`<a href="XF-W01.docx">`，而文件叫 `xf-w01.docx`。
正确：`<a href="xf-w01.docx">`。
"""

from __future__ import annotations

from collections.abc import Iterator

from handbook.audit.registry import check
from handbook.audit.site import Site
from handbook.audit.target import Fault
from handbook.audit.wording import quoted, relative
from handbook.diagnostics import Finding, Severity


@check("AUD004", "wrong-case", Severity.ERROR)
def probe(site: Site) -> Iterator[Finding]:
    """A finding for each address that fits a file of the site only when case is ignored."""
    for span, reference, target in site.faulty(Fault.CASE):
        near = relative(span.path.removeprefix(site.shown), target.near)
        message = f"{quoted(reference.url)}的大小写和文件名不一致：网站里的文件是“{target.near}”"
        yield Finding(span, message, f"改成“{near}”", reference.url)
