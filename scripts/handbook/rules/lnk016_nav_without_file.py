"""导航（mkdocs.yml 的 nav）里写的页面不存在，或者不发布。

为什么：读者点导航，得到“找不到页面”。
错误：`- 受理: petitions/shuoli.md`（没有这个文件）。
正确：`- 受理: petitions/shouli.md`。
"""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from urllib.parse import unquote

from handbook.diagnostics import Finding
from handbook.model.handbook import Handbook
from handbook.rules.registry import rule


@rule("LNK016", "nav-without-file")
def check(handbook: Handbook) -> Iterator[Finding]:
    for entry in handbook.site.nav or ():
        target = unquote(entry.target.partition("#")[0])
        if "://" in entry.target or target in handbook.files or not target:
            continue
        page = handbook.pages.get(target)
        if page is not None and (not page.excluded or page.meta.text("edition")):
            continue  # the build drops what belongs to another edition
        near = difflib.get_close_matches(target, handbook.pages, 1, 0.7)
        why = "不发布" if page is not None or target in handbook.excluded else "不存在"
        hint = f"是不是“{near[0]}”" if near and near[0] != target else "改对路径，或者从 nav 里删去"
        yield Finding(entry.span, f"导航里的页面“{entry.target}”{why}", hint, entry.target)
