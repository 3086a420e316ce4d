"""页面、附件或者文件名里有一个像真的手机号。

为什么：真的手机号有人接，写在网站上就泄露了别人的信息；写成汉字、带圈数字、字符代码，中间加空格、横线、粗体也算。
换行、分到几个单元格或者不按常见的位数断开的，前面或者表头写着“电话”“手机”时才报。
草稿和别的版本（edition）的页面也查：它们也在仓库里。
错误：示例里写一个能打通的11位手机号。
正确：写 `000-0000000`，或者 `13900000000` 这样一看就是假的。
确实可以公开的，经审核登记到 `.handbook/exceptions.yml`（见 SEC008）。
"""

from __future__ import annotations

from collections.abc import Iterator

from handbook.diagnostics import Finding
from handbook.model.handbook import Handbook
from handbook.rules.confidential import report
from handbook.rules.registry import rule


@rule("SEC002", "real-looking-phone")
def check(handbook: Handbook) -> Iterator[Finding]:
    return report(handbook, "SEC002")
