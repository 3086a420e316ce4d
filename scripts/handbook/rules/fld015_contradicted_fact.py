"""文书里的字段和字段字典说的不一样：类型不同，或者有字典里没有的选项、列。

为什么：一个名字说的是同一件事；文书只能收窄（必填、说明、示例、更少的选项），不能改成另一种。
错误：字典写 `联系方式: {类型: 文字}`，文书写 `联系方式: {类型: 电话}`。
正确：文书里不写类型（用字典的），或者写得和字典一样；不是一回事的，换一个名字。
"""

from __future__ import annotations

from collections.abc import Iterator

from handbook.diagnostics import Finding
from handbook.model.dictionary import Fact
from handbook.model.handbook import Handbook
from handbook.model.template import Field
from handbook.rules.registry import rule
from handbook.rules.templates import fields


@rule("FLD015", "contradicted-fact")
def check(handbook: Handbook) -> Iterator[Finding]:
    facts = handbook.registers.facts or {}
    for _, field in fields(handbook):
        fact = facts.get(field.name)
        if fact is not None:
            yield from _contradictions(field, fact)


def _contradictions(field: Field, fact: Fact) -> Iterator[Finding]:
    place = f"{fact.field.span.path} 第 {fact.field.span.line} 行"
    if field.type != fact.field.type:
        message = f"字段“{field.name}”在这里是“{field.type}”，在字典（{place}）里是“{fact.field.type}”"
        yield Finding(field.span_of("类型"), message, "改成和字典一样；不是一回事的，换一个名字")
        return
    if strange := [option for option in field.options if option not in fact.field.options]:
        message = f"字段“{field.name}”的选项“{strange[0]}”不在字典（{place}）里"
        yield Finding(field.span_of("选项"), message, "用字典里的选项，或者先加到字典里")
    known = {column.name: column.type for column in fact.field.fields}
    for column in field.fields:
        if known.get(column.name) != column.type:
            message = f"重复组“{field.name}”的列“{column.name}”和字典（{place}）里的不一样"
            yield Finding(column.span, message, "改成和字典一样")
