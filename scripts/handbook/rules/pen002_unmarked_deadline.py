"""写了没有核对过的时限，没有写明待核。

为什么：时限总表里标了〔待核〕的期限，现行规定没有写，或者不知道还算不算数；当成定数写出来，就会照错的日子办。
错误：`- **时限**：2个月（T-12）。`
正确：`- **时限**：现行规则没有写天数（T-12），按县级规定〔待核〕。`

查两处：写了编号的（T-12），和用到这个编号的流程页上“时限”里写的同样长短的期限。
"""

from __future__ import annotations

from collections.abc import Iterator

from handbook.diagnostics import Finding
from handbook.model.deadline import MENTION, Deadline
from handbook.model.duration import durations
from handbook.model.handbook import Handbook
from handbook.model.page import Page
from handbook.rules.prose import Line, lines_of
from handbook.rules.registry import rule

_MARK = "待核"
_HINT = "在同一段写上〔待核〕"


@rule("PEN002", "unmarked-deadline")
def check(handbook: Handbook) -> Iterator[Finding]:
    open_ones = [deadline for deadline in handbook.deadlines.values() if _MARK in deadline.limit]
    for page in handbook.published if open_ones else ():
        if page.kind and not page.generated:
            for line in lines_of(page):
                if _MARK not in line.text:
                    yield from _named(line, open_ones)
                    yield from _typed(line, page, open_ones, handbook)


def _named(line: Line, open_ones: list[Deadline]) -> Iterator[Finding]:
    for deadline in open_ones:
        at = next((match.start() for match in MENTION.finditer(line.text) if match[0] == deadline.id), -1)
        if at >= 0:
            message = f"{deadline.id}（{deadline.subject}）的期限还没有核对，这里没有写明待核"
            yield Finding(line.span(at), message, _HINT)


def _typed(line: Line, page: Page, open_ones: list[Deadline], handbook: Handbook) -> Iterator[Finding]:
    """A length that, on a page of an open limit, only that limit has."""
    if not line.text.lstrip().startswith("- **时限**"):
        return
    own = [handbook.deadlines[code] for code in page.meta.texts("deadlines") if code in handbook.deadlines]
    settled = {length for deadline in own if deadline not in open_ones for length in deadline.durations}
    for deadline in own:
        for written, length in durations(line.text) if deadline in open_ones else ():
            if length in deadline.durations and length not in settled:
                message = f"期限“{written}”是 {deadline.id}（{deadline.subject}）的，还没有核对，这里没有写明待核"
                yield Finding(line.span(line.text.find(written)), message, _HINT)
