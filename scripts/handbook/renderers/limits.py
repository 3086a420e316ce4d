"""Time limits on the pages that name them: table rows, badges at steps, links to the page of all limits."""

from __future__ import annotations

from collections.abc import Iterator

from handbook.model.deadline import Deadline, Limit, mentioned
from handbook.model.handbook import Handbook
from handbook.model.page import Page, Step
from handbook.renderers.markdown import escape, link, table

HEAD = ("编号", "事项", "期限", "从何时起", "能否延长", "依据")


def limit_table(page: Page, handbook: Handbook) -> Iterator[str]:
    """The table of the time limits that a procedure names, parts of a limit below it."""
    known = [handbook.deadlines[code] for code in page.meta.texts("deadlines") if code in handbook.deadlines]
    if known:
        yield from table(HEAD, (row for deadline in known for row in rows(page, deadline, handbook)))


def rows(page: Page, deadline: Deadline, handbook: Handbook) -> Iterator[list[str]]:
    """The row of a deadline, and one for each of its parts."""
    note = f"<br><small>{escape(deadline.note)}</small>" if deadline.note else ""
    alone = None if deadline.has_parts else next(iter(deadline.limits), None)
    yield [
        deadline.id,
        f"{escape(deadline.subject)}{note}",
        f"**{escape(deadline.limit)}**{reckoning(page, deadline.id, alone, handbook)}",
        escape(deadline.start),
        extension(deadline.extension, deadline.approver),
        escape(deadline.basis),
    ]
    for limit in deadline.limits if deadline.has_parts else ():
        yield [
            "其中",
            escape(limit.name),
            f"**{escape(limit.words)}**{reckoning(page, f'{deadline.id} {limit.name}', limit, handbook)}",
            escape(limit.start) if limit.start != deadline.start else "同上",
            extension(limit.extension, limit.approver) if limit.extension != deadline.extension else "同上",
            escape(limit.basis) if limit.basis != deadline.basis else "同上",
        ]


def extension(words: str, approver: str) -> str:
    """Whether and how a limit can be extended, and who approves it."""
    return f"{escape(words)}<br>谁批：{escape(approver)}" if approver else escape(words)


def reckoning(page: Page, name: str, limit: Limit | None, handbook: Handbook) -> str:
    """A link to the calculator with a limit chosen, behind a blank; nothing where there is no last day to reckon."""
    calculator = handbook.first_of_kind.get("calculator")
    if calculator is None or limit is None or limit.length is None:
        return ""
    target = link(page, f"{calculator.src}#{limit.anchor}", "算到期日")
    return f' {target}{{: .hb-reckon aria-label="算到期日：{escape(name)}" }}'


def badges(page: Page, step: Step, handbook: Handbook) -> Iterator[str]:
    """The time limits that a step names, each with the way to its row and to the calculator."""
    named = [handbook.deadlines[code] for code in mentioned(step.text) if code in handbook.deadlines]
    if not named:
        return
    yield '<div class="hb-limits" data-search-exclude markdown="1">'
    yield ""
    yield from (f"- {_badge(page, deadline, handbook)}" for deadline in named)
    yield ""
    yield "</div>"


def _badge(page: Page, deadline: Deadline, handbook: Handbook) -> str:
    register = handbook.first_of_kind.get("deadlines")
    target = f"{register.src}#{deadline.anchor}" if register else "#时限"
    first = next((limit for limit in deadline.limits if limit.length), None)
    limit = f"**时限** {link(page, target, deadline.limit)}{{: .hb-limits__limit }}"
    return f"{limit} {escape(deadline.subject)}（{deadline.id}）{reckoning(page, deadline.id, first, handbook)}"
