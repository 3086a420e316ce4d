"""页面要用的图片、样式、脚本或下载件不在网站里。

为什么：读者看到破图、没有样式的页面，或者下载不到文书。
错误：`<img src="liucheng.png">`、`<a href="xf-w01.docx">`，而网站里没有这个文件。
正确：把文件放进 docs/ 里并写对路径；由构建生成的文件，先看构建有没有报错。
"""

from __future__ import annotations

from collections.abc import Iterator

from handbook.audit.document import Use
from handbook.audit.registry import check
from handbook.audit.site import Site
from handbook.audit.target import Fault
from handbook.audit.wording import leads_to_page, quoted, relative, written
from handbook.diagnostics import Finding, Severity


@check("AUD003", "missing-file", Severity.ERROR)
def probe(site: Site) -> Iterator[Finding]:
    """A finding for each file that is loaded or offered for download and is not in the site."""
    for span, reference, target in site.faulty(Fault.DEAD):
        if leads_to_page(reference, target):
            continue
        what = (
            f"下载件{quoted(reference.url)}"
            if reference.use is Use.LINK
            else f"{written(reference)} 的文件{quoted(reference.url)}"
        )
        place = f"网站里没有“{target.path}”" if target.path else "它指到网站外面去了"
        near = target.near and relative(span.path.removeprefix(site.shown), target.near)
        hint = f"是不是“{near}”？" if near else "把文件放进 docs/，或者改对路径"
        yield Finding(span, f"{what}不存在：{place}", hint, reference.url)
