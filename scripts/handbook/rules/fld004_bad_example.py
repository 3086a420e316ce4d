"""字段的示例不符合它自己的类型，或者像真人的资料。

为什么：示例是照着填的样子，错的示例教出错的文书；能通过校验的身份证号、打得通的手机号可能真有其人。
错误：`收件日期: {类型: 日期, 示例: 2099年1月5日}`；身份证号示例的校验位是对的。
正确：`收件日期: {类型: 日期, 示例: 2099-01-05}`；身份证号写 `000000199001010000`，电话写 `000-0000000`。
"""

from __future__ import annotations

from collections.abc import Iterator

from handbook.diagnostics import Finding
from handbook.fields import find_type
from handbook.model.handbook import Handbook
from handbook.rules.registry import rule
from handbook.rules.templates import fields


@rule("FLD004", "bad-example")
def check(handbook: Handbook) -> Iterator[Finding]:
    for _, field in fields(handbook):
        known = find_type(field.type)
        reason = known.check_example(field) if known and field.example else None
        if reason:
            message = f"字段“{field.name}”的示例不对：{reason}"
            yield Finding(field.span_of("示例"), message, "改示例，或者改类型")
