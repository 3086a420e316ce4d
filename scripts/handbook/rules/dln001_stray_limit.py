"""正文里写的期限，这一页的时限里没有。

为什么：读者照正文的天数办，天数错了就超期；条文改了，只改时限总表，正文里的旧天数没人发现。
错误：`deadlines: [T-04]`（15个工作日），正文写“10个工作日内告知”。
正确：正文写“15个工作日内告知（T-04）”；是别的时限的，把编号加进 deadlines。

别的页面（首页、应急卡、说明页）没有 deadlines：一行写了时限编号的，这一行的天数要和编号对得上。

下面几种不算：这一句标了〔做法〕〔待核〕一类的标记；这一行链接到另一个流程，那个流程有这个期限；不是期限的（十八周岁、
三年以上有期徒刑、拖一天）。“几日内”“不超过几日”“延长几个月”、写“工作日”的、“时限”那一行里的，都算期限。
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from handbook.diagnostics import Finding
from handbook.model.deadline import mentioned
from handbook.model.duration import Duration
from handbook.model.handbook import Handbook
from handbook.rules.limits import limits_in, linked_limits, sentence
from handbook.rules.pages import procedures
from handbook.rules.prose import Line, lines_of
from handbook.rules.registry import rule

# Where a procedure and the lines of other pages name their time limits, and how one is added.
_PROCEDURE = ("这一页的时限", "加进 deadlines")
_ELSEWHERE = ("这一行写的编号", "把编号写进这一行")


@rule("DLN001", "stray-limit", relies=True)
def check(handbook: Handbook) -> Iterator[Finding]:
    """Report limits in the text that none of the time limits of the procedure, or of a line elsewhere, has."""
    if not handbook.deadlines:
        return
    for page in procedures(handbook):
        told = _lengths(page.meta.texts("deadlines"), handbook)
        for line in lines_of(page):
            yield from _stray(line, told, _PROCEDURE, handbook)
    for page in handbook.authored:
        if page.kind != "procedure":
            for line in lines_of(page):
                if mentioned(line.text):
                    yield from _stray(line, frozenset(), _ELSEWHERE, handbook)


def _stray(line: Line, told: frozenset[Duration], words: tuple[str, str], handbook: Handbook) -> Iterator[Finding]:
    found = [limit for limit in limits_in(line.text) if limit[2] not in told]
    found = [limit for limit in found if "〔" not in sentence(line.text, limit[0])]
    if not found:
        return
    linked = _lengths((*linked_limits(line.page, line.number, handbook), *mentioned(line.text)), handbook)
    for start, written, duration in found:
        if duration not in linked:
            yield Finding(
                line.span(start), f"正文写“{written}”，{words[0]}没有这个期限", _hint(duration, words[1], handbook)
            )


def _hint(duration: Duration, addition: str, handbook: Handbook) -> str:
    fitting = [code for code, deadline in handbook.deadlines.items() if duration in deadline.durations]
    if fitting:
        more = "等" if len(fitting) > 4 else ""
        return f"总表里是这个期限的有 {'、'.join(fitting[:4])}{more}，是哪一条就{addition}；都不是就改天数，或者标〔做法〕〔待核〕"
    return "以时限总表为准改天数；总表没有的，标〔做法〕或者〔待核〕"


def _lengths(codes: Iterable[str], handbook: Handbook) -> frozenset[Duration]:
    """The lengths of time of some time limits."""
    known = (handbook.deadlines[code] for code in codes if code in handbook.deadlines)
    return frozenset(duration for deadline in known for duration in deadline.durations)
