"""Anchors that the build makes on pages composed from registers, so that links to them are known."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from handbook.model.authority import Matter
from handbook.model.deadline import Deadline
from handbook.model.page import Page
from handbook.model.term import Term


def with_anchors(
    pages: Mapping[str, Page],
    glossary: Mapping[str, Term],
    authority: Mapping[str, Matter],
    deadlines: Mapping[str, Deadline],
) -> dict[str, Page]:
    """The pages; those that show a register have the anchors of its rows."""
    limits = [*deadlines.values(), *(limit for deadline in deadlines.values() for limit in deadline.limits)]
    shown = {"glossary": glossary.values(), "authority": authority.values(), "deadlines": limits, "calculator": limits}
    made = {
        "glossary": [term.anchor for term in glossary.values()],
        "authority": [matter.anchor for matter in authority.values()],
    }
    return {
        src: replace(page, anchors={**{name: (page.span,) for name in made[page.kind]}, **page.anchors})
        if page.kind in made
        else page
        for src, page in pages.items()
    }
