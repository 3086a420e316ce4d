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
    reached, seen = 0, set[str]()
    for section in page.sections:
        title, span = section.title, section.heading.span
        if title not in schema.sections:
            hint = did_you_mean(title, schema.sections, "内容放进规定的小标题下面，用“###”分开")
            yield Finding(span, f"{page.kind} 页面没有“{title}”这个小标题", hint)
        elif title in seen:
            yield Finding(span, f"小标题“{title}”写了两次", "合成一个")
        elif schema.sections.index(title) < reached:
            yield Finding(span, f"小标题“{title}”应当在“{schema.sections[reached]}”前面", "按规定的顺序排")
        else:
            reached = schema.sections.index(title)
        seen.add(title)
