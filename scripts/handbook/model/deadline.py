"""A time limit of the register docs/reference/deadlines.yml."""

from __future__ import annotations

from dataclasses import dataclass

from handbook.diagnostics import Span


@dataclass(frozen=True, slots=True)
class Deadline:
    """A time limit, in the words of the register.

    Attributes:
        id: ``T-04``.
        subject: what must be done (事项).
        limit: within what time (期限).
        start: from when (起算).
        extension: whether and by whom it can be extended (延长).
        basis: the provision (依据), ``《简称》第X条``.
    """

    id: str
    subject: str
    limit: str
    start: str
    extension: str
    basis: str
    span: Span
