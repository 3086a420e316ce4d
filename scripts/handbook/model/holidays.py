"""Public holidays as the State Council announces them, year by year."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from handbook.diagnostics import Span


@dataclass(frozen=True, slots=True)
class Holiday:
    """A holiday: its name (国庆节、中秋节), its first and its last day; weekends within belong to it."""

    name: str
    first: dt.date
    last: dt.date

    def __contains__(self, day: dt.date) -> bool:
        return self.first <= day <= self.last


@dataclass(frozen=True, slots=True)
class HolidayYear:
    """The announcement for one year.

    Attributes:
        source: who announced it.
        holidays: the holidays in the order of their days; New Year's may begin in the year before.
        workdays: Saturdays and Sundays on which one works (调休上班日).
    """

    year: int
    source: str
    holidays: tuple[Holiday, ...]
    workdays: tuple[dt.date, ...]
    span: Span
