"""文件和网站自己要生成的文件同名，会盖掉它。

为什么：盖掉了搜索索引，就搜不到；盖掉了生成的文书，下载的就是别的文件；盖掉了网站的程序，整站都不对。
错误：docs/sitemap.xml；docs/search/search_index.json；docs/assets/javascripts/ 里的文件；和生成的文书同名的 docs/templates/petitions/xf-w01.docx。
正确：给文件换一个名字，附件放进自己的文件夹。
"""

from __future__ import annotations

from collections.abc import Iterator

from handbook.diagnostics import Finding, Span
from handbook.model.handbook import Handbook
from handbook.rules.registry import rule

_MADE = frozenset({"404.html", "index.html", "objects.inv", "sitemap.xml", "sitemap.xml.gz", "sw.js"})
_FOLDERS = ("assets/dist/", "assets/images/favicon", "assets/javascripts/", "assets/stylesheets/", "search/")


@rule("PAG034", "overwritten-file")
def check(handbook: Handbook) -> Iterator[Finding]:
    pages = {page.url for page in handbook.published}
    downloads = {address for pair in handbook.downloads.values() for address in (*pair, f"{pair[0]}.js")}
    taken = {name.casefold() for name in _MADE | downloads | pages | handbook.theme_files}
    for name in sorted(handbook.files):
        if name.casefold() in taken or name.casefold().startswith(_FOLDERS):
            span = Span(f"{handbook.site.docs_dir}/{name}")
            yield Finding(span, f"“{name}”和网站要生成的文件同名", "换一个名字")
    for page in handbook.authored:
        if page.url.casefold() in {"404.html", "404/"} or page.url.casefold() in _lower(handbook.theme_files):
            yield Finding(page.span, f"这一页会盖掉网站自己的“{page.url}”", "给文件换一个名字")


def _lower(names: frozenset[str]) -> frozenset[str]:
    return frozenset(name.casefold() for name in names)
