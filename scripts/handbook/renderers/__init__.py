"""The handbook as Markdown and HTML for readers: model in, text out."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from handbook.model.handbook import Handbook
from handbook.model.page import Page
from handbook.renderers import (
    authority,
    calculator,
    casefile,
    checking,
    coverage,
    deadlines,
    listing,
    packets,
    pending,
    procedure,
    searching,
    statutes,
    template,
    terms,
)

# What MkDocs renders for a page of a kind; pages of other kinds are rendered as they are written.
COMPOSERS: Mapping[str, Callable[[Page, Handbook], str]] = {
    "home": listing.compose_home,
    "area": listing.compose_area,
    "procedure": procedure.compose,
    "template": template.compose,
    "check": checking.compose,
    "packets": packets.compose_index,
    "packet": packets.compose,
    "casefile": casefile.compose_index,
    "case-document": casefile.compose,
    "search": searching.compose,
    "deadlines": deadlines.compose,
    "calculator": calculator.compose,
    "statutes": statutes.compose_index,
    "statute": statutes.compose,
    "glossary": terms.compose,
    "authority": authority.compose,
    "pending": pending.compose,
    "coverage": coverage.compose,
}
