"""The register of the checks of a built site: discovery, running, and one line for what every page repeats."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from handbook.audit.site import Site, load
from handbook.diagnostics import Diagnostic, Finding, Severity, ordered

Probe = Callable[[Site], Iterator[Finding]]

REPEATS = 10
SHOWN = 3


@dataclass(frozen=True, slots=True)
class Check:
    """A check: its code, the name of the fault, how bad that is (worse on an intranet), and its manual."""

    code: str
    name: str
    severity: Severity
    intranet: Severity
    probe: Probe
    manual: str


_CHECKS: dict[str, Check] = {}


def check(
    code: str, name: str, severity: Severity = Severity.ERROR, *, intranet: Severity | None = None
) -> Callable[[Probe], Probe]:
    """Register a check under a code; the docstring of its module is its manual."""

    def register(probe: Probe) -> Probe:
        if code in _CHECKS:
            raise ValueError(f"check code {code} is used twice")
        manual = inspect.getdoc(inspect.getmodule(probe)) or ""
        _CHECKS[code] = Check(code, name, severity, intranet or severity, probe, manual)
        return probe

    return register


@cache
def all_checks() -> tuple[Check, ...]:
    """Every check of this package, sorted by code."""
    for module in pkgutil.iter_modules([str(Path(__file__).parent)]):
        if module.name.startswith("aud") and module.name[3:6].isdigit():
            importlib.import_module(f"{__package__}.{module.name}")
    return tuple(check for _, check in sorted(_CHECKS.items()))


def audit(
    site: Path,
    *,
    intranet: bool,
    expected: Collection[str] | None = None,
    home: str = "",
    shown: str | None = None,
) -> tuple[Diagnostic, ...]:
    """Everything that a reader of a built site would stumble over, sorted.

    Args:
        site: the folder of the site.
        intranet: whether the site must ask no other host and also work opened from a folder.
        expected: files that the sources promise, relative to the site.
        home: the address of the site (`site_url`); without it, what its home page gives as its own address.
        shown: what stands before the path of a file in a diagnostic, instead of `site`.

    Raises:
        SiteError: the folder cannot be read.
    """
    prefix = site.as_posix() if shown is None else shown
    prefix = f"{prefix.rstrip('/')}/" if prefix not in {"", "."} else ""
    built = load(site, shown=prefix, expected=expected or (), intranet=intranet, home=home)
    found = [
        Diagnostic(f.span, c.code, c.name, f.message, f.hint, c.intranet if intranet else c.severity, f.target)
        for c in all_checks()
        for f in c.probe(built)
    ]
    return ordered(_gathered(ordered(found)))


def _gathered(diagnostics: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
    """The diagnostics; where the theme repeats one on many pages, the first few, which say on how many more."""
    groups: dict[tuple[str, str], list[Diagnostic]] = {}
    for diagnostic in diagnostics:
        groups.setdefault((diagnostic.code, diagnostic.message), []).append(diagnostic)
    for group in groups.values():
        pages = len({diagnostic.span.path for diagnostic in group})
        if pages <= REPEATS:
            yield from group
            continue
        for diagnostic in group[:SHOWN]:
            yield replace(diagnostic, message=f"{diagnostic.message}（共 {pages} 页如此）")
