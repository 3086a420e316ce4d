"""What the search knows of a page: plain words, by the weight that they have when they are found."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from handbook.exporters.search.normalise import normalise

Address = tuple[str, str]
"""A place to go to, relative to the root of the site, and its words."""


@dataclass(frozen=True)
class Unit:
    """A heading with what stands below it: what a result leads to.

    Attributes:
        anchor: its id; ``""`` for the page as a whole.
        heading: its words; of the first unit the title of the page.
        text: the words below it, a line for each block.
        also: what people call it: aliases and tasks.
        names: names of templates and of their fields.
        terms: numbers of the terms (in the order of the index) that it speaks of.
        has_limit: whether it says within what time something must be done.
        is_restated: whether it says again what other units of the page say, which are the better place to go to.
    """

    anchor: str
    heading: str
    text: str
    also: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    terms: tuple[int, ...] = ()
    has_limit: bool = False
    is_restated: bool = False

    @cached_property
    def plain(self) -> str:
        """The text in the form in which it is compared."""
        return normalise(self.text)


@dataclass(frozen=True, slots=True)
class Document:
    """A page.

    Attributes:
        url: its address, relative to the root of the site.
        kind: ``流程``, ``文书``, ``法规``, ``术语``, ``时限``, ``工具``, ``栏目`` or ``说明``: what readers filter by.
        area: the id of its area, or ``""``.
        code: ``XF-01``, or ``""``.
        also: what people call the whole page.
        offers: its templates and time limits, which a result offers at once.
        boost: what its score is multiplied with (`search: {boost: …}` in the front matter).
    """

    url: str
    title: str
    kind: str
    area: str
    code: str
    units: tuple[Unit, ...]
    also: tuple[str, ...] = ()
    offers: tuple[Address, ...] = ()
    boost: float = 1


@dataclass(frozen=True, slots=True)
class Law:
    """A statute as a query may name it."""

    names: tuple[str, ...]
    url: str = ""
    in_force: bool = True


@dataclass(frozen=True, slots=True)
class Corpus:
    """Everything that is searched.

    Attributes:
        documents: in the order of the site.
        areas: id and title of each area.
        synonyms: each term with its other names, the right one first.
        laws: each statute with its names, its address (``""`` without a page) and whether it is in force.
    """

    documents: tuple[Document, ...]
    areas: tuple[tuple[str, str], ...] = ()
    synonyms: tuple[tuple[str, ...], ...] = ()
    laws: tuple[Law, ...] = ()
