"""字段的花括号写错了：没有收尾、只写了一个、用了中文花括号、里面是空的。

为什么：花括号不成对，这一处就不是填写框，而是原样印在文书上的几个符号。
错误：`收件日期：{{收件日期`；`{{收件日期}`；`｛｛收件日期｝｝`。
正确：`收件日期：{{收件日期}}`。
"""

from __future__ import annotations

from collections.abc import Iterator

from handbook.diagnostics import Finding
from handbook.model.handbook import Handbook
from handbook.rules.registry import rule
from handbook.rules.templates import faults


@rule("FLD007", "unclosed-field")
def check(handbook: Handbook) -> Iterator[Finding]:
    yield from faults(handbook, "unclosed")
