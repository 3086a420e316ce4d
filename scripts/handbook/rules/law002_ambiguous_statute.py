"""引用的简称在法规登记表里不止一部。

为什么：同名的有几个版本，读者不知道翻哪一本，检查也没法核对条次。
错误：两部都简称“示例规定”，正文写 `《示例规定》第三条`。
正确：写带年份的简称：`《示例规定2099》第三条`；或者在登记表里给它们不同的简称。

几个版本里只有一个现行有效的，不带年份就指现行的那一个。
"""

from __future__ import annotations

from collections.abc import Iterator

from handbook.diagnostics import Finding
from handbook.model.citation_checks import ambiguous_statute
from handbook.model.handbook import Handbook
from handbook.rules.registry import rule
from handbook.rules.statutes import judged


@rule("LAW002", "ambiguous-statute")
def check(handbook: Handbook) -> Iterator[Finding]:
    yield from judged(handbook, ambiguous_statute)
