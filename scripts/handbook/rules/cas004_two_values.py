"""模拟案卷里，同一件事在两份文书里写了两个值。

为什么：几份文书说的是同一件事，对不上必有一份错；评查时最常挑出来的就是这一种。
错误：“事实”里写了 `立案日期: 2099-03-10`，SC-W15 的“内容”里又写 `立案日期: 2099-03-11`。
正确：只在“事实”里写一次；本来就一份一个样的（谈话日期、会议地点），把名字写进“各写各的”。
"""

from __future__ import annotations

from collections.abc import Iterator

from handbook.diagnostics import Finding
from handbook.fields import type_of
from handbook.model.casefile import CaseDocument, CaseFile
from handbook.model.handbook import Handbook
from handbook.model.template import Field
from handbook.rules.casefile import documents
from handbook.rules.registry import rule


@rule("CAS004", "two-values")
def check(handbook: Handbook) -> Iterator[Finding]:
    case = handbook.casefile
    if case is None:
        return
    first: dict[str, tuple[str, str]] = {}
    for document in documents(handbook):
        for field in document.template.fields if document.template else ():
            if field.fields or field.per_document or field.name in case.apart or field.name not in document.facts:
                continue
            if _is_of_a_person(field, document, case):
                continue
            value = document.facts[field.name].text
            known, title = first.setdefault(field.name, (value, document.title))
            if known != value:
                shown = type_of(field.type).display
                message = f"“{field.name}”这里是“{shown(value)}”，“{title}”里是“{shown(known)}”"
                hint = "改成一样，只写一次；本来就各不相同的，把名字写进“各写各的”"
                yield Finding(document.facts[field.name].span, message, hint)


def _is_of_a_person(field: Field, document: CaseDocument, case: CaseFile) -> bool:
    """True for what the document takes from the person whom it is about."""
    return field.name in case.people.get(document.subject.text, {}) and field.name not in document.own
