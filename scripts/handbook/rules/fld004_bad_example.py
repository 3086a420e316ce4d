"""字段的示例不符合它自己的类型，或者像真人的资料。

为什么：示例是照着填的样子，错的示例教出错的文书；能通过校验的身份证号、打得通的手机号可能真有其人。
错误：`收件日期: {类型: 日期, 示例: 2099年1月5日}`；身份证号示例的校验位是对的。
正确：`收件日期: {类型: 日期, 示例: 2099-01-05}`；身份证号写 `000000199001010000`，电话写 `000-0000000`。
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from handbook.diagnostics import Finding
from handbook.fields import find_type, type_of
from handbook.fields.group import TYPE as GROUP
from handbook.fields.logic import sample
from handbook.model.handbook import Handbook
from handbook.model.template import Field, Template
from handbook.rules.registry import rule
from handbook.rules.templates import fields


@rule("FLD004", "bad-example")
def check(handbook: Handbook) -> Iterator[Finding]:
    for template, field in fields(handbook):
        for name, reason in _reasons(template, field):
            message = f"字段“{name}”的示例不对：{reason}"
            yield Finding(field.span_of("示例"), message, "改示例，或者改类型")


def _reasons(template: Template, field: Field) -> Iterator[tuple[str, str]]:
    known = find_type(field.type)
    reason = known.check_example(field) if known and field.example else None
    if reason:
        yield field.name, reason
    elif field.example and field.computed:
        right = sample(template, replace(field, example=""))
        if right and right != field.example:
            yield field.name, f"按别的字段的示例推算，应当是“{right}”"
    if field.example_rows and (wrong := GROUP.check_rows(field, len(field.example_rows))):
        yield field.name, wrong
    columns = {column.name: column for column in field.fields}
    for row in field.example_rows:
        for name, value in row:
            if name not in columns:
                yield field.name, f"这个重复组没有“{name}”这一列"
                continue
            column = replace(columns[name], example=value)
            wrong = type_of(column.type).check_example(column) if value else None
            if wrong:
                yield f"{field.name}.{name}", wrong
