"""The last days that the model counts are those of the oracle that the calculator of the site is held against."""

import datetime as dt
import random

import pytest

from clock_oracle import Oracle
from handbook.diagnostics import Span
from handbook.model.counting import UnannouncedError, last_day, works
from handbook.model.deadline import Length, Limit, Unit
from handbook.model.handbook import Handbook
from handbook.model.holidays import Holiday, HolidayYear

SPAN = Span("docs/reference/deadlines.yml")
THROUGH = 2026
DAYS = (Unit.DAY, Unit.WORKDAY, Unit.MONTH, Unit.YEAR, Unit.QUARTER)


def limit(amount: int, unit: Unit, *, rolls: bool = False) -> Limit:
    return Limit("t-01", "", "", unit, Length(amount, unit), "", "", "", None, rolls, "", SPAN)


def counted(one: Limit, start: dt.date, years: dict[int, HolidayYear]) -> dt.date | int | None:
    """The last day, or the year that is not announced."""
    try:
        return last_day(one, start, years)
    except UnannouncedError as unannounced:
        return unannounced.year


def test_any_limit_from_any_day_ends_when_the_oracle_says(handbook: Handbook) -> None:
    years = {year: announced for year, announced in handbook.holidays.items() if year <= THROUGH}
    oracle, chance = Oracle(THROUGH), random.Random(6)

    for _ in range(3000):
        unit = chance.choice(DAYS)
        amount = chance.randint(1, {Unit.QUARTER: 28, Unit.YEAR: 5}.get(unit, 60))
        one = limit(amount, unit, rolls=unit is not Unit.WORKDAY and chance.random() < 0.4)
        start = dt.date(2004, 1, 1) + dt.timedelta(days=chance.randrange(365 * 23))
        case = {"unit": unit.value, "amount": amount, "rolls": one.rolls, "start": str(start)}
        answer = oracle.last(case)
        wanted = dt.date.fromisoformat(answer["last"]) if answer["last"] else answer["year"]
        assert counted(one, start, years) == wanted, case


@pytest.mark.parametrize("unit", [Unit.FREQUENCY, Unit.OPEN])
def test_a_limit_without_a_length_has_no_last_day(unit: Unit) -> None:
    open_ended = Limit("t-12", "", "", unit, None, "", "", "", None, False, "", SPAN)

    assert last_day(open_ended, dt.date(2099, 1, 5), {}) is None


def test_hours_end_at_a_minute_and_on_no_day() -> None:
    assert last_day(limit(24, Unit.HOUR), dt.date(2099, 1, 5), {}) is None


def test_a_month_without_the_day_ends_on_its_last() -> None:
    assert last_day(limit(1, Unit.MONTH), dt.date(2099, 1, 31), {}) == dt.date(2099, 2, 28)


def test_working_days_follow_the_announced_holidays_and_working_weekends() -> None:
    spring = Holiday("虚构", dt.date(2099, 1, 20), dt.date(2099, 1, 27))
    years = {2099: HolidayYear(2099, "虚构", (spring,), (dt.date(2099, 1, 18),), SPAN)}

    days = [dt.date(2099, 1, day) for day in (16, 17, 18, 19, 20, 27, 28)]
    assert [works(day, years) for day in days] == [True, False, True, True, False, False, True]
    with pytest.raises(UnannouncedError, match="2100"):
        works(dt.date(2100, 1, 4), years)
