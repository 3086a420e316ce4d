"""模拟案卷: one fictitious case as a chain of filled documents; its facts stand in docs/casefile/facts.yml."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from handbook.diagnostics import Span
from handbook.model.holidays import HolidayYear
from handbook.model.template import Template
from handbook.model.value import Scalar

FOLDER = "casefile"
ARCHIVE = f"{FOLDER}/all.zip"


@dataclass(frozen=True, slots=True)
class Running:
    """A time limit that runs in the case, as a document shows it.

    Attributes:
        deadline: the id of the limit (T-04).
        part: which of its parts (分项), or None.
        start: the fact that holds the day from which it is counted.
        done: the fact that holds the day on which the thing was done, or None.
        written: the field in which the document itself states the last day, or None.
    """

    deadline: Scalar
    part: Scalar | None
    start: Scalar
    done: Scalar | None = None
    written: Scalar | None = None


@dataclass(frozen=True, slots=True)
class Approval:
    """Who approved a document, by the name of the office, and the fact that holds the day."""

    who: Scalar
    day: Scalar


@dataclass(frozen=True, slots=True)
class Mistake:
    """A common mistake beside the right version.

    Attributes:
        field: the field that is filled in wrongly, or None for a mistake that is no field's.
        wrong: what people write or do.
        right: what is right; of a field without words of its own, the value that the document has.
        why: why that is wrong.
    """

    field: Scalar | None
    wrong: str
    right: str
    why: str
    span: Span


@dataclass(frozen=True, slots=True)
class CaseDocument:
    """A document of the case.

    Attributes:
        id: the name of its page and of its download.
        code: its template.
        title: what it is called in this case.
        volume, stage, step, day: the volume that holds it, the stage of the case, the step of the procedure
            (``SC-04#s4``) and the day on which it was finished, as they are written.
        why: why this document, now.
        pages: how many pages it has in the volume.
        subject: the person whom it is about, a key of `CaseFile.people`.
        matter: the row of the register of authority that says who approves, where the register does not name the document.
        facts: every fact that it may use, by name: references are resolved already.
        own: the facts that only this document states, as they were written.
        rows: for each 重复组 its rows.
        runnings, approvals, mistakes: see there.
        dated: the fact that holds its day, or ``""`` where the day itself is written.
        contents: True for the table of contents of the volume, which the build fills in.
        template: its template, filled: the examples are the facts of the case. None when there is no such template.
    """

    id: str
    code: Scalar
    title: str
    volume: Scalar
    stage: Scalar
    step: Scalar
    day: Scalar
    why: str
    pages: int
    subject: Scalar
    span: Span
    matter: Scalar | None = None
    facts: Mapping[str, Scalar] = field(default_factory=dict)
    own: Mapping[str, Scalar] = field(default_factory=dict)
    rows: Mapping[str, tuple[Mapping[str, Scalar], ...]] = field(default_factory=dict)
    runnings: tuple[Running, ...] = ()
    approvals: tuple[Approval, ...] = ()
    mistakes: tuple[Mistake, ...] = ()
    dated: str = ""
    contents: bool = False
    template: Template | None = None

    @property
    def src(self) -> str:
        """Its generated page, relative to docs/."""
        return f"{FOLDER}/{self.id}.md"

    @property
    def download(self) -> str:
        """Where the built site has the filled document."""
        return f"{FOLDER}/{self.id}.docx"

    def date(self, name: Scalar | None) -> dt.date | None:
        """The day that a fact holds, or None."""
        fact = self.facts.get(name.text) if name else None
        return as_date(fact.text) if fact else None


@dataclass(frozen=True, slots=True)
class CaseFile:
    """The case.

    Attributes:
        title: what the case is called.
        story: what happened, a paragraph each.
        people: the persons: key → facts.
        offices: office → who holds it.
        calendar: the holidays of the case's own years, which nobody has announced.
        facts: what several documents say.
        apart: the names of fields that each document fills in for itself.
        unused: time limits that the case does not come to → why.
        stages: the stages in their order.
        volumes: the volumes in binding order.
        documents: in binding order.
    """

    title: str
    span: Span
    story: tuple[str, ...] = ()
    people: Mapping[str, Mapping[str, Scalar]] = field(default_factory=dict)
    offices: Mapping[str, Scalar] = field(default_factory=dict)
    calendar: Mapping[int, HolidayYear] = field(default_factory=dict)
    facts: Mapping[str, Scalar] = field(default_factory=dict)
    apart: frozenset[str] = frozenset()
    unused: Mapping[str, Scalar] = field(default_factory=dict)
    stages: tuple[str, ...] = ()
    volumes: tuple[str, ...] = ()
    documents: tuple[CaseDocument, ...] = ()

    def of_volume(self, volume: str) -> Iterator[CaseDocument]:
        """The documents of a volume, its table of contents first."""
        return (document for document in self.documents if document.volume.text == volume)

    @property
    def in_time(self) -> tuple[CaseDocument, ...]:
        """The documents by their days, those of one day in binding order; tables of contents aside."""
        return tuple(sorted((d for d in self.documents if not d.contents), key=lambda document: document.day.text))


def as_date(text: str) -> dt.date | None:
    """The day of a stored day or minute, or None."""
    try:
        return dt.date.fromisoformat(text[:10])
    except ValueError:
        return None
