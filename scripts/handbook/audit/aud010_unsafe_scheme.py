"""`javascript:`、`data:`、`vbscript:`、`file:` 一类的地址，或者 `C:` 这样的盘符。

为什么：`javascript:` 和 `data:` 的链接一点就运行脚本；`file:` 和盘符只在写的人自己的电脑上打得开。
图片里的 `data:` 不算。
错误：`<a href="file:///D:/表格.docx">`。
正确：把文件放进 docs/，写相对路径。
"""

from __future__ import annotations

from collections.abc import Iterator

from handbook.audit.document import Reference, Use
from handbook.audit.registry import check
from handbook.audit.site import Site
from handbook.audit.target import Fault
from handbook.audit.wording import quoted, written
from handbook.diagnostics import Finding, Severity

_RUNNING = frozenset({"embed", "frame", "iframe", "object", "script"})


@check("AUD010", "unsafe-scheme", Severity.ERROR)
def probe(site: Site) -> Iterator[Finding]:
    """A finding for each address that runs a script or names a local disk."""
    for span, reference, _ in site.faulty(Fault.UNSAFE):
        if not _is_picture(reference):
            message = f"{written(reference)} 的地址{quoted(reference.url)}不安全或者只在本机有效"
            yield Finding(span, message, "改成网站里的文件或页面", reference.url)


def _is_picture(reference: Reference) -> bool:
    """Whether it is data that is only shown, or an empty frame."""
    scheme = reference.url.strip().partition(":")[0].lower()
    shown = scheme in {"data", "blob"} and reference.use is Use.LOAD and reference.element not in _RUNNING
    return shown or (reference.url.strip().lower() == "about:blank" and reference.use is Use.LOAD)
