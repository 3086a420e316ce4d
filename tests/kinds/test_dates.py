"""Dates and spans of time of front matter."""

import datetime as dt

import pytest

from handbook.kinds.dates import Duration, read_date, read_duration


@pytest.mark.parametrize(
    "text", ["2026-02-30", "2026-1-1", "20260101", "2026年1月1日", "２０２６-01-01", "", "0000-01-01"]
)
def test_what_is_no_day_of_the_calendar_is_no_date(text: str) -> None:
    assert read_date(text) is None


def test_spans_of_time_are_read_in_chinese() -> None:
    assert [read_duration(text) for text in ("12个月", "1年", "90天", "30日")] == [
        Duration(months=12),
        Duration(months=12),
        Duration(days=90),
        Duration(days=30),
    ]
    assert [read_duration(text) for text in ("一年", "12", "0天", "12月", "-1年", "1 years")] == [None] * 6


@pytest.mark.parametrize(
    ("day", "span", "end"),
    [
        ("2026-01-31", Duration(months=1), "2026-02-28"),
        ("2024-02-29", Duration(months=12), "2025-02-28"),
        ("2025-12-15", Duration(months=1), "2026-01-15"),
        ("2026-11-25", Duration(days=40), "2027-01-04"),
        ("9998-12-31", Duration(months=999 * 12), "9999-12-31"),
    ],
)
def test_a_span_ends_on_the_same_day_or_the_last_of_the_month(day: str, span: Duration, end: str) -> None:
    assert span.after(dt.date.fromisoformat(day)) == dt.date.fromisoformat(end)
