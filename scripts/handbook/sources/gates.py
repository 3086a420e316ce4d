"""What is read only to be looked through: attachments, registers, settings, and the exceptions that were granted."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from handbook.diagnostics import Span
from handbook.model.attachment import Excerpt
from handbook.model.handbook import Handbook, SourceFault
from handbook.sources.attachments import read_attachments
from handbook.sources.exemptions import read_exemptions
from handbook.sources.files import is_page, read_text
from handbook.sources.site import SiteSource
from handbook.sources.snippets import missing_fault, outside_fault, snippets


def looked_through(handbook: Handbook, root: Path, source: SiteSource, today: dt.date) -> Handbook:
    """The handbook with the texts of its other files, and with what is wrong with these files."""
    docs = source.site.docs_dir
    listed = {entry.text for entry in (*source.extra_css, *source.extra_javascript)}
    excerpts, unfit = read_attachments(root / docs, docs, sorted(handbook.files), listed)
    exemptions, wrong = read_exemptions(root, docs, today)
    return replace(
        handbook,
        excerpts=(*excerpts, *_unpublished(handbook, root)),
        exemptions=exemptions,
        faults=(*handbook.faults, *unfit, *wrong, *_snippets(handbook, root, source)),
    )


def _snippets(handbook: Handbook, root: Path, source: SiteSource) -> Iterator[SourceFault]:
    """The snippets that are not there or that a symlink leads away; `outside_fault` has seen the others."""
    for page in handbook.authored if source.dialect.snippets else ():
        for row, written in snippets(page.lines) if "8<" in page.text else ():
            span = Span(page.path, row + 1)
            fault = None if outside_fault(written, span) else missing_fault(written, span, root, source.snippet_paths)
            if fault:
                yield fault


def _unpublished(handbook: Handbook, root: Path) -> Iterator[Excerpt]:
    """The texts that stand in the repository but not on this site: registers, settings, drafts, other editions."""
    docs = handbook.site.docs_dir
    excluded = sorted(handbook.excluded)
    yield from read_attachments(root / docs, docs, [name for name in excluded if not is_page(name)], ())[0]
    unread = [f"{docs}/{name}" for name in excluded if name in handbook.pages and not handbook.pages[name].text]
    for path in (*unread, handbook.site.path):
        text, _ = read_text(root / path, path)
        yield Excerpt(text or "", "", Span(path))
