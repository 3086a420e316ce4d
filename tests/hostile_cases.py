"""All inputs that the gate of the sources is tried with, and whether it judged one as it should."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import hostile
import hostile_texts
from handbook.diagnostics import Diagnostic
from hostile_documents import DOCUMENTS
from hostile_files import FILES
from hostile_office import OFFICE
from hostile_pdf import PDFS
from hostile_pictures import PICTURES
from hostile_project import verdict

PAGES: dict[str, tuple[str | bytes, str]] = {
    f"{group}: {name}": case
    for table, groups in (
        (hostile, ("SCRIPTS", "ATTRIBUTES", "ADDRESSES", "TITLES", "DIAGRAMS")),
        (hostile_texts, ("ENCODINGS", "FRONT_MATTERS", "STRUCTURES")),
    )
    for group in groups
    for name, case in getattr(table, group).items()
}
PAGES |= {f"SAFE: {name}": (text, "") for name, text in hostile.SAFE.items()}
"""Name → content of a page, and the verdict of it."""

BESIDE: dict[str, tuple[str, Callable[[], bytes], str]] = {**FILES, **DOCUMENTS, **OFFICE, **PICTURES}
"""Name → path of a file beside the pages, what makes it, and the verdict of it."""

Case = tuple[str, Callable[[], str | bytes], str]
GROUPS: dict[str, list[Case]] = {
    "pages": [("index.md", lambda text=text: text, expected) for text, expected in PAGES.values()],
    "files beside them": list(BESIDE.values()),
    "PDF files": [("a.pdf", make, expected) for make, expected in PDFS.values()],
}
"""Kind of input → path below docs/, what makes it, and the verdict of it."""


def is_as_expected(expected: str, found: Iterable[Diagnostic], path: str) -> bool:
    """Whether a bad input is reported as its verdict says, and of a good one nothing is said."""
    told = list(found)
    return expected in verdict(told, path) if expected else not told
