"""字段的定义写得不对：有不认识的项、没写类型、必填不是“是”或“否”、单选没有选项。

为什么：写错的一项程序看不懂，只能当没写，做出来的填写框就和作者想的不一样。
错误：`是否实名: {类型: 单选, 必填: 对, 示列: 实名}`。
正确：`是否实名: {类型: 单选, 必填: 是, 选项: [实名, 匿名], 示例: 实名}`。
"""

from __future__ import annotations

from collections.abc import Iterator

from handbook.diagnostics import Finding
from handbook.fields import find_type
from handbook.model.handbook import Handbook
from handbook.rules.registry import rule
from handbook.rules.templates import definitions, faults


@rule("FLD008", "bad-definition")
def check(handbook: Handbook) -> Iterator[Finding]:
    yield from faults(handbook, "definition")
    for field in definitions(handbook):
        known = find_type(field.type)
        for fault in known.check_definition(field) if known else ():
            yield Finding(field.span_of(fault.key), fault.message, fault.hint)
