"""The official text of a statute, as an office keeps it in a folder of its own; never part of the handbook."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from handbook.model.citation import Provision


@dataclass(frozen=True, slots=True)
class Clause:
    """A paragraph (款) of an article: its words, and its items (项) with their numbers （一）, （二）."""

    text: str
    items: tuple[str, ...] = ()

    @property
    def lines(self) -> tuple[str, ...]:
        """The paragraph as it is printed, line by line."""
        return (self.text, *self.items) if self.text else self.items


@dataclass(frozen=True)
class StatuteText:
    """The text of a statute of the register.

    Attributes:
        statute: the id of the statute.
        path: the file, as messages print it.
        articles: the paragraphs of each article; the key is the article as a whole (`Provision.whole`).
    """

    statute: str
    path: str
    articles: Mapping[Provision, tuple[Clause, ...]]

    def article(self, place: Provision) -> tuple[Clause, ...]:
        """The paragraphs of the article that holds a place; none when the text has no such article."""
        return self.articles.get(place.whole, ())

    def words(self, place: Provision) -> tuple[str, ...]:
        """The lines of a place: of an article, a paragraph or an item; none when the text has no such place."""
        clauses = self.article(place)
        if place.paragraph:
            clauses = clauses[place.paragraph - 1 : place.paragraph]
        if not place.item:
            return tuple(line for clause in clauses for line in clause.lines)
        return tuple(item for clause in self.with_items(place) for item in clause.items[place.item - 1 : place.item])

    def with_items(self, place: Provision) -> tuple[Clause, ...]:
        """The paragraphs that an item of a place may belong to: that paragraph, else the first one with items."""
        clauses = self.article(place)
        if place.paragraph:
            return clauses[place.paragraph - 1 : place.paragraph]
        return tuple(clause for clause in clauses if clause.items)[:1]

    @cached_property
    def letters(self) -> str:
        """Every word of the text in a row, without blanks: what a quotation is looked for in."""
        return "\n".join("".join("".join(lines).split()) for lines in self._lines())

    def _lines(self) -> Iterator[tuple[str, ...]]:
        for clauses in self.articles.values():
            yield tuple(line for clause in clauses for line in clause.lines)
