"""The register of rules: discovery, running, and silencing by comment."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from handbook.confidential import redacted
from handbook.diagnostics import Diagnostic, Finding, Severity, ordered
from handbook.model.handbook import Handbook
from handbook.rules.pages import broken_settings, is_partly_read

Check = Callable[[Handbook], Iterator[Finding]]
Review = Callable[[Handbook, tuple[Diagnostic, ...]], Iterator[Finding]]


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule: its code, the name of the fault it finds, how bad that is, and its manual.

    `check` looks at the handbook; the few rules with a `review` instead look at what all the checks found. What a rule
    that `relies` on other files reports is true only when all of them could be read.
    """

    code: str
    name: str
    severity: Severity
    manual: str
    check: Check | None = None
    review: Review | None = None
    relies: bool = False

    def diagnostics(self, findings: Iterator[Finding]) -> Iterator[Diagnostic]:
        """Findings of this rule as they are printed."""
        for f in findings:
            message = f.message if len(f.message) <= _MAX_MESSAGE else f"{f.message[:_MAX_MESSAGE]}…"
            yield Diagnostic(f.span, self.code, self.name, message, f.hint, self.severity, f.target)


_MAX_MESSAGE = 300  # characters; what a rule quotes may be as long as its author liked
_RULES: dict[str, Rule] = {}


def rule(
    code: str, name: str, severity: Severity = Severity.ERROR, *, relies: bool = False
) -> Callable[[Check], Check]:
    """Register a check under a code; the docstring of its module is its manual."""

    def register(check: Check) -> Check:
        _register(Rule(code, name, severity, _manual(check), check=check, relies=relies))
        return check

    return register


def review(code: str, name: str, severity: Severity = Severity.ERROR) -> Callable[[Review], Review]:
    """Register a rule about what the others found; no comment silences it."""

    def register(function: Review) -> Review:
        _register(Rule(code, name, severity, _manual(function), review=function))
        return function

    return register


def _manual(function: Callable[..., object]) -> str:
    return inspect.getdoc(inspect.getmodule(function)) or ""


def _register(new: Rule) -> None:
    if new.code in _RULES:
        raise ValueError(f"rule code {new.code} is used twice")
    _RULES[new.code] = new


@cache
def all_rules() -> tuple[Rule, ...]:
    """Every rule of this package, sorted by code."""
    for module in pkgutil.iter_modules([str(Path(__file__).parent)]):
        if module.name[:3].isalpha() and module.name[3:6].isdigit():
            importlib.import_module(f"{__package__}.{module.name}")
    return tuple(rule for _, rule in sorted(_RULES.items()))


def check(handbook: Handbook, *, strict: bool = False) -> tuple[Diagnostic, ...]:
    """Every finding of every rule that no comment silences, sorted; `strict` hears no comment.

    One mistake gives one line: settings that cannot be read leave nothing else to be told, and a page or an entry of a
    register that cannot be read leaves out the rules that would miss it elsewhere.
    """
    rules = [one for one in all_rules() if not (one.relies and is_partly_read(handbook))]
    broken = broken_settings(handbook)
    found = ordered(d for r in rules if r.check for d in r.diagnostics(r.check(handbook)))
    if broken:
        return tuple(d.with_texts(redacted) for d in found if d.span.path in broken)
    reviewed = (d for r in rules if r.review for d in r.diagnostics(r.review(handbook, found)))
    silenced = {
        (ignore.span.path, ignore.code)
        for ignore in handbook.ignores
        if ignore.reason and is_silenceable(ignore.code) and not strict
    }
    kept = [d for d in found if (d.span.path, d.code) not in silenced]
    return ordered(diagnostic.with_texts(redacted) for diagnostic in (*kept, *reviewed))  # rules quote, logs are read


def is_silenceable(code: str) -> bool:
    """Whether a comment on the page may silence a rule: what is about safety needs a reviewer (SEC008) instead."""
    return not code.startswith("SEC")
