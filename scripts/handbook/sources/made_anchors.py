"""Anchors that the build makes on pages composed from registers, so that links to them are known."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from handbook.model.authority import Matter
from handbook.model.page import Page
from handbook.model.term import Term


def with_anchors(
    pages: Mapping[str, Page], glossary: Mapping[str, Term], authority: Mapping[str, Matter]
) -> dict[str, Page]:
    """The pages; those that show a register have the anchors of its rows."""
    rows = {"glossary": glossary.values(), "authority": authority.values()}
    return {
        src: replace(page, anchors={**{row.anchor: (page.span,) for row in rows[page.kind]}, **page.anchors})
        if page.kind in rows
        else page
        for src, page in pages.items()
    }
