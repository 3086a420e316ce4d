"""模拟案卷的一份文书，必填的一格没有事实。

为什么：缺了必填的一格，样卷就是一份不完整的文书。
错误：`文书: SC-W13` 的“内容”里没有写 `文号`，“事实”里也没有。
正确：几份文书都用的写在“事实”里，这一份自己的写在它的“内容”里；真的没有的，写“无”。
"""

from __future__ import annotations

from collections.abc import Iterator

from handbook.diagnostics import Finding
from handbook.fields.logic import holds, sample
from handbook.model.casefile import CaseDocument
from handbook.model.handbook import Handbook
from handbook.model.template import Field, Template
from handbook.rules.casefile import documents
from handbook.rules.registry import rule


@rule("CAS002", "missing-fact", relies=True)
def check(handbook: Handbook) -> Iterator[Finding]:
    for document in documents(handbook):
        if document.template is None:
            continue
        facts = {field.name: sample(document.template, field) for field in document.template.fields}
        for field in document.template.fields:
            needed = field.required or (field.needed_when is not None and holds(field.needed_when, facts))
            if needed and not _is_filled(field, document, document.template):
                hint = f"在这份文书的“内容”里写“{field.name}”"
                yield Finding(document.span, f"{document.title}必填的“{field.name}”没有事实", hint)
            yield from _columns(field, document)


def _is_filled(field: Field, document: CaseDocument, template: Template) -> bool:
    """True also for a bad value, which is another rule's."""
    if field.fields:
        return bool(document.rows.get(field.name))
    return bool(field.example or sample(template, field))


def _columns(group: Field, document: CaseDocument) -> Iterator[Finding]:
    for number, row in enumerate(document.rows.get(group.name, ()), 1):
        for column in group.fields:
            if column.required and not (column.name in row and row[column.name].text):
                span = next((value.span for value in row.values()), document.span)
                yield Finding(span, f"“{group.name}”第{number}行没有“{column.name}”", "补上")
