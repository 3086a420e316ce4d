"""用了字段的旧名字或者别的叫法，字段字典里有现在的名字。

为什么：同一件事有两个名字，成套填写时要填两遍，几份文书之间对不上。
错误：字典写 `被反映人: {类型: 人名, 别名: [被举报人]}`，文书里声明“被举报人”。
正确：文书里写“被反映人”。
"""

from __future__ import annotations

from collections.abc import Iterator

from handbook.diagnostics import Finding
from handbook.model.handbook import Handbook
from handbook.rules.registry import rule
from handbook.rules.templates import fields


@rule("FLD016", "old-name")
def check(handbook: Handbook) -> Iterator[Finding]:
    facts = handbook.registers.facts or {}
    current = {alias: name for name, fact in facts.items() for alias in fact.aliases}
    for fact in facts.values():
        for alias in fact.aliases:
            if alias in facts or current[alias] != fact.field.name:
                other = alias if alias in facts else current[alias]
                message = f"“{fact.field.name}”的别名“{alias}”也是字段“{other}”的名字"
                yield Finding(fact.field.span_of("别名"), message, "一个名字只说一件事，删去一个")
    for _, field in fields(handbook):
        if field.name in current and field.name not in facts:
            name = current[field.name]
            yield Finding(field.span, f"“{field.name}”是“{name}”的旧名字或者别的叫法", f"改成“{name}”，正文里也改")
