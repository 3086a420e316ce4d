"""How well a search answers: its answers to the gold queries, by class.

The queries (tests/search/queries.yml) are written from the pages, never from what an engine answers.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

DEEPEST = 10


@dataclass(frozen=True, slots=True)
class Query:
    """What a reader types, and what should be found.

    Attributes:
        words: as typed.
        kind: the class of the query.
        pages: the addresses of the pages that answer it; each counts.
        anchor: the id of the heading that answers it, or ``""``.
        is_blind: written after the ranking was settled.
    """

    words: str
    kind: str
    pages: tuple[str, ...]
    anchor: str = ""
    is_blind: bool = False


@dataclass(frozen=True, slots=True)
class Reply:
    """What an engine answered: addresses of pages, best first, and the address that a reader would open first."""

    pages: tuple[str, ...]
    best: str = ""


@dataclass(frozen=True, slots=True)
class Score:
    """Shares of queries: right page first, among the first three, mean reciprocal rank, nothing found, right heading."""

    count: int
    first: float
    third: float
    mrr: float
    none: float
    heading: float

    def cells(self) -> tuple[str, ...]:
        """The numbers as they are printed."""
        shares = (self.first, self.third, self.mrr, self.none, self.heading)
        return (str(self.count), *(f"{share:.3f}" for share in shares))


def read_queries(path: Path) -> tuple[Query, ...]:
    """The gold queries."""
    return tuple(map(_query, yaml.safe_load(path.read_text(encoding="utf-8"))))


def _query(entry: Mapping[str, Any]) -> Query:
    pages = entry["page"] if isinstance(entry["page"], list) else [entry["page"]]
    addresses = tuple(page.removesuffix(".md") + ".html" for page in pages)
    return Query(str(entry["query"]), entry["class"], addresses, entry.get("anchor", ""), entry.get("blind", False))


def rank(query: Query, reply: Reply) -> int:
    """The place of the first right page, from 1; 0 when it is not among the first ten."""
    places = (place for place, page in enumerate(reply.pages[:DEEPEST], 1) if page in query.pages)
    return next(places, 0)


def score(queries: Sequence[Query], replies: Sequence[Reply]) -> Score:
    """How well the queries were answered."""
    ranks = [rank(query, reply) for query, reply in zip(queries, replies, strict=True)]
    count = max(1, len(ranks))
    led = [
        query.anchor == reply.best.partition("#")[2] and reply.best.partition("#")[0] in query.pages
        for query, reply in zip(queries, replies, strict=True)
        if query.anchor
    ]
    return Score(
        len(ranks),
        sum(one == 1 for one in ranks) / count,
        sum(1 <= one <= 3 for one in ranks) / count,
        sum(1 / one for one in ranks if one) / count,
        sum(not reply.pages for reply in replies) / count,
        sum(led) / len(led) if led else 1.0,
    )


def by_class(queries: Sequence[Query], replies: Sequence[Reply]) -> dict[str, Score]:
    """The scores of each class, then of all, of those that were tuned on, and of the blind ones."""
    groups: dict[str, list[int]] = {}
    for index, query in enumerate(queries):
        for name in (query.kind, "all", "blind" if query.is_blind else "tuned"):
            groups.setdefault(name, []).append(index)
    order = sorted(groups, key=lambda name: (name in {"all", "tuned", "blind"}, name))
    return {name: score(*_picked(queries, replies, groups[name])) for name in order}


def _picked(
    queries: Sequence[Query], replies: Sequence[Reply], indexes: Iterable[int]
) -> tuple[list[Query], list[Reply]]:
    listed = list(indexes)
    return [queries[index] for index in listed], [replies[index] for index in listed]
