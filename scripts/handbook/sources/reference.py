"""docs/reference/*.yml → the registers of facts: statutes, time limits, holidays, terms, who may do what."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from handbook.model.authority import Matter
from handbook.model.deadline import Deadline
from handbook.model.handbook import SourceFault
from handbook.model.holidays import HolidayYear
from handbook.model.statute import Statute
from handbook.model.term import Term
from handbook.sources.authority import read_authority
from handbook.sources.deadlines import read_deadlines
from handbook.sources.glossary import read_glossary
from handbook.sources.holidays import read_holidays
from handbook.sources.statutes import read_statutes


@dataclass(frozen=True, slots=True)
class Reference:
    """The registers, named as in `Handbook`, and what is wrong with them."""

    statutes: dict[str, Statute]
    deadlines: dict[str, Deadline]
    holidays: dict[int, HolidayYear]
    glossary: dict[str, Term]
    authority: dict[str, Matter]
    faults: tuple[SourceFault, ...]


def read_reference(docs: Path, shown: str = "docs") -> Reference:
    """The registers of a handbook; those that it lacks are empty.

    Args:
        docs: the folder of sources.
        shown: the folder as diagnostics print it.
    """
    statutes, unstated = read_statutes(docs, shown)
    deadlines, untimed = read_deadlines(docs, shown)
    holidays, undated = read_holidays(docs, shown)
    glossary, undefined = read_glossary(docs, shown)
    authority, unruled = read_authority(docs, shown)
    faults = (*unstated, *untimed, *undated, *undefined, *unruled)
    return Reference(statutes, deadlines, holidays, glossary, authority, faults)
