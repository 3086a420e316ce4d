"""What may be wrong with one citation, told by the register of statutes and, where they are there, by the texts."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from handbook.diagnostics import Finding
from handbook.model.citation import Citation, Cited, Provision, hanzi
from handbook.model.handbook import Handbook
from handbook.model.spelling import distance, nearest
from handbook.model.statute import Status, Statute, split_year
from handbook.model.statute_text import StatuteText

Check = Callable[[Handbook, Citation], Iterator[Finding]]

_OUTDATED = (Status.AMENDED, Status.REPEALED)
_MARKS = ("转引", "待核")
_LEAST_NAME = 4  # shorter names are too easily near another document's


def unknown_statute(handbook: Handbook, citation: Citation) -> Iterator[Finding]:
    """A name that the register does not have, or an edition of it that it does not have."""
    if handbook.statute_names.find(citation.name, citation.year):
        return
    editions = handbook.statute_names.editions(citation.name)
    if editions and citation.cited:
        names = "、".join(f"《{statute.name}》" for statute in editions)
        written = f"《{citation.name}》" + (f"（{citation.year}年）" if citation.year else "")
        yield Finding(citation.span, f"法规登记表里没有{written}这个版本", f"登记表里有{names}")
        return
    like = _nearest_name(handbook, citation.name)
    slip = like and len(citation.name) >= _LEAST_NAME and distance(citation.name, like) == 1
    if citation.cited or slip:
        hint = f"是不是《{like}》？" if like else "用登记表里的简称；没有登记的先登记到 docs/reference/statutes.yml"
        yield Finding(citation.span, f"法规登记表里没有《{citation.name}》", hint)


def ambiguous_statute(handbook: Handbook, citation: Citation) -> Iterator[Finding]:
    """A name that several statutes of the register have."""
    found = handbook.statute_names.find(citation.name, citation.year)
    if len(found) > 1:
        only = [_only_name(handbook, statute) for statute in found]
        message = f"《{citation.name}》在法规登记表里有 {len(found)} 部，看不出是哪一部"
        yield Finding(citation.span, message, f"写成{'或者'.join(f'《{name}》' for name in only)}")


def article_beyond_end(handbook: Handbook, citation: Citation) -> Iterator[Finding]:
    """An article that the statute is too short to have."""
    statute = handbook.statutes.get(citation.statute)
    if statute is None or not statute.articles:
        return
    for cited in citation.cited:
        place = next((end for end in cited.ends if end.article > statute.articles), None)
        if place:
            message = f"《{citation.name}》只有 {statute.articles} 条，没有{place.whole.words}"
            yield Finding(cited.span, message, _swapped(place, statute))


def article_outside_chapters(handbook: Handbook, citation: Citation) -> Iterator[Finding]:
    """An article that stands in none of the chapters that the register lists."""
    statute = handbook.statutes.get(citation.statute)
    chapters = [chapter for chapter in statute.chapters if chapter.first] if statute else []
    for cited in citation.cited if statute and chapters else ():
        place = cited.first
        within = any(chapter.first <= place.article <= chapter.last for chapter in chapters)
        if statute and not within and 0 < place.article <= (statute.articles or place.article):
            message = f"《{citation.name}》{place.whole.words}不在登记的任何一章里"
            yield Finding(cited.span, message, "改条次；登记错了就改 docs/reference/statutes.yml 里章的起止")


def malformed_number(handbook: Handbook, citation: Citation) -> Iterator[Finding]:
    """A number that no statute is numbered with: 第一百十条, 第零条, 第二一条."""
    del handbook
    for cited in citation.cited:
        if cited.suggestion:
            hint = "核对条次后重写" if "几" in cited.suggestion else f"写成“{cited.suggestion}”"
            yield Finding(cited.span, f"“{cited.text}”的数字写得不对", hint)


def backward_range(handbook: Handbook, citation: Citation) -> Iterator[Finding]:
    """A range whose end does not lie behind its beginning."""
    del handbook
    for cited in citation.cited:
        if cited.last and not cited.suggestion and _key(cited.last) <= _key(cited.first):
            turned = f"{cited.last.words}至{cited.first.words}"
            hint = f"写成“{turned}”" if cited.last != cited.first else f"只写“{cited.first.words}”"
            yield Finding(cited.span, f"“{cited.text}”前后颠倒", hint)


def unseen_statute(handbook: Handbook, citation: Citation) -> Iterator[Finding]:
    """An article of a statute whose text nobody has seen, without a word about that."""
    statute = handbook.statutes.get(citation.statute)
    if statute is None or statute.seen or not citation.cited or any(mark in citation.context for mark in _MARKS):
        return
    older = next((one for one in handbook.statute_names.editions(statute.name) if one.seen), None)
    message = f"《{citation.name}》的原文没有见过，条次核对不了"
    if older and older.superseded_by == statute.id:
        words = "、".join(cited.text for cited in citation.cited)
        hint = f"条次是旧版的，就写《{older.name}》{words}，并注明“{_note(older)}”"
    else:
        hint = "在同一句里注明〔转引〕或者〔待核〕；见到原文以后登记“原文: 已见”"
    yield Finding(citation.span, message, hint)


def outdated_statute(handbook: Handbook, citation: Citation) -> Iterator[Finding]:
    """An article of an edition that is no longer in force; what a page says about that is for the caller to see."""
    statute = handbook.statutes.get(citation.statute)
    if statute is None or statute.status not in _OUTDATED or not citation.cited:
        return
    successor = handbook.statutes.get(statute.superseded_by)
    new = [f"{cited.text}现在是{now}" for cited in citation.cited if (now := _renumbered(cited, statute, successor))]
    by = f"，由《{successor.name}》取代" if successor else ""
    hint = "；".join(new) if new else f"改引现行的条文；只能引这一版的，在这一页注明“{_note(statute)}”"
    yield Finding(citation.span, f"《{citation.name}》{statute.status.value}{by}", hint)


def wrong_clause(handbook: Handbook, citation: Citation) -> Iterator[Finding]:
    """A 款 or 项 that the text does not have."""
    text = handbook.statute_texts.get(citation.statute)
    if text is None:
        return
    for cited in citation.cited:
        faults = (clause_fault(text, place, citation.name) for place in cited.ends)
        fault = next((found for found in faults if found), None)
        if fault:
            yield Finding(cited.span, *fault)


ALL: tuple[Check, ...] = (
    unknown_statute,
    ambiguous_statute,
    article_beyond_end,
    article_outside_chapters,
    malformed_number,
    backward_range,
    unseen_statute,
    outdated_statute,
    wrong_clause,
)


def years_of(statute: Statute) -> tuple[str, ...]:
    """The years by which a page may tell an edition from others, the latest first."""
    return tuple(sorted(statute.years, reverse=True))


def clause_fault(text: StatuteText, place: Provision, name: str) -> tuple[str, str] | None:
    """Why a text has no such 款 or 项, and what to do: message and hint; None when it has.

    Args:
        text: the text of the statute.
        place: where to look.
        name: what the statute is called.
    """
    clauses = text.article(place)
    if not clauses or not (place.paragraph or place.item):
        return None
    article = f"《{name}》{place.whole.words}"
    if place.paragraph > len(clauses):
        items = sum(len(clause.items) for clause in clauses)
        other = (
            f"是不是第{hanzi(place.paragraph)}项？" if place.paragraph <= items and not place.item else "核对款的序号"
        )
        return f"{article}只有 {len(clauses)} 款，没有第{hanzi(place.paragraph)}款", other
    return _item_fault(text, place, article) if place.item else None


def _note(statute: Statute) -> str:
    year = next(iter(years_of(statute)), "")
    return f"{year}年文本，修订后条次待核" if year else "旧文本，条次待核"


def _renumbered(cited: Cited, statute: Statute, successor: Statute | None) -> str:
    new = statute.renumbered.get(cited.first.article, ())
    if successor is None or not new:
        return ""
    return f"《{successor.name}》{'、'.join(f'第{hanzi(number)}条' for number in new)}"


def _nearest_name(handbook: Handbook, name: str) -> str:
    """The name that was most likely meant: a misspelling, else a longer or shorter form of one."""
    known = {known: one for one in handbook.statutes.values() for known in (one.title, *one.names)}
    like = nearest(name, known)
    if like:
        return like
    base = split_year(name)[0]
    parts = (one for known_name, one in known.items() if len(base) > 3 and (base in known_name or known_name in base))
    found = next(parts, None)
    return found.name if found else ""


def _only_name(handbook: Handbook, statute: Statute) -> str:
    """A name that only this statute has, with the year of its edition where no other tells it from others."""
    for name in (*statute.names, statute.title):
        if handbook.statute_names.find(name) == (statute,):
            return name
    return f"{statute.name}（{next(iter(years_of(statute)), statute.id)}年）"


def _swapped(place: Provision, statute: Statute) -> str:
    """What was meant by an article beyond the end: perhaps two digits changed places."""
    tens, ones = divmod(place.article, 10)
    turned = ones * 10 + tens
    if place.article < 100 and tens and ones and 0 < turned <= statute.articles:
        return f"是不是第{hanzi(turned)}条？"
    return "核对条次，看是不是另一部法规的"


def _key(place: Provision) -> tuple[int, int, int, int]:
    return place.article, place.branch, place.paragraph, place.item


def _item_fault(text: StatuteText, place: Provision, article: str) -> tuple[str, str] | None:
    clauses = text.article(place)
    listed = [number for number, clause in enumerate(clauses, 1) if clause.items]
    item = f"第{hanzi(place.item)}项"
    if not listed:
        other = f"是不是第{hanzi(place.item)}款？" if 1 < place.item <= len(clauses) else "只写到条或者款"
        return f"{article}没有分项", other
    where = "、".join(f"第{hanzi(number)}款" for number in listed)
    if not place.paragraph and len(listed) > 1:
        return (
            f"{article}的{where}都有分项，看不出是哪一款的{item}",
            f"写成“{replace(place, paragraph=listed[0]).words}”这样",
        )
    if place.paragraph and place.paragraph not in listed:
        return f"{article}第{hanzi(place.paragraph)}款没有分项", f"分项在{where}"
    items = text.with_items(place)[0].items
    if place.item > len(items):
        return f"{article}只有 {len(items)} 项，没有{item}", "核对项的序号"
    return None
