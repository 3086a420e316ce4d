"""What the page rules share: faults of reading, and pages with the schema of their kind."""

from __future__ import annotations

from collections.abc import Iterator

from handbook.diagnostics import Finding
from handbook.kinds import Schema, schemas
from handbook.model.deadline import is_id
from handbook.model.handbook import Handbook
from handbook.model.page import Page

# A file with one of these has not been read, or its front matter has not: what it lacks cannot be told.
_UNREAD = frozenset("encoding not-a-file outside-symlink unreadable too-large yaml front-matter".split())


def faults(handbook: Handbook, *kinds: str) -> Iterator[Finding]:
    """The faults of reading of some kinds."""
    for fault in handbook.faults:
        if fault.kind in kinds:
            yield Finding(fault.span, fault.message, fault.hint)


def unread(handbook: Handbook) -> frozenset[str]:
    """The paths of files that could not be read to the end."""
    return frozenset(fault.span.path for fault in handbook.faults if fault.kind in _UNREAD)


def is_partly_read(handbook: Handbook) -> bool:
    """Whether a page or an entry of a register is missing because it is mistyped, so that others seem to be wrong."""
    mistyped = (code for page in procedures(handbook) for code in page.meta.texts("deadlines") if not is_id(code))
    return any(fault.kind in _UNREAD or fault.kind == "register" for fault in handbook.faults) or any(mistyped)


def broken_settings(handbook: Handbook) -> frozenset[str]:
    """The settings files that could not be read: without them every page seems to be wrong."""
    return frozenset() if handbook.site.site_name else unread(handbook) & {handbook.site.path}


def typed(handbook: Handbook) -> Iterator[tuple[Page, Schema]]:
    """The published pages of a page kind, each with its schema."""
    known = schemas()
    for page in handbook.authored:
        if page.kind in known:
            yield page, known[page.kind]


def procedures(handbook: Handbook) -> Iterator[Page]:
    """The published procedures, those without code or with another's code too."""
    return (page for page in handbook.authored if page.kind == "procedure")
