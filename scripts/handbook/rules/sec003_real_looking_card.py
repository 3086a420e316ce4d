"""页面上有一个能通过校验的银行卡号。

为什么：通过校验的卡号可能是真的，写在网站上就泄露了别人的账户。
错误：把真实材料里的银行卡号抄来当示例。
正确：写 `0000 0000 0000 0000`。
"""

from __future__ import annotations

from collections.abc import Iterator

from handbook.diagnostics import Finding
from handbook.fields.personal import bank_cards
from handbook.model.handbook import Handbook
from handbook.rules.personal import scan
from handbook.rules.registry import rule


@rule("SEC003", "real-looking-card")
def check(handbook: Handbook) -> Iterator[Finding]:
    for span, tail in scan(handbook, bank_cards):
        yield Finding(span, f"像真的银行卡号（末四位“{tail}”，校验通过）", "换成 0000 0000 0000 0000")
