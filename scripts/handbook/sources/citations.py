"""Text → the citations of statutes in it, as people write them: 《监督执纪规则》第二十一条第二款、第三十条.

`mentions` knows no register and no file: it takes the text of one block (a paragraph, a cell, a list item, a label)
without markup and gives offsets into it. The model reads pages with it, and so does the Markdown extension that links
citations, so the two cannot disagree. Where code or an image stands between words, put `passages.BREAK`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from handbook.diagnostics import Span
from handbook.model.citation import NUMBER, Citation, Cited, Provision, hanzi, likely_number, number_of
from handbook.model.statute import StatuteNames

_LIST = r"(?:、|,|，|/|／|和|及|与|或)"
_RANGE = r"(?:至|到|[-－–—~～]{1,2})"
_NUM = rf"[（(]?\s?{NUMBER}\s?[）)]?"
_NAME = re.compile(
    r"(?:(?P<before>(?:19|20)\d{2})年?(?:版|文本|修订|修正)的?)?《(?P<name>[^《》\n\0]{1,60})》"
    r"(?:[（(](?P<behind>(?:19|20)\d{2})年?(?:版|本|文本|旧版|修订|修订版|修正|修正版|原文)?(?:[，,；;][^（）()]*)?[）)])?"
)
_ELEMENT = re.compile(
    rf"第\s?(?P<numbers>{_NUM}(?:\s?(?:{_LIST}|{_RANGE}|(?=[（(]))\s?第?\s?{_NUM})*)\s?"
    rf"(?P<unit>条(?!例|线索)|款(?!项)|项)(?:之(?P<branch>{NUMBER}))?"
)
_NUMBER = re.compile(rf"(?P<join>(?:{_LIST}|{_RANGE})?)\s?第?\s?{_NUM}")
_DIGITS = re.compile(NUMBER)
_IS_RANGE = re.compile(_RANGE)
_TO = re.compile(rf"\s?{_RANGE}\s?")
_REMARK = r"(?:（[^（）《》]*）|〔[^〔〕《》]*〕|\([^()《》]*\)|\s)*"
_CLOSE = re.compile(rf"{_REMARK}(?:、|/|／|以及|和|及|与|或者|或)\s*")
_WIDE = re.compile(rf"{_REMARK}(?:[，,；;]\s*(?:以及|和|及|与|或者|或)?)\s*")
_BLANKS = re.compile(r" *")
_LEAD = re.compile(rf"[\s*]*的?(?:第\s?{NUMBER}\s?[编章节])*\s?")
_SAME = re.compile(
    r"(?P<article>同条|该条)|(?P<paragraph>同款|该款)(?=第)|(?P<statute>[同该](?:法|条例|规则|规定|办法))(?=第)"
)
_DEPTH = {"条": 0, "款": 1, "项": 2}


@dataclass(frozen=True, slots=True)
class Part:
    """A place or a range of places in a text, with the offsets of its words; the statute of `first` is ``""``.

    `suggestion` is how it should be written, where its numbers are not well formed.
    """

    start: int
    end: int
    first: Provision
    last: Provision | None = None
    suggestion: str = ""


@dataclass(frozen=True, slots=True)
class Mention:
    """A statute that a text names, or goes back to (同条第三款), with the places that it cites.

    Attributes:
        start, end: offsets of the whole citation.
        name: what stands between 《 and 》, here or, for one that goes back, before.
        name_end: the offset behind the name (and its year); `start` for one that goes back.
        year: the year of the edition where it stands outside of 《 and 》, else ``""``.
        parts: the places, in the order of the text.
    """

    start: int
    end: int
    name: str
    name_end: int
    year: str = ""
    parts: tuple[Part, ...] = ()


def mentions(text: str) -> tuple[Mention, ...]:
    """Every statute that the text of one block names, from left to right."""
    return tuple(_mentions(text)) if "《" in text else ()


def read_citations(
    text: str, names: StatuteNames, span_at: Callable[[int], Span], place: str = ""
) -> tuple[Citation, ...]:
    """The citations in the text of one block.

    Args:
        text: the text.
        names: what the statutes of the register are called.
        span_at: the place in the file of an offset in the text.
        place: what the text stands in, see `Citation.place`.
    """
    return tuple(_citation(text, mention, names, span_at, place) for mention in mentions(text))


def _citation(text: str, mention: Mention, names: StatuteNames, span_at: Callable[[int], Span], place: str) -> Citation:
    found = names.find(mention.name, mention.year)
    statute = found[0].id if len(found) == 1 else ""
    cited = tuple(
        Cited(
            first=replace(part.first, statute=statute),
            last_article=(part.last or part.first).article,
            text=text[part.start : part.end],
            span=span_at(part.start),
            last=replace(part.last, statute=statute) if part.last else None,
            suggestion=part.suggestion,
        )
        for part in mention.parts
    )
    words = text[mention.start : mention.end]
    return Citation(
        mention.name, statute, cited, words, span_at(mention.start), place, mention.year, text, mention.start
    )


def _mentions(text: str) -> Iterator[Mention]:
    named: Mention | None = None
    position = 0
    same = _SAME.search(text)
    while True:
        name = _NAME.search(text, position)
        if same and same.start() < position:
            same = _SAME.search(text, position)
        if name and not (named and same and same.start() < name.start()):
            named = _named(text, name)
            position = named.end
            yield named
        elif named and same:
            back = _going_back(text, named, same)
            position = back.end if back else same.end()
            if back:
                named = replace(back, parts=back.parts or named.parts)
                yield back
        else:
            return


def _named(text: str, name: re.Match[str]) -> Mention:
    lead = _LEAD.match(text, name.end())
    parts = _parts(text, lead.end() if lead else name.end(), None)
    year = name["before"] or name["behind"] or ""
    end = parts[-1].end if parts else name.end()
    return Mention(name.start(), end, name["name"].strip(), name.end(), year, parts)


def _going_back(text: str, named: Mention, same: re.Match[str]) -> Mention | None:
    """同条第三款, 同款第二项, 该规则第三十条, of what was cited before it in the block."""
    before = named.parts[-1] if named.parts else None
    last = (before.last or before.first) if before else None
    if same["statute"]:
        parts = _parts(text, same.end(), None)
    elif last is None:
        return None
    else:
        base = last if same["paragraph"] else last.whole
        parts = _parts(text, same.end(), base)
        if parts:
            parts = (replace(parts[0], start=same.start()), *parts[1:])
        elif same["article"]:
            parts = (Part(same.start(), same.end(), base),)
    if not parts:
        return None
    return Mention(same.start(), parts[-1].end, named.name, same.start(), named.year, parts)


def _parts(text: str, position: int, base: Provision | None) -> tuple[Part, ...]:
    """The places from an offset on; `base` is what a 款 or 项 without an article belongs to."""
    parts = _chain(text, position, base, position)
    while parts:
        last = parts[-1]
        to = _TO.match(text, last.end)
        ended = _chain(text, to.end(), last.first, to.end()) if to and last.last is None else []
        if ended:
            parts[-1] = replace(
                last, end=ended[0].end, last=ended[0].first, suggestion=last.suggestion or ended[0].suggestion
            )
            parts += ended[1:]
            continue
        more = _next(text, last)
        if not more:
            break
        parts += more
    return tuple(parts)


def _next(text: str, last: Part) -> list[Part]:
    """The places behind a separator; behind a comma only whole articles, for “，第一项” may be anything."""
    base = last.last or last.first
    close = _CLOSE.match(text, last.end)
    if close:
        return _chain(text, close.end(), base, close.end())
    wide = _WIDE.match(text, last.end)
    element = _ELEMENT.match(text, wide.end()) if wide else None
    return _chain(text, element.start(), None, element.start()) if element and element["unit"] == "条" else []


def _chain(text: str, position: int, base: Provision | None, start: int) -> list[Part]:
    """The places of one element (第十条, 第一、三款) and of what stands deeper right behind it (第十条第一款)."""
    element = _ELEMENT.match(text, position)
    if element is None or (base is None and element["unit"] != "条"):
        return []
    parts = list(_element(element, base, start))
    last = parts[-1]
    blanks = _BLANKS.match(text, element.end())
    deeper = _ELEMENT.match(text, blanks.end() if blanks else element.end())
    if last.last is None and deeper and _DEPTH[deeper["unit"]] > _DEPTH[element["unit"]]:
        below = _chain(text, deeper.start(), last.first, last.start)
        suggested = [_suggested(part) if last.suggestion else part for part in below]
        parts = [*parts[:-1], *suggested]
    return parts


def _suggested(part: Part) -> Part:
    return replace(part, suggestion=part.suggestion or part.first.words)


def _element(element: re.Match[str], base: Provision | None, start: int) -> Iterator[Part]:
    """The places of the numbers before one 条, 款 or 项; a number behind 至 ends a range."""
    offset = element.start("numbers")
    found = list(_NUMBER.finditer(element["numbers"]))
    parts: list[Part] = []
    for index, number in enumerate(found):
        words = number[0][len(number["join"]) :]
        place, suggestion = _place(words, element, base)
        begin = start if index == 0 else offset + number.start() + len(number["join"])
        end = element.end() if index == len(found) - 1 else offset + number.end()
        if parts and parts[-1].last is None and number["join"] and _IS_RANGE.fullmatch(number["join"]):
            before = parts.pop()
            better = before.suggestion or suggestion
            parts.append(replace(before, end=end, last=place, suggestion=better))
        else:
            parts.append(Part(begin, end, place, None, suggestion))
    return iter(parts)


def _place(words: str, element: re.Match[str], base: Provision | None) -> tuple[Provision, str]:
    """The place of one number, and how to write it where the number is not well formed."""
    digits = _DIGITS.search(words)
    written = digits[0] if digits else ""
    number = number_of(written)
    value = number or likely_number(written)
    unit, branch = element["unit"], number_of(element["branch"] or "") or 0
    if unit == "条":
        place = Provision("", value, branch=branch)
    elif unit == "款":
        place = replace(base or Provision("", 0), paragraph=value, item=0)
    else:
        place = replace(base or Provision("", 0), item=value)
    return place, "" if number else f"第{hanzi(value) if 0 < value < 1000 else '几'}{unit}"
