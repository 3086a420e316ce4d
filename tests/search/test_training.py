"""The queries that the weights were found with: a report, and a ratchet.

They were written from the pages, and no page was given their words; but the ranking was fitted on them, so that they
say less about it than the blind ones of queries.yml. A failure prints the scores by class.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
import yaml

from bench.relevance import Query, Reply, by_class, read_queries
from handbook.model.handbook import Handbook
from handbook.searching import ask

# Reached in November 2026; whoever comes below has broken something.
LEAST_FIRST, LEAST_THIRD, LEAST_HEADING = 0.88, 0.95, 0.71


@pytest.fixture(scope="module")
def path(repo_root: Path) -> Path:
    return repo_root / "tests/search/training.yml"


@pytest.fixture(scope="module")
def queries(path: Path) -> Sequence[Query]:
    return read_queries(path)


def test_they_are_not_those_of_the_gold_list_and_want_pages_that_exist(
    queries: Sequence[Query], handbook: Handbook, repo_root: Path
) -> None:
    gold = {query.words for query in read_queries(repo_root / "tests/search/queries.yml")}
    addresses = {page.url for page in handbook.published}

    assert [query.words for query in queries if query.words in gold] == []
    assert [query.words for query in queries if not set(query.pages) <= addresses] == []


def test_each_says_on_what_it_rests(path: Path) -> None:
    entries: list[dict[str, Any]] = yaml.safe_load(path.read_text("utf-8"))

    assert [entry["query"] for entry in entries if not entry["evidence"]] == []


def test_they_are_answered_as_well_as_before(built_site: Path, queries: Sequence[Query]) -> None:
    answers = ask(built_site, [query.words for query in queries])
    replies = [
        Reply(tuple(page.url for page in answer.pages), answer.pages[0].best if answer.pages else "")
        for answer in answers
    ]
    scores = by_class(queries, replies)
    report = "\n".join(" ".join((name, *score.cells())) for name, score in scores.items())

    assert scores["all"].first >= LEAST_FIRST, report
    assert scores["all"].third >= LEAST_THIRD, report
    assert scores["all"].heading >= LEAST_HEADING, report
