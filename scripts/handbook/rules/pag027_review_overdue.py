"""页面过了复核的日子，或者核对日期写成了以后的日子。

为什么：法规和分工会变，过期没有复核的页面可能已经不对了。
错误：`reviewed: 2024-01-05`、`review_in: 12个月`，今天已经是 2026 年；年份打错，写成明年的今天，到期了也没有人知道。
正确：负责部门对照现行规定看一遍，改好内容，再把 reviewed 改成复核那天。
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from handbook.diagnostics import Finding, Severity
from handbook.kinds.dates import read_date, read_duration
from handbook.model.handbook import Handbook
from handbook.rules.pages import typed
from handbook.rules.registry import rule

_SLACK = dt.timedelta(days=2)  # a build may take the day of the last commit for today


@rule("PAG027", "review-overdue", Severity.WARNING)
def check(handbook: Handbook) -> Iterator[Finding]:
    for page, _ in typed(handbook):
        reviewed, period = read_date(page.meta.text("reviewed")), read_duration(page.meta.text("review_in"))
        value = page.meta.get("reviewed")
        if reviewed and value and reviewed > handbook.today + _SLACK:
            yield Finding(value.span, f"核对日期 {reviewed} 还没有到", "写真正核对的那一天，看看年份对不对")
            continue
        due = period.after(reviewed) if reviewed and period else None
        if due and value and due < handbook.today:
            owner = page.meta.text("owner") or "负责部门"
            yield Finding(value.span, f"应当在 {due} 以前复核，已经过期", f"请{owner}复核后更新 reviewed")
