"""引用、列表、提示框或者标签套得太深。

为什么：套二十层以上，手机上一个字也放不下，生成网页的程序也会卡住。
错误：一行开头有几十个“>”；列表缩进几十层。
正确：最多三四层，再细就分成小标题。
"""

from __future__ import annotations

from collections.abc import Iterator

from handbook.diagnostics import Finding
from handbook.model.handbook import Handbook
from handbook.rules.pages import faults
from handbook.rules.registry import rule


@rule("PAG037", "too-deep")
def check(handbook: Handbook) -> Iterator[Finding]:
    return faults(handbook, "too-deep")
