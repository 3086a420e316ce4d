"""页面上有一个像真的手机号。

为什么：真的手机号有人接，写在网站上就泄露了别人的信息。
错误：示例里写一个能打通的11位手机号。
正确：写 `000-0000000`，或者 `13900000000` 这样一看就是假的。
"""

from __future__ import annotations

from collections.abc import Iterator

from handbook.diagnostics import Finding
from handbook.fields.personal import mobile_numbers
from handbook.model.handbook import Handbook
from handbook.rules.personal import scan
from handbook.rules.registry import rule


@rule("SEC002", "real-looking-phone")
def check(handbook: Handbook) -> Iterator[Finding]:
    for span, tail in scan(handbook, mobile_numbers):
        yield Finding(span, f"像真的手机号（末四位“{tail}”）", "换成 000-0000000")
