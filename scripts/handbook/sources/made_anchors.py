"""Anchors that the build makes on pages composed from registers, so that links to them are known."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Protocol

from handbook.model.authority import Matter
from handbook.model.deadline import Deadline
from handbook.model.page import Page
from handbook.model.term import Term


class _Row(Protocol):
    @property
    def anchor(self) -> str: ...


def with_anchors(
    pages: Mapping[str, Page],
    glossary: Mapping[str, Term],
    authority: Mapping[str, Matter],
    deadlines: Mapping[str, Deadline],
) -> dict[str, Page]:
    """The pages; those that show a register have the anchors of its rows."""
    limits: list[_Row] = [*deadlines.values(), *(limit for deadline in deadlines.values() for limit in deadline.limits)]
    rows: Mapping[str, Iterable[_Row]] = {
        "glossary": glossary.values(),
        "authority": authority.values(),
        "deadlines": limits,
        "calculator": limits,
    }
    made = {kind: [row.anchor for row in register] for kind, register in rows.items()}
    return {
        src: replace(page, anchors={**dict.fromkeys(made[page.kind], (page.span,)), **page.anchors})
        if page.kind in made
        else page
        for src, page in pages.items()
    }
