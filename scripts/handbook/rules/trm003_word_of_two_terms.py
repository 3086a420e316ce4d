"""术语表里一个词属于两个术语。

为什么：页面弹出的释义和搜索都按词找术语，一个词两个意思，读者会被领到错的那一个。
错误：`初步核实` 的简称写了“核查”，`核查结论` 的也叫也写了“核查”。
正确：一个词只归一个术语；确实有两个意思的，写全称。
"""

from __future__ import annotations

from collections.abc import Iterator

from handbook.diagnostics import Finding
from handbook.model.handbook import Handbook
from handbook.model.term import Term
from handbook.rules.registry import rule


@rule("TRM003", "word-of-two-terms")
def check(handbook: Handbook) -> Iterator[Finding]:
    owners: dict[str, Term] = dict(handbook.glossary)
    for term in handbook.glossary.values():
        for remark in (*term.full, *term.short, *term.also):
            owner = owners.setdefault(remark.word, term)
            if owner is not term:
                message = f"“{remark.word}”是术语“{term.name}”的别名，也是术语“{owner.name}”的词"
                yield Finding(remark.span, message, "只留一处")
            elif remark.word == term.name:
                yield Finding(remark.span, f"术语“{term.name}”的别名就是它自己", "删去")
