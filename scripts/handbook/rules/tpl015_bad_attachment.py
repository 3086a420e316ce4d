"""附件说明写得不合公文格式。

为什么：“附件：”和序号由程序编，再手写就重复了；附件名称后面不用标点。
错误：`{附件}附件1：检举控告材料。`
正确：`{附件}检举控告材料`；有几个附件就写几行 `{附件}`。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from handbook.diagnostics import Finding, Severity
from handbook.model.handbook import Handbook
from handbook.rules.registry import rule
from handbook.rules.wording import passages

_NUMBER = re.compile(r"附件\s*\d*\s*[：:.．、]?\s*|\d+\s*[.．、：:]\s*|[一二三四五六七八九十]+、")


@rule("TPL015", "bad-attachment", Severity.WARNING)
def check(handbook: Handbook) -> Iterator[Finding]:
    for passage in passages(handbook):
        if passage.style != "attachment":
            continue
        number = _NUMBER.match(passage.words)
        if number and number.end() < len(passage.words):
            message = f"“{number.group().strip()}”是手写的"
            yield Finding(passage.part.span, message, "只写附件的名称，“附件：”和序号由程序编")
        if passage.words.endswith(tuple("。，、；：")):
            yield Finding(passage.part.span, f"附件名称末尾有“{passage.words[-1]}”", "删去末尾的标点")
