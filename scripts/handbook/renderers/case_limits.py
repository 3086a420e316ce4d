"""The time limits that run in the fictitious case: from when, until when, and whether they were kept."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator

from handbook.fields.date import TYPE as DATE
from handbook.model.casefile import CaseDocument, Running
from handbook.model.counting import UnannouncedError, last_day
from handbook.model.deadline import Limit
from handbook.model.handbook import Handbook
from handbook.model.page import Page
from handbook.renderers.markdown import escape, link, table

_HEAD = ("时限", "从哪天算", "最晚哪天", "本案哪天")


def limit_table(page: Page, documents: Iterable[CaseDocument], handbook: Handbook, *, named: bool) -> list[str]:
    """The table of the limits of some documents.

    Args:
        page: where it stands.
        documents: in the order of the rows.
        handbook: with the registers.
        named: whether each row names its document.
    """
    rows = [
        [*([link(page, one.src, one.title)] if named else []), *_row(page, running, one, handbook)]
        for one in documents
        for running in one.runnings
    ]
    return table(("文书", *_HEAD) if named else _HEAD, rows)


def unused_table(page: Page, handbook: Handbook) -> Iterator[str]:
    """The limits that the case does not come to, and why."""
    case = handbook.casefile
    if case is not None and case.unused:
        yield from ("### 没有走到的时限", "")
        for code, why in case.unused.items():
            known = handbook.deadlines.get(code)
            yield f"- {_named(page, code, code.lower(), handbook)}{escape(known.subject) if known else ''}：{escape(why.text)}。"
        yield ""


def _row(page: Page, running: Running, document: CaseDocument, handbook: Handbook) -> list[str]:
    limit = limit_of(running, handbook)
    code = running.deadline.text
    known = handbook.deadlines.get(code)
    subject = f"{known.subject}{f'（{limit.name}）' if limit and limit.name else ''}" if known else ""
    words = f"：{limit.words}" if limit else ""
    start, done = document.date(running.start), document.date(running.done)
    return [
        f"{_named(page, code, limit.anchor if limit else code.lower(), handbook)}{escape(subject + words)}",
        f"{escape(limit.start if limit else running.start.text)}<br>{_shown(start)}",
        _last(limit, start, handbook),
        f"{escape(running.done.text)}<br>{_shown(done)}" if running.done else "写在文书上，到期再看",
    ]


def limit_of(running: Running, handbook: Handbook) -> Limit | None:
    """The limit that runs, or None when there is none of that name."""
    known = handbook.deadlines.get(running.deadline.text)
    name = running.part.text if running.part else ""
    return next((limit for limit in known.limits if limit.name == name), None) if known else None


def _last(limit: Limit | None, start: dt.date | None, handbook: Handbook) -> str:
    if limit is None or start is None or handbook.casefile is None:
        return "—"
    try:
        day = last_day(limit, start, handbook.casefile.calendar)
    except UnannouncedError as unannounced:
        return f"{unannounced.year}年放假没有公布，算不出"
    return f"**{_shown(day)}**" if day else "现行规定没有写天数"


def _shown(day: dt.date | None) -> str:
    return DATE.display(day.isoformat()) if day else "—"


def _named(page: Page, code: str, anchor: str, handbook: Handbook) -> str:
    register = handbook.first_of_kind.get("deadlines")
    return f"{link(page, f'{register.src}#{anchor}', code)} " if register else f"{code} "
