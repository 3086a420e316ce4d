"""流程图写得不合 Mermaid 的语法，画不出来。

为什么：一处语法错误会让整张图不显示，读者只看到源文字。
错误：`s1｛"属受理范围？"｝ —> s2`（全角括号，破折号当箭头）。
正确：`s1{"属受理范围？"} --> s2`。
"""

from __future__ import annotations

from collections.abc import Iterator

from handbook.diagnostics import Finding
from handbook.model.handbook import Handbook
from handbook.rules.registry import rule


@rule("FLW001", "syntax-error")
def check(handbook: Handbook) -> Iterator[Finding]:
    """Report why a diagram cannot be drawn, at the line of the Markdown file."""
    for page in handbook.authored:
        for chart in page.flowcharts:
            for fault in chart.faults:
                yield Finding(fault.span, fault.message, fault.hint)
