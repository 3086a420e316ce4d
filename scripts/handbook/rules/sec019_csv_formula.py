"""CSV 表格里有一格以 = + - @ 开头，会被当成公式。

为什么：读者用表格软件打开时公式会运行，可能把数据送到别处。
错误：一格写着 `=HYPERLINK(…)`。
正确：在最前面加一个英文单引号，或者删去开头的符号；负数 `-5` 不算。
"""

from __future__ import annotations

from collections.abc import Iterator

from handbook.diagnostics import Finding
from handbook.model.handbook import Handbook
from handbook.rules.pages import faults
from handbook.rules.registry import rule


@rule("SEC019", "csv-formula")
def check(handbook: Handbook) -> Iterator[Finding]:
    return faults(handbook, "attachment-formula")
