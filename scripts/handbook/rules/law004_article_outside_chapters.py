"""引用的条不在登记的任何一章里。

为什么：法规登记表的章是连着的，掉在中间的条，不是条次写错就是登记漏了。
错误：登记的章是第一条至第四条、第六条至第九条，正文写 `《示例规则》第五条`。
正确：核对原文，改条次或者改登记表里章的起止。
"""

from __future__ import annotations

from collections.abc import Iterator

from handbook.diagnostics import Finding
from handbook.model.citation_checks import article_outside_chapters
from handbook.model.handbook import Handbook
from handbook.rules.registry import rule
from handbook.rules.statutes import judged


@rule("LAW004", "article-outside-chapters")
def check(handbook: Handbook) -> Iterator[Finding]:
    yield from judged(handbook, article_outside_chapters)
