"""文件不是 UTF-8 编码，或者里面有已经变成乱码的字。

为什么：别的编码在网站上是一页乱码；变成“�”的字再也找不回来。
错误：用旧版记事本存成 ANSI（GBK）的页面。
正确：另存为时编码选 UTF-8；带不带 BOM、用哪种换行都可以。
"""

from __future__ import annotations

from collections.abc import Iterator

from handbook.diagnostics import Finding
from handbook.model.handbook import Handbook
from handbook.rules.pages import faults
from handbook.rules.registry import rule


@rule("PAG002", "wrong-encoding")
def check(handbook: Handbook) -> Iterator[Finding]:
    return faults(handbook, "encoding")
