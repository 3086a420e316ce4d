"""条、款、项的数字写得不对。

为什么：法规的序号只有一种写法，写错了检索不到，也看不出是第几条。
错误：`《示例规则》第一百十条`、`第一百五条`、`第二〇条`、`第零条`。
正确：`《示例规则》第一百一十条`、`第一百零五条`、`第二十条`；用阿拉伯数字写 `第110条` 也可以。
"""

from __future__ import annotations

from collections.abc import Iterator

from handbook.diagnostics import Finding
from handbook.model.citation_checks import malformed_number
from handbook.model.handbook import Handbook
from handbook.rules.registry import rule
from handbook.rules.statutes import judged


@rule("LAW009", "malformed-number")
def check(handbook: Handbook) -> Iterator[Finding]:
    yield from judged(handbook, malformed_number)
