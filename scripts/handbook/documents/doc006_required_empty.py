"""必填的没有填，或者行数不够。

为什么：缺了这一项，文书不完整，后面的人办不下去。
错误：“收到日期”还是灰色的提示文字。
正确：填上；确实没有的，按字段说明写“无”。
"""

from __future__ import annotations

from collections.abc import Iterator

from handbook.diagnostics import Finding
from handbook.documents.filled import Filled, of_known
from handbook.documents.registry import check
from handbook.fields.group import TYPE as GROUP
from handbook.fields.logic import holds
from handbook.model.template import Field


@check("DOC006", "required-empty")
def probe(documents: tuple[Filled, ...]) -> Iterator[Finding]:
    """A finding for each field that must be filled in and is not."""
    for document, template in of_known(documents):
        for field in template.fields:
            if field.fields:
                yield from _rows(document, field)
                continue
            value, control = document.values.get(field.name, ("", None))
            if control is None or value:
                continue
            if field.required:
                yield document.finding(control, f"必填的“{field.name}”没有填", "填上")
            elif field.needed_when and holds(field.needed_when, document.facts):
                condition = dict(field.texts).get("必填", "")
                yield document.finding(control, f"“{field.name}”没有填：{condition}时必填", "填上")


def _rows(document: Filled, group: Field) -> Iterator[Finding]:
    rows = document.rows(group)
    if group.name in document.content.rows and len(rows) < group.least_rows:
        reason = GROUP.check_rows(group, len(rows))
        if reason:
            yield document.finding(None, reason, "补上")
    for number, row in enumerate(rows, 1):
        for column, value, control in row:
            if column.required and not value:
                yield document.finding(control, f"“{group.name}”第 {number} 行的“{column.name}”没有填", "填上")
