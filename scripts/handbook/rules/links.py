"""What the link rules share: the links with one outcome, and the pages outside of the navigation."""

from __future__ import annotations

from collections.abc import Iterator

from handbook.model.handbook import Handbook
from handbook.model.link import Link, LinkKind
from handbook.model.page import Page
from handbook.model.resolution import Outcome, Resolution


def broken(handbook: Handbook, outcome: Outcome) -> Iterator[tuple[Link, Resolution]]:
    """The links that an author made, and that have this outcome."""
    for _, link, found in handbook.resolved:
        if found.outcome is outcome and link.kind is not LinkKind.BARE:
            yield link, found


def outside_nav(handbook: Handbook) -> Iterator[Page]:
    """The published pages that are not in `nav`, where there is one, and are not meant to stay outside."""
    if handbook.site.nav is None:
        return
    listed = {entry.target.partition("#")[0] for entry in handbook.site.nav}
    for page in handbook.authored:
        if page.src not in listed and page.src not in handbook.site.not_in_nav:
            yield page
