"""页面、附件或者文件名里有一个能通过校验的银行卡号。

为什么：通过校验的卡号可能是真的，写在网站上就泄露了别人的账户。换行、分到几个单元格的，同一行写着“账号”“卡号”“银行”时才报。
错误：把真实材料里的银行卡号抄来当示例。
正确：写 `0000 0000 0000 0000`。
确实可以公开的，经审核登记到 `.handbook/exceptions.yml`（见 SEC008）。
"""

from __future__ import annotations

from collections.abc import Iterator

from handbook.diagnostics import Finding
from handbook.model.handbook import Handbook
from handbook.rules.confidential import report
from handbook.rules.registry import rule


@rule("SEC003", "real-looking-card")
def check(handbook: Handbook) -> Iterator[Finding]:
    return report(handbook, "SEC003")
