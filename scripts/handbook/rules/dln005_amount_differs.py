"""时限总表里，“期限”的话和“数量”“单位”对不上，或者“延长”的话和“延长数量”对不上。

为什么：读者看的是“期限”，计算器算的是“数量”，两处不一样，算出来的日子就是错的。
错误：`期限: 15个工作日内`，`数量: 15`，`单位: 自然日`。
正确：`期限: 15个工作日内`，`数量: 15`，`单位: 工作日`。
"""

from __future__ import annotations

from collections.abc import Iterator

from handbook.diagnostics import Finding
from handbook.model.deadline import Deadline, Length, Limit
from handbook.model.duration import durations
from handbook.model.handbook import Handbook
from handbook.rules.registry import rule


@rule("DLN005", "amount-differs")
def check(handbook: Handbook) -> Iterator[Finding]:
    """Report limits of the register whose words do not hold what is counted."""
    for deadline in handbook.deadlines.values():
        for limit in deadline.limits:
            yield from _compare(deadline, limit, "期限", limit.words, limit.length)
            if limit.longest:
                yield from _compare(deadline, limit, "延长", limit.extension, limit.longest.length)


def _compare(deadline: Deadline, limit: Limit, key: str, words: str, length: Length | None) -> Iterator[Finding]:
    if length is None or not words:
        return
    told = [str(duration) for _, duration in durations(words)]
    counted = str(length.duration)
    # 每季度首月15日前 is a day of the month to `durations`, and no length.
    if counted not in told and counted not in words:
        name = f"{deadline.id} {limit.name}".rstrip()
        hint = "以条文为准，改成一样的；一条里有几个期限的写“分项”"
        yield Finding(limit.span, f"时限 {name} 的“{key}”写“{words}”，算的是{counted}", hint)
