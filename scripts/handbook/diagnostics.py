"""What a rule or the audit reports, and the order in which it is printed."""

from __future__ import annotations

import enum
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace


class Severity(enum.StrEnum):
    """How bad a finding is: an error stops a build, a warning does not."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A place in a source file: path relative to the root with `/`, line and column counted from 1."""

    path: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True)
class Finding:
    """A fault as a rule sees it; the registry adds code, rule name and severity.

    Attributes:
        span: where the fault is.
        message: what is wrong, in Chinese, quoting the source.
        hint: how to put it right, in Chinese; may be empty.
        target: the link target, for findings about links.
    """

    span: Span
    message: str
    hint: str = ""
    target: str | None = None


@dataclass(frozen=True, slots=True, order=True)
class Diagnostic:
    """A finding with the rule that made it; its order is the order of printing."""

    span: Span
    code: str
    rule: str
    message: str
    hint: str = ""
    severity: Severity = field(default=Severity.ERROR, compare=False)
    target: str | None = field(default=None, compare=False)

    @property
    def text(self) -> str:
        """The message and, behind a full-width semicolon, the hint."""
        return f"{self.message}；{self.hint}" if self.hint else self.message

    def with_texts(self, change: Callable[[str], str]) -> Diagnostic:
        """The diagnostic with every text of it changed, its path too."""
        return replace(
            self,
            span=replace(self.span, path=change(self.span.path)),
            message=change(self.message),
            hint=change(self.hint),
            target=None if self.target is None else change(self.target),
        )

    def __str__(self) -> str:
        return f"{self.span}: {self.code} {self.rule} {self.text}"


def ordered(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """The diagnostics without repeats, sorted by path, line, column and code."""
    return tuple(sorted(set(diagnostics)))
