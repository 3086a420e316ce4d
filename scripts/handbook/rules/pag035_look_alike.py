"""文字里有看着一样、其实是另一个字的字：俄文或希腊文字母、康熙部首、兼容汉字。

为什么：从 PDF 或者网页复制来的字常常是这样，读者看不出来，搜索找不到，链接和编号对不上。
错误：“第⼀步”的“一”是康熙部首；“ХF-01”的第一个字母是俄文。
正确：用输入法重新打一遍；提示里写了该换成哪个字。
"""

from __future__ import annotations

from collections.abc import Iterator

from handbook.diagnostics import Finding
from handbook.model.handbook import Handbook
from handbook.rules.pages import faults
from handbook.rules.registry import rule


@rule("PAG035", "look-alike")
def check(handbook: Handbook) -> Iterator[Finding]:
    return faults(handbook, "look-alike")
