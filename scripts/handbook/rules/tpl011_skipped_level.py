"""文书的标题跳了层次。

为什么：公文的层次是一、（一）1.（1），一级一级往下；跳一级，编出来的序号就没有上一级。
错误：第一个标题就写 `### 基本情况`，或者 `## 核查情况` 下面直接写 `#### 谈话`。
正确：`## 核查情况`，下面写 `### 谈话`。
"""

from __future__ import annotations

from collections.abc import Iterator

from handbook.diagnostics import Finding, Severity
from handbook.model.handbook import Handbook
from handbook.model.template import Paragraph
from handbook.rules.registry import rule


@rule("TPL011", "skipped-level", Severity.WARNING)
def check(handbook: Handbook) -> Iterator[Finding]:
    for template in handbook.all_templates:
        before = 0
        for block in template.blocks:
            if not isinstance(block, Paragraph) or not block.style.startswith("heading"):
                continue
            level = int(block.style[-1])
            if level > before + 1:
                message = f"“{'#' * (level + 1)}”前面没有“{'#' * level}”的标题"
                yield Finding(block.span, message, f"写成“{'#' * (before + 2)} ”，或者补上一级标题")
            before = level
