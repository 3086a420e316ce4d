"""The page of all time limits: the author's words, and the register as one table that a script can filter."""

from __future__ import annotations

from collections.abc import Iterator

from handbook.model.deadline import Deadline
from handbook.model.handbook import Handbook
from handbook.model.page import Page
from handbook.renderers.limits import HEAD, rows
from handbook.renderers.listing import inserted
from handbook.renderers.markdown import escape, link, table


def compose(page: Page, handbook: Handbook) -> str:
    """The Markdown of the page; the table stands above the first section of the author's words."""
    if not handbook.deadlines:
        return inserted(page, [])
    found = (row for deadline in handbook.deadlines.values() for row in _rows(page, deadline, handbook))
    opening = '<div class="hb-register" data-module="hb-register" markdown="1">'
    return inserted(page, [opening, "", *table((*HEAD, "用在"), found), "", "</div>"])


def _rows(page: Page, deadline: Deadline, handbook: Handbook) -> Iterator[list[str]]:
    """The rows of a deadline with what the script filters by, and who uses it."""
    users = [p for p in handbook.procedures.values() if deadline.id in p.meta.texts("deadlines")]
    codes = list(dict.fromkeys(user.meta.text("area") for user in users))
    areas = [area.title for area in handbook.areas if area.meta.text("area") in codes]
    used = "、".join(link(page, user.src, user.code) for user in users) or "没有单独的流程"
    anchors = (
        (deadline.anchor, *(limit.anchor for limit in deadline.limits)) if deadline.has_parts else (deadline.anchor,)
    )
    units = list(dict.fromkeys(limit.unit.value for limit in deadline.limits))
    for number, (anchor, row) in enumerate(zip(anchors, rows(page, deadline, handbook), strict=True)):
        counted = " ".join(units) if number == 0 else deadline.limits[number - 1].unit.value
        marks = f'#{anchor} .hb-register__id data-unit="{counted}" data-areas="{escape(" ".join(areas))}"'
        marks += "" if number == 0 else f' data-part-of="{deadline.anchor}"'
        yield [f"{row[0]} {{: {marks} }}", *row[1:], used if number == 0 else "同上"]
