"""正文里有看不见的控制字符：空字符、退格、改变文字方向的字符、特殊换行，或者只有某种字体才有的字。

为什么：读者看不见，却会让搜索找不到、让网页断开，改变文字方向的还能把“不予受理”显示成别的话。
错误：从聊天软件或者扫描件复制来的一段话里夹着 U+202E。
正确：删去它；自己重新打一遍最稳妥。
"""

from __future__ import annotations

from collections.abc import Iterator

from handbook.diagnostics import Finding
from handbook.model.handbook import Handbook
from handbook.rules.pages import faults
from handbook.rules.registry import rule


@rule("PAG003", "control-character")
def check(handbook: Handbook) -> Iterator[Finding]:
    return faults(handbook, "control-character", "private-use")
