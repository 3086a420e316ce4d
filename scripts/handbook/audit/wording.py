"""Words that several checks share."""

from __future__ import annotations

import posixpath

from handbook.audit.document import Reference, Use
from handbook.audit.target import Target

_PAGES = frozenset({"html", "htm", ""})
_LIMIT = 80


def leads_to_page(reference: Reference, target: Target) -> bool:
    """Whether a reference means a page to read; else it means a file to load or download."""
    suffix = posixpath.splitext(target.path)[1].removeprefix(".").lower()
    return reference.use is not Use.LOAD and suffix in _PAGES


def relative(source: str, path: str) -> str:
    """The address that leads from one file of the site to another."""
    return posixpath.relpath(path, posixpath.dirname(source) or ".")


def quoted(text: str) -> str:
    """An address or another text between Chinese quotation marks, on one line, its middle cut out when it is long."""
    text = " ".join(text.split())
    if len(text) > _LIMIT:
        text = f"{text[: _LIMIT // 2]}…{text[-_LIMIT // 4 :]}"
    return f"“{text}”"


def written(reference: Reference) -> str:
    """Where a reference is written: `<img src>`, `@import`."""
    if reference.element in {"css", "js"} or reference.attribute.startswith("@"):
        return reference.attribute
    return f"<{reference.element} {reference.attribute}>"
