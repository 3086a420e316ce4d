"""页面上有一个校验位正确的18位身份证号。

为什么：校验位对的号码可能真有其人，网站会被很多人看到，也会留在历史版本里。
错误：把真实材料里的身份证号抄来当示例。
正确：写 `000000199001010000` 这样校验不过的号码。
"""

from __future__ import annotations

from collections.abc import Iterator

from handbook.diagnostics import Finding
from handbook.fields.personal import identity_numbers
from handbook.model.handbook import Handbook
from handbook.rules.personal import scan
from handbook.rules.registry import rule


@rule("SEC001", "real-looking-id")
def check(handbook: Handbook) -> Iterator[Finding]:
    for span, tail in scan(handbook, identity_numbers):
        yield Finding(span, f"像真的身份证号（末四位“{tail}”，校验位正确）", "换成 000000199001010000 这样的虚构号码")
