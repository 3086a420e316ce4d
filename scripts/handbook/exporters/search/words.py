"""The words of the handbook: what pinyin and wrong characters are compared with.

Titles, headings, terms and names are words; others are mined from the text: two to four hanzi that often stand
together and are met in different company on both sides.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from handbook.exporters.search.document import Corpus
from handbook.exporters.search.normalise import HAN, normalise

_RUN = re.compile(rf"[{HAN}]+")
_SAMPLE = 200_000
_LONGEST = 10
_MOST_MINED = 4_000
_MOST = 8_000
_LEAST_COUNT = 4
_EDGE_WORDS = frozenset("了是在和与或及把被对从到由向以其这那有不也就都要将为并所")


def words(corpus: Corpus) -> list[str]:
    """The words, the most telling first."""
    found: dict[str, None] = {}
    for text in (*_names(corpus), *_mined(corpus)):
        found.setdefault(text)
        if len(found) == _MOST:
            break
    return list(found)


def _names(corpus: Corpus) -> Iterator[str]:
    units = [unit for document in corpus.documents for unit in document.units]
    yield from _runs(name for names in corpus.synonyms for name in names)
    yield from _runs(text for document in corpus.documents for text in (document.title, *document.also))
    yield from _runs(name for law in corpus.laws for name in law.names)
    yield from _runs(text for document in corpus.documents for unit in document.units for text in unit.names)
    yield from _runs(unit.heading for unit in units)


def _runs(texts: Iterable[str]) -> Iterator[str]:
    for text in texts:
        for run in _RUN.findall(normalise(text)):
            if 2 <= len(run) <= _LONGEST:
                yield run


def _mined(corpus: Corpus) -> Iterator[str]:
    """Frequent groups that are not a part of one longer group, by how often they are met."""
    counts: dict[str, int] = {}
    sample = _sample(corpus)
    for size in (2, 3, 4):
        met = Counter(run[at : at + size] for run in sample for at in range(len(run) - size + 1))
        counts |= {group: count for group, count in met.items() if count >= _LEAST_COUNT and _is_word(group)}
    left: dict[str, set[str]] = {group: set() for group in counts}
    right: dict[str, set[str]] = {group: set() for group in counts}
    for run in sample:
        for size in (2, 3, 4):
            for at in range(len(run) - size + 1):
                group = run[at : at + size]
                if group in counts:
                    left[group].add(run[at - 1] if at else "")
                    right[group].add(run[at + size : at + size + 1])
    kept = [group for group in counts if len(left[group]) >= 3 and len(right[group]) >= 3]
    kept.sort(key=lambda group: (-counts[group] * len(group), group))
    yield from kept[:_MOST_MINED]


def _sample(corpus: Corpus) -> list[str]:
    """The runs of hanzi of the text; of a large handbook those of every n-th unit."""
    units = [unit for document in corpus.documents for unit in document.units]
    step = 1 + sum(len(unit.text) for unit in units) // _SAMPLE
    return [run for unit in units[::step] for run in _RUN.findall(unit.plain) if len(run) > 1]


def _is_word(group: str) -> bool:
    return group[0] not in _EDGE_WORDS and group[-1] not in _EDGE_WORDS
