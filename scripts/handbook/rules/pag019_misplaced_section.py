"""流程页的小标题顺序不对、重复，或者不是规定的小标题。

为什么：所有流程页顺序一样，读者才找得快。
错误：“## 红线”写在“## 办理步骤”前面；另起了一个“## 注意事项”。
正确：按规定的顺序写；别的内容放进对应的小标题下面，用“###”分开。
"""

from __future__ import annotations

from collections.abc import Iterator

from handbook.diagnostics import Finding
from handbook.kinds import Schema
from handbook.model.handbook import Handbook
from handbook.model.page import Page
from handbook.model.spelling import did_you_mean
from handbook.rules.pages import typed
from handbook.rules.registry import rule


@rule("PAG019", "misplaced-section")
def check(handbook: Handbook) -> Iterator[Finding]:
    for page, schema in typed(handbook):
        if schema.sections:
            yield from _sections(page, schema)


def _sections(page: Page, schema: Schema) -> Iterator[Finding]:
    wanted = schema.sections
    in_order = _longest_rising([wanted.index(s.title) for s in page.sections if s.title in wanted])
    seen = set[str]()
    for section in page.sections:
        title, span = section.title, section.heading.span
        if title not in wanted:
            hint = did_you_mean(title, wanted, "内容放进规定的小标题下面，用“###”分开")
            yield Finding(span, f"{page.kind} 页面没有“{title}”这个小标题", hint)
        elif title in seen:
            yield Finding(span, f"小标题“{title}”写了两次", "合成一个")
        elif wanted.index(title) not in in_order:
            after = wanted[wanted.index(title) - 1]
            yield Finding(
                span, f"小标题“{title}”的位置不对", f"放到“{after}”一节的后面" if title != wanted[0] else "放到最前面"
            )
        seen.add(title)


def _longest_rising(numbers: list[int]) -> tuple[int, ...]:
    """The longest run of rising numbers that is left when as few as possible are taken out."""
    best: list[tuple[int, ...]] = []
    for number in numbers:
        before = max((run for run in best if run[-1] < number), key=len, default=())
        best.append((*before, number))
    return max(best, key=len, default=())
