"""A finding about confidential data that somebody looked at and let pass, for a time."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from fnmatch import fnmatchcase

from handbook.diagnostics import Span


@dataclass(frozen=True, slots=True)
class Exemption:
    """An entry of `.handbook/exceptions.yml`.

    Attributes:
        file: the path from the root; outside of docs/ it may hold `*`.
        code: the rule, or `*`.
        fingerprint: of the masked value, as the finding prints it, or `*`.
        until: the last day on which it holds.
    """

    file: str
    code: str
    fingerprint: str
    until: dt.date
    span: Span

    def covers(self, path: str, code: str, fingerprint: str) -> bool:
        """Whether it lets a finding pass, the day aside."""
        return fnmatchcase(path, self.file) and self.code in {"*", code} and self.fingerprint in {"*", fingerprint}
