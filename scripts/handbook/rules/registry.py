"""The register of rules: discovery, running, and silencing by comment."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from handbook.diagnostics import Diagnostic, Finding, Severity, ordered
from handbook.model.handbook import Handbook

Check = Callable[[Handbook], Iterator[Finding]]


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule: its code, the name of the fault it finds, how bad that is, and its manual."""

    code: str
    name: str
    severity: Severity
    check: Check
    manual: str


_RULES: dict[str, Rule] = {}


def rule(code: str, name: str, severity: Severity = Severity.ERROR) -> Callable[[Check], Check]:
    """Register a check under a code; the docstring of its module is its manual."""

    def register(function: Check) -> Check:
        if code in _RULES:
            raise ValueError(f"rule code {code} is used twice")
        manual = inspect.getdoc(inspect.getmodule(function)) or ""
        _RULES[code] = Rule(code, name, severity, function, manual)
        return function

    return register


@cache
def all_rules() -> tuple[Rule, ...]:
    """Every rule of this package, sorted by code."""
    for module in pkgutil.iter_modules([str(Path(__file__).parent)]):
        if module.name[:3].isalpha() and module.name[3:6].isdigit():
            importlib.import_module(f"{__package__}.{module.name}")
    return tuple(rule for _, rule in sorted(_RULES.items()))


def check(handbook: Handbook) -> tuple[Diagnostic, ...]:
    """Every finding of every rule that no comment silences, sorted."""
    found = [
        Diagnostic(f.span, r.code, r.name, f.message, f.hint, r.severity, f.target)
        for r in all_rules()
        if r.code != UNUSED_IGNORE
        for f in r.check(handbook)
    ]
    silenced = {(ignore.span.path, ignore.code) for ignore in handbook.ignores if ignore.reason}
    kept = [d for d in found if (d.span.path, d.code) not in silenced]
    return ordered([*kept, *_unused(handbook, found)])


UNUSED_IGNORE = "PAG015"


def _unused(handbook: Handbook, found: list[Diagnostic]) -> Iterator[Diagnostic]:
    """A finding for each silencing comment that silences nothing or gives no reason."""
    rule = next(r for r in all_rules() if r.code == UNUSED_IGNORE)
    hits = {(d.span.path, d.code) for d in found}
    for ignore in handbook.ignores:
        if not ignore.reason:
            message, hint = f"忽略 {ignore.code} 的注释没有写理由", "在编号后面写明为什么可以忽略"
        elif (ignore.span.path, ignore.code) not in hits:
            message, hint = f"忽略 {ignore.code} 的注释没有用处：本页没有这个问题", "删去这条注释"
        else:
            continue
        yield Diagnostic(ignore.span, rule.code, rule.name, message, hint, rule.severity)
