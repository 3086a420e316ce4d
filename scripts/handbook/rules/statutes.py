"""What the rules about citations share: every citation of the handbook, and the words around one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from handbook.diagnostics import Finding, Span
from handbook.model.citation import Citation
from handbook.model.citation_checks import Check
from handbook.model.handbook import Handbook
from handbook.model.page import Page

REGISTER = "reference/statutes.yml"
"""The register of statutes itself, which may speak of editions as it likes."""

_HANZI = re.compile(r"[\u4e00-\u9fff]+")


def citations(handbook: Handbook) -> Iterator[Citation]:
    """Every citation of the pages that somebody wrote, and of the registers."""
    for page in handbook.authored:
        yield from page.citations
    for _, found in sorted(handbook.register_citations.items()):
        yield from found


def judged(handbook: Handbook, check: Check) -> Iterator[Finding]:
    """What one check says of every citation; nothing where there is no register of statutes."""
    for citation in citations(handbook) if handbook.statutes else ():
        yield from check(handbook, citation)


def words_under(page: Page, place: Span) -> tuple[str, ...]:
    """The lines of the step or section in which a place is, its heading first."""
    headings = [heading.span.line for heading in page.headings if heading.level <= 3]
    start = max((line for line in headings if line <= place.line), default=page.body_line)
    end = min((line for line in headings if line > place.line), default=len(page.lines) + 1)
    return page.lines[start - 1 : end - 1]


def pairs_of_letters(text: str) -> set[str]:
    """Every two hanzi that stand side by side: what tells texts about one matter from others."""
    return {run[i : i + 2] for run in _HANZI.findall(text) for i in range(len(run) - 1)}
