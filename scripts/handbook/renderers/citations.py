"""Citations for readers: which place a link to a provision leads to, and what its pop-up tells."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass

from handbook.model.citation import Provision, hanzi
from handbook.model.handbook import Handbook
from handbook.model.statute import Status, Statute

_MOST = 5  # articles of a range that a pop-up sums up; the page of the statute has all
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
UNWRITTEN = "这一条的要点还没有写，请看原文。"


@dataclass(frozen=True, slots=True)
class Notice:
    """What holds for a statute as a whole: what it is called, its full name, its standing, what to beware of."""

    title: str
    name: str
    facts: tuple[str, ...]
    warnings: tuple[str, ...]


def anchor(place: Provision, handbook: Handbook) -> str | None:
    """The id of a place on the page of its statute, or None where that page does not show it."""
    page = handbook.pages.get(handbook.statutes[place.statute].src)
    return place.anchor if page and place.anchor in page.anchors else None


def notice(statute: Statute, handbook: Handbook) -> Notice:
    """What the pop-ups of a statute and of all its provisions tell."""
    return Notice(f"《{statute.name}》", statute.title, tuple(_facts(statute, handbook)), tuple(_warnings(statute)))


def summary(first: Provision, last: Provision | None, handbook: Handbook) -> str:
    """What a place, or a range of places, says: its 要点, and its number in the edition in force."""
    statute = handbook.statutes[first.statute]
    places = tuple(_places(first, last))
    found = [(place, gist.text) for place in places if (gist := statute.gist(place))]
    summed = [f"{place.words}：{text}" for place, text in found[:_MOST]]
    if len(found) > _MOST:
        summed.append(f"其余{len(found) - _MOST}条，点开看。")
    words = " ".join(summed) or f"{_words(first, last)}：{UNWRITTEN}"
    return " ".join([words, *_moved(statute, places, handbook)])


def official_words(first: Provision, last: Provision | None, handbook: Handbook) -> tuple[str, ...]:
    """The lines of a place in the text that the office has; none of a range."""
    text = handbook.statute_texts.get(first.statute)
    return text.words(first) if text and last is None else ()


def dated(text: str) -> str:
    """A text of the register with its dates as people write them: 2019年1月1日."""
    return _DATE.sub(lambda found: _date(found[0]), text)


def current_places(statute: Statute, article: int, handbook: Handbook) -> tuple[Provision, ...]:
    """What an article of an edition has become in the edition that took its place."""
    known = statute.superseded_by in handbook.statutes
    numbers = statute.renumbered.get(article, ()) if known else ()
    return tuple(Provision(statute.superseded_by, number) for number in numbers)


def _places(first: Provision, last: Provision | None) -> Iterator[Provision]:
    """The places of a range of articles, or the place itself; a range of 款 or 项 is told as what holds it."""
    if last is None:
        yield first
    elif last.article == first.article:
        yield Provision(first.statute, first.article, first.paragraph if first.paragraph == last.paragraph else 0)
    else:
        yield first
        yield from (Provision(first.statute, number) for number in range(first.article + 1, last.article + 1))


def _words(first: Provision, last: Provision | None) -> str:
    if last is None:
        return first.words
    if last.article != first.article:
        return f"{first.words}至{last.words}"
    unit = f"第{hanzi(last.item)}项" if last.item else f"第{hanzi(last.paragraph)}款"
    return f"{first.words}至{unit}"


def _date(text: str) -> str:
    try:
        date = dt.date.fromisoformat(text)
    except ValueError:
        return text
    return f"{date.year}年{date.month}月{date.day}日"


def _facts(statute: Statute, handbook: Handbook) -> Iterator[str]:
    since = f"{dated(statute.effective)}起施行" if _DATE.fullmatch(statute.effective) else dated(statute.effective)
    if statute.status is Status.IN_FORCE:
        yield f"现行有效，{since}" if since and "待核" not in since else "现行有效"
    elif statute.status in (Status.AMENDED, Status.REPEALED):
        current = handbook.statutes.get(statute.superseded_by)
        name = current.title if current else statute.superseded_by
        yield f"{statute.status}，现行的是《{name}》" if name else str(statute.status)


def _warnings(statute: Statute) -> Iterator[str]:
    if statute.status is Status.UNCONFIRMED:
        yield "〔待核〕效力没有核实，引用之前先核对。"
    elif statute.status is Status.AMENDED and not statute.renumbered:
        yield "〔待核〕这是旧文本的条次，现行条次没有核对。"
    elif not statute.seen and statute.status is Status.IN_FORCE:
        yield "〔待核〕没有见到全文，引用之前找原文核对。"


def _moved(statute: Statute, places: tuple[Provision, ...], handbook: Handbook) -> Iterator[str]:
    """The number that an article of an old edition has today."""
    if statute.renumbered and statute.superseded_by in handbook.statutes:
        name = handbook.statutes[statute.superseded_by].name
        for place in places[:_MOST]:
            now = "、".join(new.words for new in current_places(statute, place.article, handbook))
            yield f"{place.whole.words}现在是《{name}》{now}。" if now else f"{place.whole.words}没有对应的现行条次。"
