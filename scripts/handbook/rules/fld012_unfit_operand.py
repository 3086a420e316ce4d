"""条件、推算、不早于、不晚于用在类型不合的字段上，或者没有这个函数。

为什么：拿文字比先后、拿没有的选项来比，条件永远不成立；函数要的是金额却给了文字，算不出结果。
错误：`必填: 当 处置方式=立安`（选项里没有“立安”）；`推算: 大写(名称)`；`推算: 合计(金额)`。
正确：`必填: 当 处置方式=立案`；`推算: 大写(金额)`，并且写在类型是“大写金额”的字段上。
"""

from __future__ import annotations

from collections.abc import Iterator

from handbook.diagnostics import Finding
from handbook.fields.functions import all_functions
from handbook.model.expression import AGAINST_FIELD, Comparison, Computation
from handbook.model.handbook import Handbook
from handbook.model.spelling import did_you_mean
from handbook.model.template import Field, Template
from handbook.rules.operands import DAYS, comparisons
from handbook.rules.registry import rule
from handbook.rules.templates import fields


@rule("FLD012", "unfit-operand")
def check(handbook: Handbook) -> Iterator[Finding]:
    for template, field in fields(handbook):
        for comparison in comparisons(field.needed_when):
            yield from _comparison(template, field, comparison)
        if field.computed:
            yield from _computation(template, field, field.computed)
        for key, name in (("不早于", field.not_before), ("不晚于", field.not_after)):
            if name and field.type not in DAYS:
                yield Finding(field.span_of(key), f"“{field.name}”是{field.type}，不能写“{key}”", "只有日期能比先后")
            elif name:
                yield from _ordered(template, field, key, name)


def _comparison(template: Template, field: Field, comparison: Comparison) -> Iterator[Finding]:
    asked = template.field(comparison.field)
    if comparison.operator in AGAINST_FIELD.values():
        yield from _ordered(template, field, "必填", comparison.field)
        yield from _ordered(template, field, "必填", comparison.other)
    elif comparison.text and asked is not None and asked.options and comparison.text not in asked.options:
        hint = did_you_mean(comparison.text, asked.options, f"选项有 {'、'.join(asked.options)}")
        message = f"“{asked.name}”没有“{comparison.text}”这个选项，这个条件永远一样"
        yield Finding(field.span_in("必填", comparison.text), message, hint)


def _ordered(template: Template, field: Field, key: str, name: str) -> Iterator[Finding]:
    asked = template.field(name)
    if asked is not None and asked.type not in DAYS:
        yield Finding(field.span_in(key, name), f"“{name}”是{asked.type}，不能比先后", "换成类型是“日期”的字段")


def _computation(template: Template, field: Field, computation: Computation) -> Iterator[Finding]:
    known = all_functions()
    function = known.get(computation.function)
    if function is None:
        hint = did_you_mean(computation.function, known, f"函数有：{'、'.join(item.form for item in known.values())}")
        yield Finding(field.span_of("推算"), f"没有“{computation.function}”这个函数", hint)
        return
    if field.type not in function.gives or not set(function.options) <= set(field.options):
        wanted = "或者".join(function.gives) + (f"，选项有 {'、'.join(function.options)}" if function.options else "")
        message = f"“{function.name}”推算出来的是{function.meaning}，字段“{field.name}”放不下"
        yield Finding(field.span_of("推算"), message, f"把字段的类型改成“{wanted}”")
    if len(computation.fields) != len(function.takes):
        message = f"“{function.name}”要 {len(function.takes)} 个字段，这里给了 {len(computation.fields)} 个"
        yield Finding(field.span_of("推算"), message, f"写成“{function.form}”")
    for name, types in zip(computation.fields, function.takes, strict=False):
        asked = template.field(name)
        if asked is not None and asked.type not in types:
            message = f"“{function.name}”要的是{'或者'.join(types)}，“{name}”是{asked.type}"
            yield Finding(field.span_in("推算", name), message, f"写成“{function.form}”")
