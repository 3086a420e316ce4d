"""模拟案卷里的一个事实，不合文书里这一格的类型。

为什么：样卷是照着学的，填错的样卷教出填错的案卷；像真的身份证号、手机号可能真有其人。
错误：`落款日期: 2099年3月10日`；`文号: 示镇纪[2099]5号`；单选写了没有的选项。
正确：`落款日期: 2099-03-10`；`文号: 示镇纪〔2099〕5号`；从选项里选一个。
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from handbook.diagnostics import Finding
from handbook.fields import type_of
from handbook.fields.group import TYPE as GROUP
from handbook.fields.logic import sample
from handbook.model.casefile import CaseDocument
from handbook.model.handbook import Handbook
from handbook.rules.casefile import documents, values
from handbook.rules.registry import rule


@rule("CAS001", "bad-fact")
def check(handbook: Handbook) -> Iterator[Finding]:
    seen = set()
    for document in documents(handbook):
        for field, name, fact in values(document):
            reason = type_of(field.type).check_example(replace(field, example=fact.text)) if fact.text else None
            if reason and (fact.span, reason) not in seen:  # one fact stands in many documents
                seen.add((fact.span, reason))
                yield Finding(fact.span, f"“{name}”填得不对：{reason}", "改成这个类型的写法")
        yield from _results(document)
        yield from _rows(document)


def _results(document: CaseDocument) -> Iterator[Finding]:
    """Values that differ from what follows from others, such as the day of birth in an identity number."""
    for field in document.template.fields if document.template else ():
        if document.template and field.computed and field.example:
            right = sample(document.template, replace(field, example=""))
            if right and right != field.example:
                message = f"“{field.name}”写的是“{field.example}”，按别的事实推算应当是“{right}”"
                yield Finding(document.facts[field.name].span, message, "核对后改成一样")


def _rows(document: CaseDocument) -> Iterator[Finding]:
    for field in document.template.fields if document.template else ():
        wrong = GROUP.check_rows(field, len(field.example_rows)) if field.example_rows else None
        if wrong:
            yield Finding(document.span, f"{document.title}：{wrong}", "删减或者补上，写不下的分成两份")
