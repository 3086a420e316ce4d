"""页面或者附件里有一个像真的电子邮箱。

为什么：个人邮箱是个人信息；公务不走个人邮箱。单位的 gov.cn 邮箱和 example.com 这类示例不算。
错误：材料发到写信人的个人邮箱；把“@”写成“(at)”“艾特”“#”也一样。
正确：写单位的 gov.cn 邮箱，或者 `name@example.com`。
确实可以公开的，经审核登记到 `.handbook/exceptions.yml`（见 SEC008）。
"""

from __future__ import annotations

from collections.abc import Iterator

from handbook.diagnostics import Finding
from handbook.model.handbook import Handbook
from handbook.rules.confidential import report
from handbook.rules.registry import rule


@rule("SEC004", "real-looking-mail")
def check(handbook: Handbook) -> Iterator[Finding]:
    return report(handbook, "SEC004")
