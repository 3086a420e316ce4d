"""字段的类型不认识。

为什么：类型决定 Word 里是写字、选日期还是下拉选，也决定怎样检查填得对不对。
错误：`登记日期: {类型: 日子}`。
正确：`登记日期: {类型: 日期}`。
"""

from __future__ import annotations

from collections.abc import Iterator

from handbook.diagnostics import Finding
from handbook.fields import all_types
from handbook.model.handbook import Handbook
from handbook.model.spelling import did_you_mean
from handbook.rules.registry import rule
from handbook.rules.templates import definitions


@rule("FLD003", "unknown-type")
def check(handbook: Handbook) -> Iterator[Finding]:
    known = all_types()
    for field in definitions(handbook):
        if field.type and field.type not in known:
            hint = did_you_mean(field.type, known, f"类型有：{'、'.join(known)}")
            yield Finding(field.span_of("类型"), f"没有“{field.type}”这种类型", hint)
