"""页面、附件或者登记表里有私钥、访问令牌、带密码的网址或者密码。

为什么：看到的人都能用它登录；删掉以后历史版本里还有，只有换掉才算数。
“密码”“口令”后面、下一行、同一列或者旁边的格子里写着四个以上字母、数字的（至少一个数字；没有数字的至少六个），都算。
错误：写上系统的初始密码；贴一段私钥；网址里写 `//账号:密码@`。
正确：写“密码向信息中心领取”。
确实可以公开的，经审核登记到 `.handbook/exceptions.yml`（见 SEC008）。
"""

from __future__ import annotations

from collections.abc import Iterator

from handbook.diagnostics import Finding
from handbook.model.handbook import Handbook
from handbook.rules.confidential import report
from handbook.rules.registry import rule


@rule("SEC007", "key-or-password")
def check(handbook: Handbook) -> Iterator[Finding]:
    return report(handbook, "SEC007")
