"""标题的序号是手写的，会和自动编的重复。

为什么：“##”“###”“####”“#####”的序号一、（一）1.（1）由程序编，再手写一个就成了“一、一、”；
正文手写的“一、”和自动编的排在一起，删一段就乱。
错误：`## 一、核查情况`；正文写“二、处理意见”。
正确：`## 核查情况`；`## 处理意见`。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from handbook.diagnostics import Finding, Severity
from handbook.model.handbook import Handbook
from handbook.model.template import Paragraph, Template
from handbook.rules.registry import rule
from handbook.rules.wording import passages

_NUMBER = re.compile(r"(?:[一二三四五六七八九十]+、|[（(][一二三四五六七八九十]+[）)]|\d+[.．、](?!\d)|[（(]\d+[）)])")
_CHAPTER = re.compile(r"[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）")


@rule("TPL010", "typed-number", Severity.WARNING)
def check(handbook: Handbook) -> Iterator[Finding]:
    for passage in passages(handbook):
        is_heading = passage.style.startswith("heading")
        if not is_heading and not (passage.style == "body" and _is_numbered(passage.template)):
            continue
        found = (_NUMBER if is_heading else _CHAPTER).match(passage.words)
        if found:
            hint = "删去序号，程序会编" if is_heading else "改成“## ”开头的标题，序号由程序编"
            yield Finding(passage.part.span, f"“{found.group()}”是手写的序号", hint)


def _is_numbered(template: Template) -> bool:
    return any(isinstance(block, Paragraph) and block.style.startswith("heading") for block in template.blocks)
