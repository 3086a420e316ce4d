"""流程图没有给看不见图的人写标题和说明。

为什么：读屏软件和打印件的图题用的是 accTitle 和 accDescr。
错误：`flowchart TD` 下面直接写框。
正确：下面先写 `accTitle: 接收登记流程图` 和 `accDescr: 从收件编号到移交承办人的五步。`
"""

from __future__ import annotations

from collections.abc import Iterator

from handbook.diagnostics import Finding, Severity
from handbook.model.flow import flows
from handbook.model.handbook import Handbook
from handbook.rules.registry import rule


@rule("FLW011", "undescribed-chart", Severity.WARNING)
def check(handbook: Handbook) -> Iterator[Finding]:
    """Report flowcharts without accTitle or accDescr."""
    for _, flow in flows(handbook):
        given = {"accTitle": flow.chart.title, "accDescr": flow.chart.description}
        missing = [name for name, words in given.items() if not words]
        if missing:
            hint = "在“flowchart TD”下面写上“" + "”和“".join(f"{name}: …" for name in missing) + "”"
            yield Finding(flow.chart.span, f"流程图没有 {' 和 '.join(missing)}", hint)
