"""What of a handbook rests on a provision, a whole statute or a time limit: where to look when it is amended."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass, replace

from handbook.diagnostics import Span
from handbook.errors import HandbookError
from handbook.model.citation import Citation, Cited, Provision, hanzi
from handbook.model.handbook import Handbook
from handbook.model.page import Page
from handbook.model.spelling import did_you_mean
from handbook.model.statute import Statute
from handbook.sources.citations import mentions

_LIMIT = re.compile(r"T-\d{2,3}")
_ARTICLE = re.compile(r"第\s?[零〇一二三四五六七八九十百两0-9０-９]+\s?条")
# Register file → what one of its rows is.
_ROWS = {
    "reference/deadlines.yml": "时限",
    "reference/authority.yml": "权限",
    "reference/glossary.yml": "术语",
    "reference/statutes.yml": "法规",
    "templates/fields.yml": "字段",
    "templates/packets.yml": "成套文书",
    "casefile/facts.yml": "模拟案卷",
}
_KEYS = {"basis": "依据", "approve": "审批", "seal": "盖章", "step": "用在哪一步", "note": "说明"}


@dataclass(frozen=True, slots=True)
class Use:
    """Something that rests on a provision or a time limit.

    Attributes:
        kind: 页面, 步骤, 流程图, 文书, 文书字段, 时限, 权限, 术语 or another row of a register.
        name: what it is called.
        cited: the provision as it is written there; what rests on it through a time limit names that.
        span: where.
        today: the number of the article in the edition that took its place, where that is another one.
    """

    kind: str
    name: str
    cited: str
    span: Span
    today: str = ""

    def __str__(self) -> str:
        today = f"（{self.today}）" if self.today else ""
        return f"{self.span}: {self.kind} {self.name}：{self.cited}{today}"

    def as_json(self) -> dict[str, object]:
        """The use for other programs."""
        facts = {key: value for key, value in asdict(self).items() if key != "span"}
        return {**facts, "path": self.span.path, "line": self.span.line, "column": self.span.column}


def impact(handbook: Handbook, query: str) -> tuple[Use, ...]:
    """Everything that rests on what a query names: 监督执纪规则 第二十一条, 《监察法》第22条第1款, 监察法, T-04.

    Raises:
        HandbookError: the query names no statute and no time limit of the registers, or an article that is not there.
    """
    if _LIMIT.fullmatch(query.strip().upper()):
        return _of_limit(handbook, query.strip().upper())
    statute, places = _asked(handbook, query)
    wanted = places or (None,)
    found = (
        (citation, cited, owner)
        for citation, cited, owner in _cited(handbook, (statute,))
        if any(place is None or (cited and cited.touches(place)) for place in wanted)
    )
    return _uses(handbook, found)


def _of_limit(handbook: Handbook, limit: str) -> tuple[Use, ...]:
    deadline = handbook.deadlines.get(limit)
    if deadline is None:
        hint = did_you_mean(limit, handbook.deadlines, "编号在 docs/reference/deadlines.yml 里")
        raise HandbookError(f"时限表里没有编号“{limit}”；{hint}")
    own = Use("时限", f"{limit} {deadline.subject}", "这一条本身", deadline.span)
    return _sorted((own, *_through(handbook, limit, f"时限 {limit}")))


def impact_of_edition(handbook: Handbook, edition: str) -> tuple[Use, ...]:
    """Everything that rests on an edition, and on those that it took the place of, with the articles' numbers of today.

    Raises:
        HandbookError: the register has no such edition.
    """
    statute = handbook.statutes.get(edition)
    if statute is None:
        hint = did_you_mean(edition, handbook.statutes, "编号在 docs/reference/statutes.yml 里")
        raise HandbookError(f"法规登记表里没有编号“{edition}”；{hint}")
    before = [one for one in handbook.statutes.values() if one.superseded_by == edition]
    return _uses(handbook, _cited(handbook, (statute, *before)), before)


_Found = tuple[Citation, Cited | None, Page | str]


def _asked(handbook: Handbook, query: str) -> tuple[Statute, tuple[Provision, ...]]:
    article = _ARTICLE.search(query)
    name = query[: article.start()] if article else query
    rest = query[article.start() :] if article else ""
    name = name.strip(" 《》\u3000的")
    if name in handbook.statutes:
        statute = handbook.statutes[name]
    else:
        found = handbook.statute_names.find(name)
        if len(found) != 1:
            names = [known for one in handbook.statutes.values() for known in (*one.names, one.title)]
            hint = did_you_mean(name, names, "写登记表里的简称，例如：handbook impact '监督执纪规则 第二十一条'")
            problem = "不止一部，加上年份" if found else f"法规登记表里没有；{hint}"
            raise HandbookError(f"“{name}”{problem}")
        statute = found[0]
    parts = [part for mention in mentions(f"《{statute.name}》{rest}") for part in mention.parts] if rest else []
    places = [replace(place, statute=statute.id) for part in parts for place in _within(part.first, part.last)]
    beyond = next((place for place in places if place.article > statute.articles > 0), None)
    if beyond or (rest and not places):
        raise HandbookError(f"《{statute.name}》只有 {statute.articles} 条，没有“{rest.strip()}”")
    return statute, tuple(places)


def _within(first: Provision, last: Provision | None) -> Iterator[Provision]:
    yield first
    if last:
        yield from (Provision("", number) for number in range(first.article + 1, last.article + 1))


def _cited(handbook: Handbook, statutes: Sequence[Statute]) -> Iterator[_Found]:
    """Every element of every citation of some statutes, with the page or the register that it stands in."""
    wanted = {statute.id for statute in statutes}
    for page in handbook.authored:
        for citation in page.citations:
            if citation.statute in wanted:
                yield from ((citation, cited, page) for cited in citation.cited or (None,))
    for file, citations in sorted(handbook.register_citations.items()):
        for citation in citations:
            if citation.statute in wanted:
                yield from ((citation, cited, file) for cited in citation.cited or (None,))


def _uses(handbook: Handbook, found: Iterator[_Found], before: Sequence[Statute] = ()) -> tuple[Use, ...]:
    uses: list[Use] = []
    limits: dict[str, str] = {}
    for citation, cited, owner in found:
        name = handbook.statutes[citation.statute].name
        words = f"《{name}》{_whole(cited)}"
        place, span = citation.place, cited.span if cited else citation.span
        today = _today(handbook, cited, before) if cited else ""
        if isinstance(owner, Page):
            uses.append(Use(*_part(owner, place), words, span, today))
            uses += _boxes(owner, place, words, today)
            continue
        key = place.removeprefix("row:")
        uses.append(Use(_ROWS.get(owner, "登记表"), _row(handbook, key), words, span, today))
        if key in handbook.deadlines:
            limits.setdefault(key, words)
    uses += [use for key, words in limits.items() for use in _through(handbook, key, f"{words}，通过时限 {key}")]
    return _sorted(uses)


def _sorted(uses: Iterable[Use]) -> tuple[Use, ...]:
    return tuple(sorted(dict.fromkeys(uses), key=lambda use: (use.span, use.kind, use.name)))


def _whole(cited: Cited | None) -> str:
    """The element with its article, also where the text leaves that to what stands before it (第三款)."""
    if cited is None:
        return ""
    return cited.first.words if cited.last is None else f"{cited.first.words}至{cited.last.words}"


def _today(handbook: Handbook, cited: Cited, before: Sequence[Statute]) -> str:
    """What became of the number if it is one of an edition before; ``""`` where it stays."""
    old = handbook.statutes[cited.first.statute]
    for statute in (old, *before) if old not in before else (old,):
        new = statute.renumbered.get(cited.first.article)
        if new is not None and cited.first.article not in new:
            words = f"现在是{'、'.join(f'第{hanzi(number)}条' for number in new)}" if new else "这一条已经删去"
            return words if statute is old else f"如果是旧条次，{words}"
    return ""


def _row(handbook: Handbook, key: str) -> str:
    limit, matter = handbook.deadlines.get(key), handbook.authority.get(key)
    return f"{key} {limit.subject if limit else matter.subject if matter else ''}".strip()


def _part(page: Page, place: str) -> tuple[str, str]:
    """The kind and the name of a place of a page."""
    kind, _, name = place.partition(":")
    title = f"{page.code} {page.title}".strip()
    if kind == "chart":
        node = next((chart.nodes[name] for chart in page.flowcharts if name in chart.nodes), None)
        return "流程图", f"{title} {name}“{node.label if node else name}”"
    if kind == "field":
        return "文书字段", f"{title} “{name}”"
    if page.kind == "template":
        return "文书", f"{title} {'正文' if place == 'wording' else _KEYS.get(name, '')}".strip()
    step = next((step for step in page.steps if step.id == place), None)
    if step:
        return "步骤", f"{title} {step.title}"
    heading = next((heading for heading in page.headings if heading.id == place and heading.level > 1), None)
    return "页面", f"{title} {heading.text}" if heading else title


def _boxes(page: Page, step: str, words: str, today: str) -> Iterator[Use]:
    """The boxes of the charts that stand for a step."""
    for chart in page.flowcharts:
        if step in chart.nodes and any(one.id == step for one in page.steps):
            yield Use(*_part(page, f"chart:{step}"), words, chart.nodes[step].span, today)


def _through(handbook: Handbook, limit: str, via: str) -> Iterator[Use]:
    """The pages and steps that rest on a time limit, said to do so by `via`."""
    for page in handbook.authored:
        for named in page.meta.scalars("deadlines"):
            if named.text == limit:
                yield Use("页面", f"{page.code} {page.title}".strip(), via, named.span)
        for step in page.steps:
            span = _mention(page, step.span, limit)
            if span:
                yield Use("步骤", f"{page.code} {page.title} {step.title}", via, span)
                yield from _boxes(page, step.id, via, "")


def _mention(page: Page, heading: Span, limit: str) -> Span | None:
    """Where a time limit is first named under a heading."""
    following = (other.span.line for other in page.headings if other.span.line > heading.line and other.level <= 3)
    for number in range(heading.line, next(following, len(page.lines) + 1)):
        found = re.search(rf"{limit}(?!\d)", page.lines[number - 1])
        if found:
            return Span(page.path, number, found.start() + 1)
    return None
