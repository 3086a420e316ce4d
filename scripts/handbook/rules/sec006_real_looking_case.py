"""页面或者附件里有一个像真的案号、立案或者处分文号。

为什么：凭案号就能查到是谁的案子。年份写 2098、2099，或者地名简称写“示”的示例不算；中央和国家机关公开文件的文号不算。
错误：写上判决书上的案号、处分决定的文号当示例。
正确：`（2099）示0000刑初1号`；`示镇纪〔2099〕1号`。
确实可以公开的，经审核登记到 `.handbook/exceptions.yml`（见 SEC008）。
"""

from __future__ import annotations

from collections.abc import Iterator

from handbook.diagnostics import Finding
from handbook.model.handbook import Handbook
from handbook.rules.confidential import report
from handbook.rules.registry import rule


@rule("SEC006", "real-looking-case")
def check(handbook: Handbook) -> Iterator[Finding]:
    return report(handbook, "SEC006")
