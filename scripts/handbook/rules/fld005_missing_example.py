"""必填的字段没有写示例。

为什么：新手看示例才知道填成什么样；网站上“填好的样例”也是用示例填的。
错误：`登记人: {类型: 人名, 必填: 是}`。
正确：`登记人: {类型: 人名, 必填: 是, 示例: 丙某某}`。
"""

from __future__ import annotations

from collections.abc import Iterator

from handbook.diagnostics import Finding
from handbook.model.handbook import Handbook
from handbook.rules.registry import rule
from handbook.rules.templates import fields


@rule("FLD005", "missing-example")
def check(handbook: Handbook) -> Iterator[Finding]:
    for _, field in fields(handbook):
        if field.required and not (field.example or field.example_rows or field.computed):
            yield Finding(field.span, f"必填字段“{field.name}”没有示例", "加上“示例: ”和一个虚构的值")
