"""文书的中文里用了英文标点、直引号，或者全角的数字字母。

为什么：英文标点只占半个字，印出来挤在一起，也不合公文格式；直引号分不出左右。
错误：`经审核,该事项属于"其他机关职责".`
正确：`经审核，该事项属于“其他机关职责”。`
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from handbook.diagnostics import Finding, Severity
from handbook.model.handbook import Handbook
from handbook.rules.registry import rule
from handbook.rules.wording import HANZI, passages

_WRONG = re.compile(
    rf"(?<=[{HANZI}》）”])[,;:!?()\"']|[,;:!?()\"'](?=[{HANZI}《（“])|(?<=[{HANZI}》）”])\.(?=$|[{HANZI}])|[\"']"
    r"|[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]"
)
_RIGHT = dict(zip(",;:!?().", "，；：！？（）。", strict=True))


@rule("TPL012", "half-width", Severity.WARNING)
def check(handbook: Handbook) -> Iterator[Finding]:
    for passage in passages(handbook):
        for match, place in passage.found(_WRONG):
            mark = match.group()
            if mark in "\"'":
                yield Finding(place, f"“{mark}”是直引号", "左边写“，右边写”")
            elif mark in _RIGHT:
                yield Finding(place, f"“{mark}”是英文标点", f"写成“{_RIGHT[mark]}”")
            else:
                yield Finding(place, f"“{mark}”是全角字符", f"写成“{chr(ord(mark) - 0xFEE0)}”")
