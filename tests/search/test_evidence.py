"""What a gold query expects stands on the pages themselves, not only in the opinion of who wrote it.

`evidence` is what the author had read when he decided where the query leads: words of the page, of its heading if the
query names one. When a page is rewritten and loses them, the expectation has to be thought over.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml
from lxml import etree

from handbook.exporters.search.sections import Section, sections

LEAST, LEAST_BLIND = 280, 1 / 3
OF_CODE = frozenset({"partial"})  # the code of a page is not always in its text


@dataclass(frozen=True, slots=True)
class Claim:
    """That a page says something.

    Attributes:
        query: whose expectation it is.
        page: the address of the page.
        anchor: below which heading, or ``""`` for anywhere on the page.
        words: what it says.
    """

    query: str
    page: str
    anchor: str
    words: str


def read(path: Path) -> list[Mapping[str, Any]]:
    found: list[Mapping[str, Any]] = yaml.safe_load(path.read_text("utf-8"))
    return found


@pytest.fixture(scope="module")
def entries(repo_root: Path) -> list[Mapping[str, Any]]:
    return read(repo_root / "tests/search/queries.yml")


def listed(value: str | list[str]) -> list[str]:
    return [str(one) for one in value] if isinstance(value, list) else [str(value)]


def claims(entry: Mapping[str, Any]) -> Iterator[Claim]:
    for page, words in zip(listed(entry["page"]), listed(entry["evidence"]), strict=True):
        yield Claim(str(entry["query"]), page.removesuffix(".md") + ".html", entry.get("anchor", ""), words)


def content(path: Path) -> list[Section]:
    """The sections of the content of a page, its title first."""
    (article,) = etree.parse(path, etree.HTMLParser(encoding="utf-8")).iter("article")
    return sections(etree.tostring(article, encoding="unicode"))


def said(parts: list[Section], anchor: str) -> str:
    """All that a page says, or what stands at and below one heading up to the next of its rank."""
    start = next((at for at, part in enumerate(parts) if part.anchor == anchor), 0) if anchor else 0
    if anchor and parts[start].anchor != anchor:
        return ""
    ends = (at for at, part in enumerate(parts[start + 1 :], start + 1) if part.level <= parts[start].level)
    end = next(ends, len(parts)) if anchor else len(parts)
    return "".join("".join((part.heading + part.text).split()) for part in parts[start:end])


@pytest.mark.parametrize("name", ["queries.yml", "fresh.yml"])
def test_each_expectation_rests_on_words_of_the_page(name: str, repo_root: Path, built_site: Path) -> None:
    entries = read(repo_root / "tests/search" / name)
    made = [claim for entry in entries if entry["class"] not in OF_CODE for claim in claims(entry)]
    pages = {claim.page: content(built_site / claim.page) for claim in made}

    wrong = [claim for claim in made if "".join(claim.words.split()) not in said(pages[claim.page], claim.anchor)]

    assert wrong == [], "\n".join(map(str, wrong))


def test_there_are_enough_and_none_twice(entries: list[Mapping[str, Any]]) -> None:
    asked = [str(entry["query"]) for entry in entries]

    assert len(asked) >= LEAST
    assert len(set(asked)) == len(asked)
    assert sum(entry.get("blind", False) for entry in entries) >= LEAST_BLIND * len(entries)


def test_blind_queries_come_last(entries: list[Mapping[str, Any]]) -> None:
    order = [entry.get("blind", False) for entry in entries]

    assert order == sorted(order)
