"""The last day of a time limit, counted as the time limit calculator of the site counts it."""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Mapping

from handbook.model.deadline import Limit, Unit
from handbook.model.holidays import HolidayYear

_DAY = dt.timedelta(days=1)
_MONTHS = {Unit.MONTH: 1, Unit.YEAR: 12}


class UnannouncedError(Exception):
    """A day of a year whose holidays nobody has announced was to be counted; `year` says which."""

    def __init__(self, year: int) -> None:
        self.year = year
        super().__init__(year)


def works(day: dt.date, announced: Mapping[int, HolidayYear]) -> bool:
    """True for a working day.

    Raises:
        UnannouncedError: the holidays of its year are not announced.
    """
    if day.year not in announced:
        raise UnannouncedError(day.year)
    years = announced.values()
    if any(day in year.workdays for year in years):
        return True
    return day.weekday() < 5 and not any(day in holiday for year in years for holiday in year.holidays)


def last_day(limit: Limit, start: dt.date, announced: Mapping[int, HolidayYear]) -> dt.date | None:
    """The last day, extensions aside; None for a limit that has none or is counted in hours.

    Args:
        limit: the time limit.
        start: the day from which it is counted; that day itself does not count.
        announced: the holidays by year.

    Raises:
        UnannouncedError: the holidays of a year that must be counted are not announced.
    """
    if limit.length is None or limit.unit is Unit.HOUR:
        return None
    day = _counted(limit.unit, limit.length.amount, start, announced)
    while limit.rolls and not works(day, announced):
        day += _DAY
    return day


def _counted(unit: Unit, amount: int, start: dt.date, announced: Mapping[int, HolidayYear]) -> dt.date:
    if unit in _MONTHS:
        return _month_later(start, amount * _MONTHS[unit])
    if unit is Unit.QUARTER:
        return _month_later(start.replace(day=1), 3 - (start.month - 1) % 3).replace(day=amount)
    if unit is Unit.DAY:
        return start + amount * _DAY
    day = start
    while amount:
        day += _DAY
        amount -= works(day, announced)
    return day


def _month_later(start: dt.date, months: int) -> dt.date:
    """The same day of a later month, or the last day of that month when it has no such day."""
    year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    return dt.date(year, month + 1, min(start.day, calendar.monthrange(year, month + 1)[1]))
