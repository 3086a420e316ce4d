"""流程图里写的期限和正文的不一样。

为什么：图和文字的期限对不上，照图办就可能超期。
错误：图里 `s2["15个工作日内告知"]`，第2步写的是“10个工作日”。
正确：两处写成一样的，以条文为准。

框是步骤的，和这一步的文字、这一步引用的 T-… 时限比；其他的框和箭头，和整页的文字、这一页的时限比。
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from handbook.diagnostics import Finding
from handbook.model.deadline import mentioned
from handbook.model.duration import Duration, durations
from handbook.model.flow import Flow, flows
from handbook.model.handbook import Handbook
from handbook.model.page import Page
from handbook.rules.registry import rule


@rule("FLW018", "time-limit-differs")
def check(handbook: Handbook) -> Iterator[Finding]:
    """Report lengths of time on procedure pages' charts that the words of the page do not have."""
    for page, flow in flows(handbook):
        if page.kind == "procedure":
            yield from _boxes(page, flow, handbook)
            yield from _arrows(page, flow, handbook)


def _boxes(page: Page, flow: Flow, handbook: Handbook) -> Iterator[Finding]:
    steps = {step.id: step for step in page.steps}
    for node in flow.nodes:
        step = steps.get(node.id)
        told = _of_text(step.text, handbook) if step else _of_page(page, handbook)
        for written, duration in durations(node.label):
            if duration not in told:
                where = f"步骤“{step.title}”" if step else "正文"
                yield Finding(node.span, f"图里“{flow.name(node.id)}”写“{written}”，{where}{_said(told, step)}", _HINT)


def _arrows(page: Page, flow: Flow, handbook: Handbook) -> Iterator[Finding]:
    for edge in flow.chart.edges:
        for written, duration in durations(edge.label):
            if duration not in _of_page(page, handbook):
                yield Finding(edge.span, f"图里箭头上写“{written}”，正文没有这个期限", _HINT)


_HINT = "以条文为准，改成一样的"


def _said(told: frozenset[Duration], step: object) -> str:
    if not step or not told:
        return "没有这个期限"
    return f"写的是“{'、'.join(sorted(map(str, told)))}”"


def _of_text(text: str, handbook: Handbook) -> frozenset[Duration]:
    """The lengths of time in a text, and those of the time limits that it cites."""
    return _of_words([text], mentioned(text), handbook)


def _of_page(page: Page, handbook: Handbook) -> frozenset[Duration]:
    """The lengths of time in the words of a page outside of its charts, and those of its time limits."""
    drawn = {
        line
        for chart in page.flowcharts
        for line in range(chart.first_line, chart.first_line + len(chart.source.splitlines()))
    }
    words = (line for number, line in enumerate(page.lines, 1) if number not in drawn)
    return _of_words(words, page.meta.texts("deadlines"), handbook)


def _of_words(words: Iterable[str], codes: Iterable[str], handbook: Handbook) -> frozenset[Duration]:
    limits = (handbook.deadlines[code].durations for code in codes if code in handbook.deadlines)
    return frozenset(duration for text in words for _, duration in durations(text)).union(*limits)
