"""页面、附件或者文件名里有一个校验位正确的18位身份证号，或者写明是身份证的15位旧号码。

为什么：校验位对的号码可能真有其人，网站会被很多人看到，也会留在历史版本里；中间加空格、横线、粗体、看不见的字符也算，
换行、分成几个列表项、几个单元格也算，写成汉字、带圈数字、字符代码、Base64 也算。
15位的只在前面、表头或者上一行写着“身份证”“证件号”时才报，别的15位编号不报。
错误：把真实材料里的身份证号抄来当示例。
正确：写 `000000199001010000` 这样校验不过的号码。
确实可以公开的，经审核登记到 `.handbook/exceptions.yml`（见 SEC008）。
"""

from __future__ import annotations

from collections.abc import Iterator

from handbook.diagnostics import Finding
from handbook.model.handbook import Handbook
from handbook.rules.confidential import report
from handbook.rules.registry import rule


@rule("SEC001", "real-looking-id")
def check(handbook: Handbook) -> Iterator[Finding]:
    return report(handbook, "SEC001")
