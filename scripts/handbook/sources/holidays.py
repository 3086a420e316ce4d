"""docs/reference/holidays.yml → the public holidays of each announced year."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from handbook.diagnostics import Span
from handbook.model.handbook import SourceFault
from handbook.model.holidays import Holiday, HolidayYear
from handbook.model.value import Mapping, Scalar, Value
from handbook.sources.register import Form, missing_keys, read_rows, register_fault, unknown_keys

FILE = "reference/holidays.yml"
KEYS = ("来源", "放假", "上班")

_YEAR = re.compile(r"20\d\d", re.ASCII)
_RANGE = re.compile(r"(\d{4}-\d\d-\d\d)(?:至(\d{4}-\d\d-\d\d))?", re.ASCII)
_LONGEST = 16  # days; no holiday has been longer, so a longer one is a slip of the pen


def read_holidays(docs: Path, shown: str = "docs") -> tuple[dict[int, HolidayYear], tuple[SourceFault, ...]]:
    """The announcements by year, and what is wrong with the file; a handbook without one knows no holidays.

    Args:
        docs: the folder of sources.
        shown: the folder as diagnostics print it.
    """
    rows, faults = read_rows(docs, FILE, shown, Form("放假安排", "2026: 内容", "每年以“2026:”这样的年份开头"))
    years, wrong = read_years(rows or ())
    return years, (*faults, *wrong)


def read_years(rows: Iterable[tuple[Scalar, Value]]) -> tuple[dict[int, HolidayYear], tuple[SourceFault, ...]]:
    """The announcements of some years, and what is wrong with them."""
    reader = _Reader()
    years = [reader.year(key, row) for key, row in rows]
    return {year.year: year for year in years if year}, tuple(reader.faults)


@dataclass
class _Reader:
    faults: list[SourceFault] = field(default_factory=list)

    def year(self, key: Scalar, row: Value) -> HolidayYear | None:
        if not _YEAR.fullmatch(key.text):
            self._fault(key.span, f"放假安排的年份“{key.text}”不对", "写四位年份，例如 2026")
            return None
        if not isinstance(row, Mapping):
            self._fault(key.span, f"{key.text}年的放假安排没有内容", f"下面要有 {'、'.join(KEYS)}")
            return None
        hint = "补上，没有公布的年份整段不写"
        self.faults += unknown_keys(row, KEYS, "放假安排")
        self.faults += missing_keys(row, KEYS, f"{key.text}年的放假安排", key.span, hint=hint)
        year = int(key.text)
        holidays = tuple(sorted(self._holidays(year, row), key=lambda holiday: holiday.first))
        workdays = tuple(sorted(self._workdays(year, row, holidays)))
        return HolidayYear(year, row.text("来源"), holidays, workdays, key.span)

    def _holidays(self, year: int, row: Mapping) -> Iterator[Holiday]:
        written = row.get("放假")
        if written is not None and (not isinstance(written, Mapping) or not written.entries):
            self._fault(written.span, f"{year}年的“放假”要一行写一个节日", "例如“元旦: 2026-01-01至2026-01-03”")
        taken: list[Holiday] = []
        for name, value in written if isinstance(written, Mapping) else ():
            match = _RANGE.fullmatch(value.text) if isinstance(value, Scalar) else None
            if match is None:
                self._fault(
                    value.span, f"“{name.text}”的放假日期写得不对", "写成“2026-01-01至2026-01-03”，只放一天的写一个日期"
                )
                continue
            first, last = self._day(match[1], value.span, year), self._day(match[2] or match[1], value.span, year)
            if first is None or last is None:
                continue
            holiday = Holiday(name.text, first, last)
            if not 0 <= (last - first).days < _LONGEST:
                self._fault(value.span, f"“{name.text}”从{first}放到{last}", "核对头一天和最后一天")
            elif other := next((o for o in taken if o.first <= last and first <= o.last), None):
                self._fault(value.span, f"“{name.text}”和“{other.name}”的日期重了", "两个节日连着放的写成一行")
            else:
                taken.append(holiday)
                yield holiday

    def _workdays(self, year: int, row: Mapping, holidays: tuple[Holiday, ...]) -> Iterator[dt.date]:
        seen = set()
        for written in row.scalars("上班"):
            day = self._day(written.text, written.span, year)
            if day is None:
                continue
            off = next((holiday.name for holiday in holidays if day in holiday), "")
            if day.weekday() < 5:
                self._fault(written.span, f"调休上班日 {day} 不是周六、周日", "平常的工作日不用写，核对日期")
            elif off:
                self._fault(written.span, f"{day} 又上班又放假（{off}）", "照国务院办公厅通知核对")
            elif day in seen:
                self._fault(written.span, f"调休上班日 {day} 写了两次", "只留一个")
            else:
                seen.add(day)
                yield day

    def _day(self, text: str, span: Span, year: int) -> dt.date | None:
        """A day of the year, or of the last days before it; else None, and the fault is told."""
        try:
            day = dt.date.fromisoformat(text)
        except ValueError:
            self._fault(span, f"日期“{text}”不对", "写成“2026-01-01”，并且真有这一天")
            return None
        if dt.date(year - 1, 12, 20) <= day <= dt.date(year, 12, 31):
            return day
        self._fault(span, f"{day} 不在{year}年", "核对年份；上一年只能写12月下旬的元旦假期")
        return None

    def _fault(self, span: Span, message: str, hint: str) -> None:
        self.faults.append(register_fault(span, message, hint))
