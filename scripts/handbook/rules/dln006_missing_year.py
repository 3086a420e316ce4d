"""放假安排缺了今年，或者中间缺了一年。

为什么：计算器不知道哪天放假就数不出工作日，只能告诉读者“该年放假安排未公布”。
错误：今年是2026年，docs/reference/holidays.yml 只写到2025年。
正确：国务院办公厅通知公布以后，把今年的放假和调休上班日填上。
"""

from __future__ import annotations

from collections.abc import Iterator

from handbook.diagnostics import Finding, Severity
from handbook.model.handbook import Handbook
from handbook.rules.registry import rule


@rule("DLN006", "missing-year", Severity.WARNING)
def check(handbook: Handbook) -> Iterator[Finding]:
    """Report years up to today's of which the holidays are not known."""
    known = handbook.holidays
    if not known:
        return
    for year in range(min(known), max(*known, handbook.today.year) + 1):
        if year not in known:
            before = known[max(other for other in known if other < year)]
            hint = "照国务院办公厅通知填上放假和上班的日子"
            yield Finding(before.span, f"放假安排没有{year}年，{before.year}年以后的工作日数不下去", hint)
