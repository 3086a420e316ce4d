"""What people say for the words of the handbook: everyday.txt, as far as the handbook has the words."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

from handbook.exporters.search.document import Corpus
from handbook.exporters.search.normalise import normalise

_LIST = Path(__file__).with_name("everyday.txt")

Group = tuple[tuple[str, ...], tuple[str, ...]]
"""Words that are asked with, and those that the answer has in their place."""


def everyday(corpus: Corpus) -> list[list[list[str]]]:
    """The groups of which a corpus has a word to answer with, each word in the form in which it is compared."""
    texts = [f"{unit.plain}\n{normalise(unit.heading)}" for document in corpus.documents for unit in document.units]
    found: dict[str, bool] = {}
    made = []
    for asked, meant in _groups():
        for word in meant:
            if word not in found:
                found[word] = any(word in text for text in texts)
        said = [word for word in meant if found[word]]
        if said:
            made.append([list(asked), said])
    return made


@cache
def _groups() -> tuple[Group, ...]:
    return tuple(_read(_LIST.read_text(encoding="utf-8")))


def _read(text: str) -> Iterator[Group]:
    for line in text.splitlines():
        if line and not line.startswith("#"):
            asked, _, meant = line.partition(":")
            words = tuple(map(normalise, asked.split()))
            yield words, tuple(map(normalise, meant.split())) or words
