"""法规原文读不了、条次不连续，或者条数和登记表的不一样。

为什么：拿残缺的、另一个版本的原文去核对，会把对的引用报成错的，错的放过去。
错误：原文缺第八条；登记表写 77 条，原文只有 76 条。
正确：换一份完整的原文，先用 `handbook statutes import 文件` 看条次是不是从第一条连到最后一条。
"""

from __future__ import annotations

from collections.abc import Iterator

from handbook.diagnostics import Finding
from handbook.model.handbook import Handbook
from handbook.rules.pages import faults
from handbook.rules.registry import rule


@rule("LAW013", "unfit-text")
def check(handbook: Handbook) -> Iterator[Finding]:
    yield from faults(handbook, "statute-text")
