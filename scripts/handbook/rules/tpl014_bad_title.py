"""文书的大标题太长，或者末尾有标点。

为什么：标题用二号字，一行20个字，超过两行就不醒目；公文标题末尾不用标点。
错误：`# 关于示例事项的报告。`
正确：`# 关于示例事项的报告`
"""

from __future__ import annotations

from collections.abc import Iterator

from handbook.diagnostics import Finding, Severity
from handbook.model.handbook import Handbook
from handbook.rules.paper import ems, shown
from handbook.rules.registry import rule
from handbook.rules.wording import passages

_TWO_LINES = 40


@rule("TPL014", "bad-title", Severity.WARNING)
def check(handbook: Handbook) -> Iterator[Finding]:
    for passage in passages(handbook):
        if passage.style != "title" or not passage.words:
            continue
        title = shown(passage.template, passage.part.inlines)
        if passage.words[-1] in "。，、；：！.,;:!":
            yield Finding(passage.part.span, f"大标题末尾有“{passage.words[-1]}”", "删去末尾的标点")
        if ems(title) > _TWO_LINES:
            message = f"大标题大约有 {ems(title):.0f} 个字，两行放不下"
            yield Finding(passage.part.span, message, f"写短到 {_TWO_LINES} 个字以内")
