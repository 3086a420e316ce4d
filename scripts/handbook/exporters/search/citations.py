"""Which unit cites which provision: 《监督执纪规则》第二十一条、第三十条至第三十二条."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from handbook.exporters.search.document import Corpus, Law
from handbook.exporters.search.normalise import normalise

_PLACE = r"第[0-9]+条(?:第[0-9]+款)?(?:第[0-9]+项)?"
_CITED = re.compile(rf"《([^《》\n]{{2,40}})》(?:\([^()]*\))?((?:{_PLACE}[和及至,]?(?:第[0-9]+[款项][和及至,]?)*)*)")
_ARTICLE = re.compile(r"(至?)第([0-9]+)条")
_LONGEST_RANGE = 60

Cites = Mapping[int, Mapping[int, tuple[int, ...]]]


def laws_of(corpus: Corpus) -> tuple[Law, ...]:
    """The registered statutes, then those that are only named in the pages, by name."""
    known = {normalise(name) for law in corpus.laws for name in law.names}
    named = {name for _, name, _ in _found(corpus)} - known
    return (*corpus.laws, *(Law((name,)) for name in sorted(named)))


def cites(corpus: Corpus, laws: tuple[Law, ...]) -> Cites:
    """Number of the law → article → units that cite it, in their order; a law that is only named has no articles."""
    numbers: dict[str, int] = {}
    for number, law in enumerate(laws):
        for name in law.names:
            numbers.setdefault(normalise(name), number)
    found: dict[int, dict[int, dict[int, None]]] = {}
    for unit, name, articles in _found(corpus):
        for article in articles:
            found.setdefault(numbers[name], {}).setdefault(article, {})[unit] = None
    return {law: {article: tuple(units) for article, units in sorted(of.items())} for law, of in sorted(found.items())}


def _found(corpus: Corpus) -> Iterator[tuple[int, str, list[int]]]:
    units = (unit for document in corpus.documents for unit in document.units)
    for number, unit in enumerate(units):
        if "《" in unit.text:
            for match in _CITED.finditer(unit.plain):
                if match[2]:
                    yield number, match[1], list(_articles(match[2]))


def _articles(words: str) -> Iterator[int]:
    last = 0
    for to, digits in _ARTICLE.findall(words):
        article = int(digits)
        first = last + 1 if to and last < article <= last + _LONGEST_RANGE else article
        yield from range(first, article + 1)
        last = article
