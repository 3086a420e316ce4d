"""页面是空的。

为什么：目录里有它，读者点进去什么也没有。
错误：docs/petitions/visits.md 是空文件，或者只有 front matter。
正确：写上内容；还没写好的先不放进 docs，或者写进 mkdocs.yml 的 draft_docs。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from handbook.diagnostics import Finding
from handbook.model.handbook import Handbook
from handbook.rules.pages import unread
from handbook.rules.registry import rule

_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)


@rule("PAG029", "empty-page")
def check(handbook: Handbook) -> Iterator[Finding]:
    skipped = unread(handbook)
    for page in handbook.authored:
        body = "\n".join(page.lines[page.body_line - 1 :])
        if not _COMMENT.sub("", body).strip() and page.path not in skipped:
            yield Finding(page.span, "页面是空的", "写上内容，或者删去文件")
