"""图片是从别的网站取来的。

为什么：内网打不开；读者一打开页面，那个网站就知道谁在什么时候看了哪一页，图片也随时能被换掉。
错误：`![流程图](https://…/a.png)`。
正确：把图片存进 docs 文件夹，写相对路径：`![流程图](a.png)`。
"""

from __future__ import annotations

from collections.abc import Iterator

from handbook.diagnostics import Finding
from handbook.markup.policy import scheme
from handbook.model.handbook import Handbook
from handbook.rules.registry import rule


@rule("SEC013", "foreign-picture")
def check(handbook: Handbook) -> Iterator[Finding]:
    for page in handbook.authored:
        for link in page.links:
            if link.resource and scheme(link.target) in {"http", "https", "//"}:
                hint = "把文件放进 docs 文件夹，写相对路径"
                yield Finding(link.span, f"“{link.target[:80]}”是从别的网站取来的", hint, link.target)
