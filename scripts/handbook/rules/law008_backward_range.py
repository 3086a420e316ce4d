"""“第几条至第几条”前后颠倒。

为什么：读者和检索都按从小到大找，颠倒的范围里一条也没有。
错误：`《监督执纪规则》第三十二条至第三十条`。
正确：`《监督执纪规则》第三十条至第三十二条`。
"""

from __future__ import annotations

from collections.abc import Iterator

from handbook.diagnostics import Finding
from handbook.model.citation_checks import backward_range
from handbook.model.handbook import Handbook
from handbook.rules.registry import rule
from handbook.rules.statutes import judged


@rule("LAW008", "backward-range")
def check(handbook: Handbook) -> Iterator[Finding]:
    yield from judged(handbook, backward_range)
