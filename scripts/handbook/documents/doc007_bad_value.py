"""填的内容不符合它的类型：身份证号校验位不对、没有这一天、文号没有用〔〕、不是选项之一、字数太多。

为什么：这些错一眼看不出来，到归档、移送时才发现就要重做。
错误：文号写成“示镇纪[2099]1号”；日期写成“2099年2月30日”。
正确：文号写成“示镇纪〔2099〕1号”；日期写真有的一天。
"""

from __future__ import annotations

from collections.abc import Iterator

from handbook.diagnostics import Finding
from handbook.documents.filled import Filled, of_known, value_of
from handbook.documents.registry import check
from handbook.fields import type_of
from handbook.fields.group import TYPE as GROUP
from handbook.model.template import Template

_AS_SHOWN = frozenset({"文号", "身份证号"})


@check("DOC007", "bad-value")
def probe(documents: tuple[Filled, ...]) -> Iterator[Finding]:
    """A finding for each value that its type refuses."""
    for document, template in of_known(documents):
        for control in document.content.controls:
            field = document.field_of(control.tag)
            if field is None or control.is_checked is not None:
                continue
            value = value_of(field, control)
            shown = control.text.strip() if value and field.type in _AS_SHOWN else value  # it is printed as it stands
            reason = type_of(field.type).check_value(field, shown) if shown else None
            if reason:
                yield document.finding(control, f"“{field.name}”填得不对：{reason}", "改正")
        yield from _groups(document, template)


def _groups(document: Filled, template: Template) -> Iterator[Finding]:
    for group in template.fields:
        rows = document.rows(group) if group.fields else []
        if len(rows) > group.most_rows:
            yield document.finding(None, GROUP.check_rows(group, len(rows)) or "", "分成几份填")
        for number, row in enumerate(rows, 1):
            for column, value, control in row:
                reason = type_of(column.type).check_value(column, value) if value else None
                if reason:
                    message = f"“{group.name}”第 {number} 行的“{column.name}”填得不对：{reason}"
                    yield document.finding(control, message, "改正")
