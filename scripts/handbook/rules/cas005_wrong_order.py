"""模拟案卷里日期的先后不对：卷内倒着排，或者后一个阶段的文书写在前一个阶段以前。

为什么：案卷按办案的先后订，日期倒过来，就是先办后批、先宣布后决定，程序就错了。
错误：立案决定书写3月9日，党委主要负责人3月10日才批；“审理”阶段的文书比“审查”阶段的早。
正确：日期照程序的先后写，同一卷里按日期排，目录放在最前面。
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from handbook.diagnostics import Finding
from handbook.fields.date import TYPE as DATE
from handbook.fields.logic import is_ordered
from handbook.model.casefile import CaseDocument, CaseFile, as_date
from handbook.model.handbook import Handbook
from handbook.rules.casefile import documents
from handbook.rules.registry import rule


@rule("CAS005", "wrong-order")
def check(handbook: Handbook) -> Iterator[Finding]:
    case = handbook.casefile
    if case is None:
        return
    for document in documents(handbook):
        if as_date(document.day.text) is None:
            message = f"{document.title}的日期“{document.day.text}”不是日期"
            yield Finding(document.day.span, message, "写成 2099-01-05，或者写一个日期的名字")
        yield from _within(document)
    yield from _volumes(case)
    yield from _stages(case)


def _within(document: CaseDocument) -> Iterator[Finding]:
    """The dates of one document."""
    for approval in document.approvals:
        day = document.date(approval.day)
        if day and is_ordered("after", day.isoformat(), document.day.text):
            message = f"{document.title}{_shown(document.day.text)}就有了，{approval.who.text}{_shown(str(day))}才批"
            yield Finding(approval.day.span, message, "先批后办，核对两个日期")
    for field in document.template.fields if document.template else ():
        for bound, wrong, word in ((field.not_before, "before", "早于"), (field.not_after, "after", "晚于")):
            mine, other = document.facts.get(field.name), document.facts.get(bound)
            if mine and other and is_ordered(wrong, mine.text, other.text):
                message = f"“{field.name}”{_shown(mine.text)}{word}“{bound}”{_shown(other.text)}"
                yield Finding(mine.span, message, "核对两个日期")
    for running in document.runnings:
        start, done = document.date(running.start), document.date(running.done)
        if start and done and done < start and running.done:
            message = f"“{running.done.text}”{_shown(str(done))}早于“{running.start.text}”{_shown(str(start))}"
            yield Finding(running.done.span, message, "核对两个日期")


def _volumes(case: CaseFile) -> Iterator[Finding]:
    """The binding order: tables of contents first, then by day."""
    for volume in case.volumes:
        for before, document in pairwise(case.of_volume(volume)):
            if document.contents:
                yield Finding(document.span, f"{volume}的目录不在最前面", "把目录移到这一卷的第一份")
            elif not before.contents and document.day.text < before.day.text:
                message = f"{document.title}{_shown(document.day.text)}排在{before.title}{_shown(before.day.text)}后面"
                yield Finding(document.day.span, message, "同一卷里按日期的先后排")


def _stages(case: CaseFile) -> Iterator[Finding]:
    """No document of an earlier stage is later than one of a later stage."""
    ranks = {stage: rank for rank, stage in enumerate(case.stages)}
    ordered = sorted(case.in_time, key=lambda one: ranks.get(one.stage.text, 0))
    for before, document in pairwise(ordered):
        if document.stage.text != before.stage.text and document.day.text < before.day.text:
            message = (
                f"“{document.stage.text}”的{document.title}{_shown(document.day.text)}，早于“{before.stage.text}”的"
            )
            message += f"{before.title}{_shown(before.day.text)}"
            yield Finding(document.day.span, message, "日期照程序的先后写")


def _shown(text: str) -> str:
    return DATE.display(text)
