"""流程图里的步骤和“办理步骤”里的步骤对不上。

为什么：图和文字说的不是一回事，读者不知道信哪个；点图上的框也到不了对应的步骤。
错误：图里有 s7，“办理步骤”只到 `{#s6}`；或者有 `{#s3}`，图里没有 s3。
正确：每一步在图里有一个同号的框，图里每个 s 框有一步。
"""

from __future__ import annotations

from collections.abc import Iterator

from handbook.diagnostics import Finding
from handbook.model.flow import Flow
from handbook.model.handbook import Handbook
from handbook.model.page import Page
from handbook.rules.registry import rule


@rule("FLW012", "steps-differ")
def check(handbook: Handbook) -> Iterator[Finding]:
    """Report steps that only the chart has and steps that only the page has."""
    for page in handbook.authored:
        charts = page.flowcharts
        if page.kind == "procedure" and all(chart.is_graph for chart in charts):
            yield from _unpaired(page, [Flow(chart, is_procedure=True) for chart in charts])


def _unpaired(page: Page, charts: list[Flow]) -> Iterator[Finding]:
    written = {step.id for step in page.steps}
    if any(step.id != f"s{number}" for number, step in enumerate(page.steps, 1)):
        return  # PAG022 tells it; with the steps numbered wrongly, nothing fits the chart
    drawn = {node.id: (flow, node) for flow in charts for node in flow.nodes if flow.is_step(node)}
    for name, (flow, node) in drawn.items():
        if name not in written:
            message = f"图里有“{flow.name(name)}”，“办理步骤”里没有 {{#{name}}}"
            yield Finding(node.span, message, "在“办理步骤”里补上这一步，或者改图")
    for step in page.steps:
        if charts and step.id not in drawn:
            hint = f'在图里补上“{step.id}["{step.title.split(". ", 1)[-1]}"]”'
            yield Finding(step.span, f"步骤“{step.title}”（{step.id}）不在流程图里", hint)
    section = next((section for section in page.sections if section.title == "流程图"), None)
    if section and section.text.strip() and not charts:
        yield Finding(section.heading.span, "“流程图”下面没有流程图", "加一个“```mermaid”代码块，从“flowchart TD”写起")
