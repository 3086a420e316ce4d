"""文书里的字段不在字段字典（docs/templates/fields.yml）里。

为什么：字典保证一件事在所有文书里只有一个名字、一种类型；不在字典里的字段，成套填写时要重复问，检查时也对不上。
错误：文书里写 `收件日其: {类型: 日期}`，字典里只有“收件日期”。
正确：用字典里的名字；确实是新的一件事，先加到字典里。

没有 fields.yml 的手册不检查这一条。
"""

from __future__ import annotations

from collections.abc import Iterator

from handbook.diagnostics import Finding
from handbook.model.handbook import Handbook
from handbook.model.spelling import did_you_mean
from handbook.rules.registry import rule
from handbook.rules.templates import fields


@rule("FLD014", "unknown-fact")
def check(handbook: Handbook) -> Iterator[Finding]:
    facts = handbook.registers.facts
    if facts is None:
        return
    old = {alias for fact in facts.values() for alias in fact.aliases}
    for _, field in fields(handbook):
        if field.name and field.name not in facts and field.name not in old:
            hint = did_you_mean(field.name, facts, f"在字典里加一行“{field.name}: {{类型: {field.type or '文字'}}}”")
            yield Finding(field.span, f"字段“{field.name}”不在字段字典里", hint)
