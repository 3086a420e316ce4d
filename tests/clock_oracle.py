"""What the time limit calculator must answer, reckoned another way: with Python's dates, and by looking at every day.

It shares no code with the renderers or the scripts of the site; it reads docs/reference/holidays.yml on its own.
"""

import calendar
import datetime as dt
from pathlib import Path
from typing import Any

import yaml

HOLIDAYS = Path(__file__).parents[1] / "docs/reference/holidays.yml"
ONE = dt.timedelta(days=1)


class UnannouncedError(Exception):
    """The holidays of a year are not known."""

    def __init__(self, year: int) -> None:
        self.year = year


class Oracle:
    """The clock as it stood when the holidays of the years up to `through` had been announced."""

    def __init__(self, through: int) -> None:
        announced = yaml.safe_load(HOLIDAYS.read_text(encoding="utf-8"))
        self.years = {year for year in announced if year <= through}
        self.off: set[dt.date] = set()
        self.on: set[dt.date] = set()
        for announcement in (announced[year] for year in self.years):
            self.on |= {as_date(day) for day in announcement["上班"]}
            for written in announcement["放假"].values():
                first, _, last = str(written).partition("至")
                day = as_date(first)
                while day <= as_date(last or first):
                    self.off.add(day)
                    day += ONE

    def works(self, day: dt.date) -> bool:
        if day.year not in self.years:
            raise UnannouncedError(day.year)
        return day in self.on or (day.isoweekday() <= 5 and day not in self.off)

    def last(self, case: dict[str, Any]) -> dict[str, Any]:
        """The answer to a case: `last`; or `year` (not announced) with, where the end alone is open, `before`."""
        if case["unit"] == "小时":
            moment = dt.datetime.fromisoformat(case["start"]) + dt.timedelta(hours=self.total(case))
            return {"last": moment.isoformat(timespec="minutes")}
        try:
            day = self.counted(case, as_date(case["start"]))
        except UnannouncedError as unannounced:
            return {"last": None, "year": unannounced.year}
        if not case["rolls"]:
            return {"last": day.isoformat()}
        first = day
        try:
            while not self.works(day):
                day += ONE
        except UnannouncedError as unannounced:
            return {"last": None, "year": unannounced.year, "before": first.isoformat()}
        return {"last": day.isoformat()}

    def total(self, case: dict[str, Any]) -> int:
        more = case.get("extension")
        if not more:
            return int(case["amount"])
        return int(more["amount"] if more["total"] else case["amount"] + more["amount"])

    def counted(self, case: dict[str, Any], start: dt.date) -> dt.date:
        unit = case["unit"]
        if unit in ("月", "年"):
            return self.months(case, start)
        amount = self.total(case)
        if unit == "自然日":
            return start + amount * ONE
        if unit == "季首月日":
            quarter = {1: (4, 0), 2: (7, 0), 3: (10, 0), 4: (1, 1)}[(start.month + 2) // 3]
            return dt.date(start.year + quarter[1], quarter[0], amount)
        day = start
        while amount:
            day += ONE
            amount -= self.works(day)
        return day

    def months(self, case: dict[str, Any], start: dt.date) -> dt.date:
        in_months = {"月": 1, "年": 12}
        more = case.get("extension")
        amount = case["amount"] * in_months[case["unit"]]
        if more:
            assert more["unit"] in in_months
            extra = more["amount"] * in_months[more["unit"]]
            amount = extra if more["total"] else amount + extra
        year, month = divmod(start.year * 12 + start.month - 1 + amount, 12)
        return dt.date(year, month + 1, min(start.day, calendar.monthrange(year, month + 1)[1]))


def as_date(text: object) -> dt.date:
    return dt.date.fromisoformat(str(text).strip())
