"""The register of public holidays."""

import datetime as dt
from pathlib import Path

import chinese_calendar
import pytest

from handbook.sources.holidays import FILE, read_holidays

DOCS = Path(__file__).parents[2] / "docs"
YEAR = "2026:\n  来源: 国务院办公厅通知\n  放假:\n    元旦: 2026-01-01至2026-01-03\n  上班: [2026-01-04]\n"


def read(docs: Path, text: str) -> list[str]:
    (docs / FILE).parent.mkdir(exist_ok=True)
    (docs / FILE).write_text(text, encoding="utf-8")
    return [f"{f.span.line}:{f.span.column} {f.message}；{f.hint}" for f in read_holidays(docs)[1]]


def test_each_day_of_the_announced_years_agrees_with_chinesecalendar() -> None:
    years, faults = read_holidays(DOCS)
    off = {
        h.first + dt.timedelta(n)
        for y in years.values()
        for h in y.holidays
        for n in range((h.last - h.first).days + 1)
    }
    on = {day for year in years.values() for day in year.workdays}
    checked = {day.year for day in chinese_calendar.constants.holidays} & set(years)
    first, last = dt.date(min(checked), 1, 1), dt.date(max(checked), 12, 31)
    days = [first + dt.timedelta(n) for n in range((last - first).days + 1)]

    assert not faults
    assert checked >= set(range(2004, 2027))
    wrong = [d for d in days if (d in on or (d.weekday() < 5 and d not in off)) != chinese_calendar.is_workday(d)]
    assert wrong == []


def test_a_year_is_read(tmp_path: Path) -> None:
    assert read(tmp_path, YEAR) == []
    year = read_holidays(tmp_path)[0][2026]

    assert (year.source, year.workdays) == ("国务院办公厅通知", (dt.date(2026, 1, 4),))
    assert [(h.name, h.first, h.last) for h in year.holidays] == [("元旦", dt.date(2026, 1, 1), dt.date(2026, 1, 3))]


def test_a_handbook_without_the_file_knows_no_holidays(tmp_path: Path) -> None:
    assert read_holidays(tmp_path) == ({}, ())


@pytest.mark.parametrize(
    ("right", "wrong", "told"),
    [
        ("2026:", "26:", "1:1 放假安排的年份“26”不对；写四位年份，例如 2026"),
        ("  来源: 国务院办公厅通知\n", "", "1:1 2026年的放假安排缺少“来源”；补上，没有公布的年份整段不写"),
        ("来源", "来原", "2:3 放假安排没有“来原”这一项；是不是“来源”？"),
        (
            "至2026-01-03",
            "到2026-01-03",
            "4:9 “元旦”的放假日期写得不对；写成“2026-01-01至2026-01-03”，只放一天的写一个日期",
        ),
        ("2026-01-03", "2026-01-32", "4:9 日期“2026-01-32”不对；写成“2026-01-01”，并且真有这一天"),
        ("至2026-01-03", "至2025-12-31", "4:9 “元旦”从2026-01-01放到2025-12-31；核对头一天和最后一天"),
        ("至2026-01-03", "\n    元宵: 2026-01-01", "5:9 “元宵”和“元旦”的日期重了；两个节日连着放的写成一行"),
        ("2026-01-04", "2026-01-05", "5:8 调休上班日 2026-01-05 不是周六、周日；平常的工作日不用写，核对日期"),
        ("2026-01-04", "2026-01-03", "5:8 2026-01-03 又上班又放假（元旦）；照国务院办公厅通知核对"),
        ("2026-01-04", "2025-10-11", "5:8 2025-10-11 不在2026年；核对年份；上一年只能写12月下旬的元旦假期"),
        ("[2026-01-04]", "[2026-01-04, 2026-01-04]", "5:20 调休上班日 2026-01-04 写了两次；只留一个"),
    ],
)
def test_a_fault_is_told_where_it_stands(tmp_path: Path, right: str, wrong: str, told: str) -> None:
    assert told in read(tmp_path, YEAR.replace(right, wrong, 1))
