"""What the rules about time limits share: which lengths of time are limits, and where limits are named."""

from __future__ import annotations

import re
from collections.abc import Iterator

from handbook.diagnostics import Span
from handbook.model.deadline import MENTION, MISSPELT
from handbook.model.duration import Duration, durations
from handbook.model.handbook import Handbook
from handbook.model.page import Page
from handbook.model.resolution import Resolver
from handbook.rules.prose import lines_of

# A length of time is a limit when something limits it; 三年以上有期徒刑, 十八周岁 and 拖一天 are none.
_BEFORE = re.compile(
    r"(?:不超过|不得超过|不少于|不得少于|最长|最多|最迟|至迟|延长|[时期]限(?:是|为|：|:)?|[时期]限\*\*：)\s*$"
)
_BEHIND = re.compile(r"\s*(?:以内|之内|内)(?!容|部|设|外|勤|控)")
_ENDS = "。；！？|"
_LIMIT_LINE = re.compile(r"\s*[-*]\s+\*\*时限\*\*[：:]")


def sentence(line: str, offset: int) -> str:
    """The sentence or table cell of a line around an offset."""
    begin = max(line.rfind(end, 0, offset) for end in _ENDS) + 1
    end = min((at for at in (line.find(end, offset) for end in _ENDS) if at >= 0), default=len(line))
    return line[begin:end]


def limits_in(line: str) -> Iterator[tuple[int, str, Duration]]:
    """Each length of time in a line that is meant as a limit, with its offset and as it is written."""
    whole = bool(_LIMIT_LINE.match(line))
    at = 0
    for written, duration in durations(line):
        start = line.index(written, at)
        at = start + len(written)
        limited = _BEHIND.match(line, at) or _BEFORE.search(line, 0, start)
        if limited or duration.unit == "工作日" or (whole and duration.amount > 1):
            yield start, written, duration


def mentions(page: Page) -> Iterator[tuple[str, Span]]:
    """Every time limit that a page names by its id, in its text and in its charts, with its place."""
    drawn = (
        (chart.first_line + index, page.lines[chart.first_line + index - 1])
        for chart in page.flowcharts
        for index in range(len(chart.source.splitlines()))
    )
    for number, text in (*((line.number, line.text) for line in lines_of(page)), *drawn):
        for match in MENTION.finditer(text):
            yield match[0], Span(page.path, number, match.start() + 1)


def misspelt(page: Page) -> Iterator[tuple[str, str, Span]]:
    """Every id of a time limit that is no id as it is written, what was meant, and its place."""
    for line in () if page.generated else lines_of(page):
        for match in MISSPELT.finditer(line.text):
            meant = f"T-{int(match['number']):02}"
            if not MENTION.match(match[0]):
                yield match[0], meant, line.span(match.start())


def linked_limits(page: Page, number: int, handbook: Handbook) -> frozenset[str]:
    """The ids of the time limits of the procedures that a line links to."""
    resolver = Resolver(handbook)
    targets = (resolver.resolve(page, link).page for link in page.links if link.span.line == number)
    pages = (handbook.pages[target] for target in targets if target)
    return frozenset(code for other in pages if other.kind == "procedure" for code in other.meta.texts("deadlines"))
