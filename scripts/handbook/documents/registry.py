"""The register of the checks of filled documents: discovery and running."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from handbook.diagnostics import Diagnostic, Finding, Severity, ordered
from handbook.documents.files import Source
from handbook.documents.filled import Blank, Filled, read
from handbook.model.handbook import Handbook

Probe = Callable[[tuple[Filled, ...]], Iterator[Finding]]


@dataclass(frozen=True, slots=True)
class Check:
    """A check: its code, the name of the fault, how bad that is, and its manual."""

    code: str
    name: str
    severity: Severity
    probe: Probe
    manual: str


_CHECKS: dict[str, Check] = {}


def check(code: str, name: str, severity: Severity = Severity.ERROR) -> Callable[[Probe], Probe]:
    """Register a check under a code; the docstring of its module is its manual."""

    def register(probe: Probe) -> Probe:
        if code in _CHECKS:
            raise ValueError(f"check code {code} is used twice")
        _CHECKS[code] = Check(code, name, severity, probe, inspect.getdoc(inspect.getmodule(probe)) or "")
        return probe

    return register


@cache
def all_checks() -> tuple[Check, ...]:
    """Every check of this package, sorted by code."""
    for module in pkgutil.iter_modules([str(Path(__file__).parent)]):
        if module.name.startswith("doc") and module.name[3:6].isdigit():
            importlib.import_module(f"{__package__}.{module.name}")
    return tuple(check for _, check in sorted(_CHECKS.items()))


def verify(sources: Iterable[Source], handbook: Handbook, blank: Blank) -> tuple[Diagnostic, ...]:
    """Everything that is wrong with filled documents, sorted; the line of a diagnostic is a paragraph.

    Args:
        sources: the documents.
        handbook: the templates of today.
        blank: makes the blank document of a template.
    """
    once = cache(blank)
    documents = tuple(read(source, handbook, once) for source in sources)
    return ordered(
        Diagnostic(f.span, c.code, c.name, f.message, f.hint, c.severity)
        for c in all_checks()
        for f in c.probe(documents)
    )
