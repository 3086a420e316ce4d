"""Which unit holds which token, in which field: an inverted index as text.

An entry is up to seven lists, parted by `|`: units by body (with how often, at most four times), heading, also, names,
terms; then pages by title and by what people call them. The browser makes the same entries of the text itself while
the handbook is small (overrides/assets/js/search/postings.js).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from handbook.exporters.search.codec import ALPHABET, LIMIT, character
from handbook.exporters.search.document import Corpus, Document, Unit
from handbook.exporters.search.normalise import normalise, tokens

BODY, HEADING, ALSO, NAMES, TERMS, PAGE_TITLE, PAGE_ALSO = range(7)
MOST = 4


class Postings:
    """The lists of one field, token by token; numbers must come in ascending order."""

    def __init__(self) -> None:
        self.lists: dict[str, list[str]] = {}
        self._last: dict[str, int] = {}

    def add(self, number: int, found: Iterable[str]) -> None:
        """Note that a unit or page holds some tokens."""
        lists, last = self.lists, self._last
        for token in set(found):
            gap = number - last.get(token, -1) - 1
            lists.setdefault(token, []).append(ALPHABET[gap] if gap < LIMIT else character(gap))
            last[token] = number

    def add_counted(self, number: int, found: Sequence[str]) -> None:
        """The same with how often it holds them."""
        lists, last = self.lists, self._last
        for token, count in Counter(found).items():
            value = 4 * (number - last.get(token, -1) - 1) + (count if count < MOST else MOST) - 1
            known = lists.get(token)
            if known is None:
                known = lists[token] = []
            known.append(ALPHABET[value] if value < LIMIT else character(value))
            last[token] = number


class Index:
    """All entries, and the number of tokens of each unit's body."""

    def __init__(self, corpus: Corpus) -> None:
        self.lengths: list[int] = []
        self._fields = [Postings() for _ in range(7)]
        self._terms = [tokens(normalise(names[0])) for names in corpus.synonyms]
        for page, document in enumerate(corpus.documents):
            self._add_page(page, document)

    def entries(self) -> Iterator[tuple[str, str]]:
        """Each token with its entry, sorted."""
        found = sorted({token for postings in self._fields for token in postings.lists})
        for token in found:
            parts = ["".join(postings.lists.get(token, ())) for postings in self._fields]
            yield token, "|".join(parts).rstrip("|")

    def _add_page(self, page: int, document: Document) -> None:
        self._fields[PAGE_TITLE].add(page, tokens_of([document.title, document.code]))
        self._fields[PAGE_ALSO].add(page, tokens_of(document.also))
        for unit in document.units:
            self._add_unit(len(self.lengths), unit)

    def _add_unit(self, number: int, unit: Unit) -> None:
        body = tokens(unit.plain)
        self.lengths.append(len(body))
        self._fields[BODY].add_counted(number, body)
        self._fields[HEADING].add(number, tokens_of([unit.heading]))
        for field, words in ((ALSO, unit.also), (NAMES, unit.names)):
            if words:
                self._fields[field].add(number, tokens_of(words))
        if unit.terms:
            self._fields[TERMS].add(number, (token for term in unit.terms for token in self._terms[term]))


def tokens_of(texts: Iterable[str]) -> list[str]:
    """The tokens of some texts; none reaches from one into the next."""
    return tokens(normalise("\n".join(texts)))


def shards(entries: Iterable[tuple[str, str]], size: int) -> Iterator[list[tuple[str, str]]]:
    """Entries cut into parts of about so many bytes, in their order."""
    part: list[tuple[str, str]] = []
    filled = 0
    for token, entry in entries:
        cost = len(entry.encode()) + len(token.encode()) + 6
        if part and filled + cost > size:
            yield part
            part, filled = [], 0
        part.append((token, entry))
        filled += cost
    if part:
        yield part
