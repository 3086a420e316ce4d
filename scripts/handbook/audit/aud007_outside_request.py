"""打开页面时会向别的主机要东西。

为什么：内网里要不到：字体、图表、图片显示不出来，页面卡住等到超时；在外网上，别人会知道谁在看哪一页。
只说浏览器自己发出的请求（脚本、样式、字体、图片、框架、预连接、跳转、表单），读者自己点的外部链接不算。
错误：`<link rel="stylesheet" href="https://字体主机/css">`。
正确：把文件放进网站里。Material 的字体用 `font: false` 关掉，Mermaid 用自带的文件。
"""

from __future__ import annotations

from collections.abc import Iterator

from handbook.audit.document import Use
from handbook.audit.registry import check
from handbook.audit.site import Site
from handbook.audit.target import Fault
from handbook.audit.wording import quoted, written
from handbook.diagnostics import Finding, Severity

_HINTS = {
    Use.LOAD: "把文件放进网站里，用相对路径引用",
    Use.CONNECT: "删去这个预连接",
    Use.REDIRECT: "改成普通链接，让读者自己点",
    Use.SEND: "内网手册不向别的主机发送内容，删去它",
}


@check("AUD007", "outside-request", Severity.WARNING, intranet=Severity.ERROR)
def probe(site: Site) -> Iterator[Finding]:
    """A finding for each request to another host that a browser makes by itself."""
    for span, reference, _ in site.faulty(Fault.OUTSIDE):
        if reference.use is not Use.LINK:
            message = f"{written(reference)} 向别的主机发出请求：{quoted(reference.url)}"
            yield Finding(span, message, _HINTS[reference.use], reference.url)
