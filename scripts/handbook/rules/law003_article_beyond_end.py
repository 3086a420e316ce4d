"""引用的条超过了这部法规的总条数。

为什么：没有这一条，多半是条次写错，或者写成了另一部法规。
错误：`《监督执纪规则》第九十一条`（全文七十七条）。
正确：对照原文改条次：`《监督执纪规则》第十九条`。
"""

from __future__ import annotations

from collections.abc import Iterator

from handbook.diagnostics import Finding
from handbook.model.citation_checks import article_beyond_end
from handbook.model.handbook import Handbook
from handbook.rules.registry import rule
from handbook.rules.statutes import judged


@rule("LAW003", "article-beyond-end")
def check(handbook: Handbook) -> Iterator[Finding]:
    yield from judged(handbook, article_beyond_end)
