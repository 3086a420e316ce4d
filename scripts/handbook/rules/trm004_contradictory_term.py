"""术语表自相矛盾：同一个词又让用又不让用，或者又说是一回事又说不是一回事。

为什么：检查会照术语表报错，术语表矛盾，作者怎么改都有错。
错误：`免予处分` 的也叫写了“不予处分”，不要混同也写了“不予处分”；`留置` 的不再使用写了另一个术语的名称。
正确：一个词在一个术语下只写一处；还在用的术语不写进别的术语的“不再使用”。
"""

from __future__ import annotations

from collections.abc import Iterator

from handbook.diagnostics import Finding
from handbook.model.handbook import Handbook
from handbook.model.term import by_name
from handbook.rules.registry import rule


@rule("TRM004", "contradictory-term")
def check(handbook: Handbook) -> Iterator[Finding]:
    known = by_name(handbook.glossary)
    for term in handbook.glossary.values():
        for remark in term.confusions:
            if remark.word in term.names:
                message = f"“{remark.word}”是“{term.name}”自己的词，又写了不要混同"
                yield Finding(remark.span, message, "只留一处")
        for remark in term.obsolete:
            if remark.word in known:
                message = f"“{remark.word}”写了不再使用，又是术语“{known[remark.word].name}”的词"
                yield Finding(remark.span, message, "只留一处")
