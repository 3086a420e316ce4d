"""模拟案卷里写了一个没有的名字：文书、步骤、时限、权限、案卷、阶段、人物、职责，或者哪一格、哪个事实。

为什么：名字写错一个字，这一项就落了空，填好的文书里缺一格，检查也查不到。
错误：`文书: SC-W99`；`步骤: SC-04#s90`；“内容”里写 `落款日其`；“{{立案日其}}”。
正确：文书、步骤、时限、权限写有的编号，格名照着文书的字段写，“{{名字}}”写“事实”“内容”里有的。
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from handbook.diagnostics import Finding
from handbook.model.casefile import CaseDocument, CaseFile
from handbook.model.handbook import Handbook
from handbook.model.spelling import did_you_mean
from handbook.model.value import Scalar
from handbook.rules.casefile import documents, limit_of, step_of
from handbook.rules.registry import rule
from handbook.sources.casefile_filling import REFERENCE


@rule("CAS003", "unknown-name", relies=True)
def check(handbook: Handbook) -> Iterator[Finding]:
    case = handbook.casefile
    if case is None:
        return
    for document in documents(handbook):
        yield from _places(document, case, handbook)
        yield from _fields(document)
        yield from _references(document)
        yield from _runnings(document, handbook)
        yield from _approvals(document, case, handbook)
    yield from _unused(case, handbook)


def _places(document: CaseDocument, case: CaseFile, handbook: Handbook) -> Iterator[Finding]:
    yield from _known("文书", document.code, handbook.templates)
    yield from _known("案卷", document.volume, case.volumes)
    yield from _known("阶段", document.stage, case.stages)
    yield from _known("人物", document.subject, case.people)
    found = step_of(document, handbook)
    if found is None:
        yield Finding(document.step.span, f"没有步骤“{document.step.text}”", "写流程编号和步骤，例如 SC-04#s4")
    elif not re.search(rf"(?<![\w-]){re.escape(document.code.text)}(?![\w-])", found[1].text, re.ASCII):
        message = f"步骤 {document.step.text} 没有用到文书 {document.code.text}"
        yield Finding(document.step.span, message, "改成用这份文书的那一步")


def _known(what: str, name: Scalar, names: Iterable[str]) -> Iterator[Finding]:
    known = list(names)
    if name.text not in known:
        yield Finding(name.span, f"没有{what}“{name.text}”", did_you_mean(name.text, known, f"改成有的{what}"))


def _fields(document: CaseDocument) -> Iterator[Finding]:
    """What a document states and its template has no place for, unless something of the document goes by it."""
    if document.template is None:
        return
    names = [field.name for field in document.template.fields]
    days = [approval.day for approval in document.approvals]
    days += [name for running in document.runnings for name in (running.start, running.done) if name]
    known = {*names, *(name.text for name in days), document.dated}
    for name, fact in document.own.items():
        if name not in known:
            yield Finding(
                fact.span, f"{document.title}没有“{name}”这一格", did_you_mean(name, names, "照着文书的字段写")
            )
    for name, rows in document.rows.items():
        group = document.template.field(name)
        yield from _columns(name, rows, [column.name for column in group.fields] if group else [])


def _columns(name: str, rows: Iterable[Mapping[str, Scalar]], columns: list[str]) -> Iterator[Finding]:
    for row in rows:
        for key, value in row.items():
            if key not in columns:
                yield Finding(value.span, f"“{name}”没有“{key}”这一列", did_you_mean(key, columns, "照着文书的字段写"))


def _references(document: CaseDocument) -> Iterator[Finding]:
    for fact in _texts(document):
        for found in REFERENCE.finditer(fact.text):
            hint = did_you_mean(found[1], document.facts, "写“事实”或者“内容”里有的名字")
            yield Finding(fact.span, f"“{found[0]}”没有这个事实", hint)


def _texts(document: CaseDocument) -> Iterator[Scalar]:
    yield from (document.facts[name] for name in document.own)
    for rows in document.rows.values():
        for row in rows:
            yield from row.values()
    for text in (document.why, *(words for m in document.mistakes for words in (m.wrong, m.right, m.why))):
        yield Scalar(text, document.span)


def _runnings(document: CaseDocument, handbook: Handbook) -> Iterator[Finding]:
    for running in document.runnings:
        if limit_of(running, handbook) is None:
            part = f" 的分项“{running.part.text}”" if running.part else ""
            message = f"没有时限 {running.deadline.text}{part}"
            yield Finding(running.deadline.span, message, "写时限总表里的编号；有分项的，加上“分项: 名称”")
        for name in filter(None, (running.start, running.done, running.written)):
            if document.date(name) is None:
                hint = did_you_mean(name.text, document.facts, "写一个日期的名字")
                yield Finding(name.span, f"“{name.text}”没有写是哪天", hint)


def _approvals(document: CaseDocument, case: CaseFile, handbook: Handbook) -> Iterator[Finding]:
    for approval in document.approvals:
        yield from _known("职责", approval.who, case.offices)
        if document.date(approval.day) is None:
            hint = did_you_mean(approval.day.text, document.facts, "写一个日期的名字")
            yield Finding(approval.day.span, f"“{approval.day.text}”没有写是哪天", hint)
    if document.matter:
        yield from _known("权限", document.matter, handbook.authority)
    for mistake in document.mistakes:
        if mistake.field and document.template:
            yield from _known("字段", mistake.field, [field.name for field in document.template.fields])


def _unused(case: CaseFile, handbook: Handbook) -> Iterator[Finding]:
    for code, why in case.unused.items():
        yield from _known("时限", Scalar(code, why.span), handbook.deadlines)
