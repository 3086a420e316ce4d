"""What several rules about document templates ask."""

from __future__ import annotations

from collections.abc import Iterator

from handbook.diagnostics import Finding
from handbook.model.handbook import Handbook
from handbook.model.template import Field, Template


def fields(handbook: Handbook) -> Iterator[tuple[Template, Field]]:
    """Every declared field with its template."""
    for template in handbook.all_templates:
        for field in template.fields:
            yield template, field


def definitions(handbook: Handbook) -> Iterator[Field]:
    """Every field that a template or the dictionary defines, and every column of a group."""
    for fact in (handbook.registers.facts or {}).values():
        yield from (fact.field, *fact.field.fields)
    for _, field in fields(handbook):
        yield from (field, *field.fields)


def faults(handbook: Handbook, kind: str) -> Iterator[Finding]:
    """The faults of one kind that reading the templates found."""
    for template in handbook.all_templates:
        for fault in template.faults:
            if fault.kind == kind:
                yield Finding(fault.span, fault.message, fault.hint)
