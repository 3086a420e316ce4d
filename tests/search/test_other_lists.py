"""The lists beside the gold one: a report, and a ratchet.

training.yml is what the weights were found with: it says less about the ranking than queries nobody tuned on. fresh.yml
is of those: written last, by someone who had not seen an answer, and asked once. A failure prints the scores by class
and no query, so that nobody is led to tune on one.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml

from bench.relevance import Query, Reply, by_class, read_queries
from handbook.model.handbook import Handbook
from handbook.searching import ask


@dataclass(frozen=True, slots=True)
class Ratchet:
    """What a list reached in November 2026; whoever comes below has broken something."""

    name: str
    first: float
    third: float
    heading: float


LISTS = [Ratchet("training.yml", 0.88, 0.95, 0.71), Ratchet("fresh.yml", 0.89, 0.93, 0.8)]


@pytest.fixture(scope="module", params=LISTS, ids=lambda ratchet: ratchet.name)
def ratchet(request: pytest.FixtureRequest) -> Ratchet:
    found: Ratchet = request.param
    return found


@pytest.fixture(scope="module")
def path(repo_root: Path, ratchet: Ratchet) -> Path:
    return repo_root / "tests/search" / ratchet.name


@pytest.fixture(scope="module")
def queries(path: Path) -> Sequence[Query]:
    return read_queries(path)


def test_its_queries_stand_in_no_other_list_and_want_pages_that_exist(
    queries: Sequence[Query], handbook: Handbook, path: Path
) -> None:
    others = {query.words for other in path.parent.glob("*.yml") if other != path for query in read_queries(other)}
    addresses = {page.url for page in handbook.published}

    assert [query.words for query in queries if query.words in others] == []
    assert [query.words for query in queries if not set(query.pages) <= addresses] == []


def test_each_says_on_what_it_rests(path: Path) -> None:
    entries: list[dict[str, Any]] = yaml.safe_load(path.read_text("utf-8"))

    assert [entry["query"] for entry in entries if not entry["evidence"]] == []


def test_they_are_answered_as_well_as_before(built_site: Path, queries: Sequence[Query], ratchet: Ratchet) -> None:
    answers = ask(built_site, [query.words for query in queries])
    replies = [
        Reply(tuple(page.url for page in answer.pages), answer.pages[0].best if answer.pages else "")
        for answer in answers
    ]
    scores = by_class(queries, replies)
    report = "\n".join(" ".join((name, *score.cells())) for name, score in scores.items())

    assert scores["all"].first >= ratchet.first, report
    assert scores["all"].third >= ratchet.third, report
    assert scores["all"].heading >= ratchet.heading, report
