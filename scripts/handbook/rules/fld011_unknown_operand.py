"""条件、推算、不早于、不晚于里提到的字段没有声明。

为什么：提到的字段这份文书里没有，条件永远不成立，推算永远没有结果。
错误：`必填: 当 处置方试=立案`（只声明了“处置方式”）。
正确：`必填: 当 处置方式=立案`。
"""

from __future__ import annotations

from collections.abc import Iterator

from handbook.diagnostics import Finding
from handbook.model.handbook import Handbook
from handbook.model.spelling import did_you_mean
from handbook.rules.operands import operands
from handbook.rules.registry import rule
from handbook.rules.templates import fields


@rule("FLD011", "unknown-operand")
def check(handbook: Handbook) -> Iterator[Finding]:
    for template, field in fields(handbook):
        names = [item.name for item in template.fields if not item.fields]
        for key, name in operands(field):
            if name not in names:
                hint = did_you_mean(name, names, "在 fields 里声明它，或者改成已经声明的字段")
                yield Finding(field.span_in(key, name), f"字段“{field.name}”的“{key}”提到的“{name}”没有声明", hint)
