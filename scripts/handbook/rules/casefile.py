"""What several rules about the fictitious case ask."""

from __future__ import annotations

from collections.abc import Iterator

from handbook.model.casefile import CaseDocument, Running
from handbook.model.deadline import Limit
from handbook.model.handbook import Handbook
from handbook.model.page import Page, Step
from handbook.model.template import Field
from handbook.model.value import Scalar


def documents(handbook: Handbook) -> tuple[CaseDocument, ...]:
    """The documents of the case, in binding order."""
    return handbook.casefile.documents if handbook.casefile else ()


def values(document: CaseDocument) -> Iterator[tuple[Field, str, Scalar]]:
    """Every field, and every column of each row, that a document fills: the field, what it is called, the value."""
    for field in document.template.fields if document.template else ():
        if field.name in document.facts and not field.fields:
            yield field, field.name, document.facts[field.name]
        for number, row in enumerate(document.rows.get(field.name, ()), 1):
            for column in field.fields:
                if column.name in row:
                    yield column, f"{field.name}第{number}行的{column.name}", row[column.name]


def step_of(document: CaseDocument, handbook: Handbook) -> tuple[Page, Step] | None:
    """The step of a procedure at which a document is made, or None when there is no such step."""
    code, _, name = document.step.text.partition("#")
    procedure = handbook.procedures.get(code)
    step = next((step for step in procedure.steps if step.id == name), None) if procedure else None
    return (procedure, step) if procedure and step else None


def limit_of(running: Running, handbook: Handbook) -> Limit | None:
    """The limit that runs, or None when there is none of that name."""
    known = handbook.deadlines.get(running.deadline.text)
    name = running.part.text if running.part else ""
    return next((limit for limit in known.limits if limit.name == name), None) if known else None
