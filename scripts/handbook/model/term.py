"""A term of the register docs/reference/glossary.yml: what a word of the trade means and what people call it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from handbook.diagnostics import Span


@dataclass(frozen=True, slots=True)
class Remark:
    """A word with what is said about it, and where."""

    word: str
    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Term:
    """A term, in the words of the register.

    Attributes:
        name: the right word, by which the register knows it.
        definition: what it means, in our own words (释义); may hold 〔待核〕.
        group: where the glossary lists it (分组).
        basis: the provisions, or ``""`` (依据).
        full: its longer names (全称).
        short: its abbreviations (简称).
        also: what people call it (也叫).
        confusions: words that must not be used for it, each with the reason (不要混同).
        obsolete: words that are no longer used or wrong, each with the reason; this term stands for them (不再使用).
        pops_up: whether its first use on a page explains it (页面提示); words that everybody knows do not.
    """

    name: str
    definition: str
    span: Span
    group: str = ""
    basis: str = ""
    full: tuple[Remark, ...] = ()
    short: tuple[Remark, ...] = ()
    also: tuple[Remark, ...] = ()
    confusions: tuple[Remark, ...] = ()
    obsolete: tuple[Remark, ...] = ()
    pops_up: bool = True

    @property
    def aliases(self) -> tuple[str, ...]:
        """What else it is called, in writing first."""
        return tuple(remark.word for remark in (*self.short, *self.full, *self.also))

    @property
    def written(self) -> tuple[str, ...]:
        """The words that texts may use for it; what people only say may mean other things, too."""
        return (self.name, *(remark.word for remark in (*self.short, *self.full)))

    @property
    def names(self) -> tuple[str, ...]:
        """Every word that readers may look for it by."""
        return (self.name, *self.aliases)

    @property
    def anchor(self) -> str:
        """The id of its entry on the glossary page."""
        return "t-" + "".join(character for character in self.name if character.isalnum())


def by_name(glossary: Mapping[str, Term]) -> dict[str, Term]:
    """Every name and alias → its term; a term's own name comes before another's alias."""
    found = {alias: term for term in reversed(tuple(glossary.values())) for alias in term.aliases}
    return found | dict(glossary)


def confused_with(term: Term, glossary: Mapping[str, Term]) -> Iterator[tuple[str, str]]:
    """The words that must not be taken for a term, with the reason, whichever of the two terms says so."""
    yield from ((remark.word, remark.text) for remark in term.confusions)
    for other in glossary.values():
        if other is not term:
            yield from ((other.name, remark.text) for remark in other.confusions if remark.word in term.names)
