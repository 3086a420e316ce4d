"""标题跳了级，例如“##”下面直接是“####”。

为什么：目录会缺一层，读屏软件的用户以为漏了内容。
错误：“## 办理步骤”下面写“#### 登记”。
正确：“## 办理步骤”下面写“### 登记”。
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from handbook.diagnostics import Finding, Severity
from handbook.model.handbook import Handbook
from handbook.rules.registry import rule


@rule("PAG020", "skipped-level", Severity.WARNING)
def check(handbook: Handbook) -> Iterator[Finding]:
    for page in handbook.authored:
        for above, heading in pairwise(page.headings):
            if heading.level > above.level + 1:
                message = f"标题“{heading.text}”从 {above.level} 级跳到了 {heading.level} 级"
                yield Finding(heading.span, message, f"写成“{'#' * (above.level + 1)} {heading.text}”")
