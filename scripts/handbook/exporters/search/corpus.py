"""The handbook and its finished pages → what is searched."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Mapping as AbstractMapping
from dataclasses import dataclass

from handbook.exporters.search.document import Address, Corpus, Document, Law, Unit
from handbook.exporters.search.normalise import normalise
from handbook.exporters.search.sections import Section, sections
from handbook.model.handbook import Handbook
from handbook.model.page import Page
from handbook.model.statute import Status
from handbook.model.term import Term
from handbook.model.value import Mapping

_KINDS = {
    "procedure": "流程",
    "template": "文书",
    "statute": "法规",
    "statutes": "法规",
    "glossary": "术语",
    "deadlines": "时限",
    "calculator": "工具",
    "check": "工具",
    "pending": "栏目",
    "home": "栏目",
    "area": "栏目",
}
_LIST = "栏目"
_SAMPLES = {"case-document": 0.15}  # below the page of the template that they fill
_OTHER = "说明"
_UNSEARCHED = frozenset({"search"})
_REPEATED = frozenset({"流程图", "填好的样例"})  # say again what other sections of the page say
_RESTATED = frozenset({"适用情形", "谁办谁批", "时限", "文书", "红线", "常见错误", "依据", "上一步/下一步流程"})
_LIMIT = re.compile(r"t-[0-9]{2}|[0-9]+(?:个?工作日|日|个月|个?小时)")


@dataclass(frozen=True, slots=True)
class Finished:
    """A page as the site shows it: its path relative to docs/, address, title, and what stands on it."""

    src: str
    url: str
    title: str
    sections: tuple[Section, ...]

    @classmethod
    def read(cls, src: str, url: str, title: str, html: str) -> Finished:
        """A page with the HTML of its content, of which only the words are kept."""
        return cls(src, url, title, tuple(sections(html)))


def read_corpus(finished: Iterable[Finished], handbook: Handbook) -> Corpus:
    """What is searched of a site, in the order of the pages' paths."""
    pages = [page for page in sorted(finished, key=lambda page: page.src) if _is_searched(page, handbook)]
    found = {page.src: page.sections for page in pages}
    terms = tuple(handbook.glossary.values())
    reader = _Reader(handbook, found, _Terms(terms))
    return Corpus(
        documents=tuple(reader.document(page) for page in pages),
        areas=tuple((area.meta.text("area"), area.title) for area in handbook.areas),
        synonyms=tuple(_names(term) for term in terms),
        laws=tuple(_laws(handbook, {page.src: page.url for page in pages})),
    )


def _is_searched(page: Finished, handbook: Handbook) -> bool:
    source = handbook.pages.get(page.src)
    if source is None:
        return True
    wishes = source.meta.get("search")
    is_excluded = isinstance(wishes, Mapping) and wishes.text("exclude").lower() == "true"
    return source.kind not in _UNSEARCHED and not is_excluded


def _names(term: Term) -> tuple[str, ...]:
    return (*term.names, *(remark.word for remark in term.obsolete))


def _laws(handbook: Handbook, urls: AbstractMapping[str, str]) -> Iterator[Law]:
    for statute in handbook.statutes.values():
        in_force = statute.status is not Status.REPEALED
        yield Law((*statute.names, statute.title), urls.get(statute.src, ""), in_force)


class _Terms:
    """The terms that a normalised text speaks of, by any of their names."""

    def __init__(self, terms: Sequence[Term]) -> None:
        self._names = [
            (number, normalise(name)) for number, term in enumerate(terms) for name in _names(term) if len(name) > 1
        ]

    def of(self, plain: str) -> tuple[int, ...]:
        """Their numbers, ascending."""
        return tuple(dict.fromkeys(number for number, name in self._names if name in plain))


@dataclass(frozen=True, slots=True)
class _Reader:
    """Turns pages into documents.

    Attributes:
        found: the sections of every page.
    """

    handbook: Handbook
    found: AbstractMapping[str, Sequence[Section]]
    terms: _Terms

    def document(self, page: Finished) -> Document:
        source = self.handbook.pages.get(page.src)
        title = (source.title if source else "") or page.title
        also = tuple(self._also(source)) if source else ()
        return Document(
            url=page.url,
            title=title,
            kind=_kind(source) if source else _OTHER,
            area=source.meta.text("area") if source else "",
            code=source.code if source else "",
            units=tuple(self._units(page, source, title, also)),
            also=also,
            offers=tuple(self._offers(page, source)) if source else (),
            boost=_boost(source) if source else 1,
        )

    def _also(self, source: Page) -> Iterator[str]:
        yield from source.meta.texts("aliases")
        for statute in self.handbook.statutes.values():
            if statute.src == source.src:
                yield from (*statute.names, statute.title)

    def _units(self, page: Finished, source: Page | None, title: str, also: tuple[str, ...]) -> Iterator[Unit]:
        """The page as a whole, with what stands above its first heading of level 2, then its sections."""
        parts = self.found[page.src]
        head = [part for part in parts[:2] if part.level < 2]
        text = "\n".join(part.text for part in head if part.text)
        summary = source.meta.text("summary") if source else ""
        if summary not in text:
            text = f"{summary}\n{text}".strip()
        tasks: dict[str, tuple[str, ...]] = {}
        for task, step in source.tasks if source else ():
            tasks[step] = (*tasks.get(step, ()), task)
        names = tuple(self._template_names(source)) if source else ()
        plain = normalise(text)
        yield Unit("", title, text, also, names, self.terms.of(plain), _has_limit(plain))
        for part in parts[len(head) :]:
            text = "" if part.heading in _REPEATED else part.text
            plain = normalise(f"{part.heading}\n{text}")
            called = tasks.get(part.anchor, ())
            terms, has_limit = self.terms.of(plain), _has_limit(plain)
            yield Unit(part.anchor, part.heading, text, called, (), terms, has_limit, part.heading in _RESTATED)

    def _template_names(self, source: Page) -> Iterator[str]:
        """The names of the templates that a procedure uses, or of the fields of a template."""
        template = self.handbook.templates.get(source.code)
        if template is not None and template.src == source.src:
            yield from (field.name for field in template.fields)
        for code in source.meta.texts("templates"):
            if code in self.handbook.templates:
                yield f"{self.handbook.templates[code].title} {code}"

    def _offers(self, page: Finished, source: Page) -> Iterator[Address]:
        if source.kind != "procedure":
            return
        for code in source.meta.texts("templates"):
            target = self.handbook.template_page(code)
            if target is not None and self.found.get(target.src):
                yield f"{target.url}#{self.found[target.src][0].anchor}", f"用表：{target.title}（{code}）"
        limits = next((part.anchor for part in self.found[page.src] if part.heading == "时限"), "")
        for code in source.meta.texts("deadlines"):
            deadline = self.handbook.deadlines.get(code)
            if deadline is not None and limits:
                yield f"{page.url}#{limits}", f"时限：{deadline.subject}，{deadline.limit}（{code}）"


def _kind(source: Page) -> str:
    """What the page is to readers; the first page of a folder lists others."""
    return _KINDS.get(source.kind, _LIST if source.src.endswith("index.md") else _OTHER)


def _boost(source: Page) -> float:
    wishes = source.meta.get("search")
    text = wishes.text("boost") if isinstance(wishes, Mapping) else ""
    if source.kind in _SAMPLES:
        return _SAMPLES[source.kind]
    try:
        return float(text or 1)
    except ValueError:
        return 1


def _has_limit(plain: str) -> bool:
    return _LIMIT.search(plain) is not None
