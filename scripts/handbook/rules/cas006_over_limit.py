"""模拟案卷里办晚了，或者文书上写的截止日不是算出来的那天。

为什么：样卷的日子要照时限总表算得出来；写错一天，照着学的人就会超期。
错误：1月5日收到，`告知日期: 2099-02-02`（15个工作日到1月31日）；`宣布截止日: 2099-07-26`（一个月到7月25日）。
正确：照时限总表的起算和期限数；工作日按“日历”里本案自己的放假安排数，没有写那一年的补上。
"""

from __future__ import annotations

from collections.abc import Iterator

from handbook.diagnostics import Finding
from handbook.fields.date import TYPE as DATE
from handbook.model.casefile import CaseDocument, CaseFile, Running
from handbook.model.counting import UnannouncedError, last_day
from handbook.model.handbook import Handbook
from handbook.rules.casefile import documents, limit_of
from handbook.rules.registry import rule

_NOT_AFTER = "季首月日"  # 15日前: whether the 15th itself still counts is open, so an earlier day may be stated


@rule("CAS006", "over-limit")
def check(handbook: Handbook) -> Iterator[Finding]:
    case = handbook.casefile
    for document in documents(handbook):
        for running in document.runnings:
            if case is not None:
                yield from _running(running, document, case, handbook)


def _running(running: Running, document: CaseDocument, case: CaseFile, handbook: Handbook) -> Iterator[Finding]:
    limit, start, code = limit_of(running, handbook), document.date(running.start), running.deadline.text
    if limit is None or start is None:
        return
    try:
        last = last_day(limit, start, case.calendar)
    except UnannouncedError as unannounced:
        message = f"{code} 数到了{unannounced.year}年，“日历”里没有这一年的放假安排"
        yield Finding(running.deadline.span, message, "在“日历”里补上这一年")
        return
    done, written = document.date(running.done), document.date(running.written)
    if last is None:
        return
    shown = DATE.display(last.isoformat())
    if running.done and done and done > last:
        message = f"{code} 最晚{shown}，“{running.done.text}”写的是{DATE.display(done.isoformat())}"
        yield Finding(document.facts[running.done.text].span, message, "把日期改到时限以内")
    is_open = limit.unit.value == _NOT_AFTER and written is not None and written < last
    if running.written and written and written != last and not is_open:
        message = f"{code} 最晚{shown}，“{running.written.text}”写的是{DATE.display(written.isoformat())}"
        yield Finding(document.facts[running.written.text].span, message, "写算出来的那天")
