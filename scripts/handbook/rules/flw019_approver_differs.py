"""流程图里的批准人和正文的“谁批”不一样。

为什么：照图报错了人，手续就不合规。
错误：图里 `s4["报县级纪委批准"]`，第4步写的是“**谁批**：乡镇纪委主要负责人”。
正确：图里 `s4["报乡镇纪委主要负责人批准"]`；写得下的简称也行，例如“主要负责人”。

步骤里有“**谁批**”一行的，和这一行比；没有的，和这一步里说批准、审批的句子比；再没有，和“谁办谁批”一节比。
"""

from __future__ import annotations

from collections.abc import Iterator

from handbook.diagnostics import Finding
from handbook.model.flow import flows
from handbook.model.handbook import Handbook
from handbook.rules.approvers import approver, approving, holds
from handbook.rules.registry import rule


@rule("FLW019", "approver-differs")
def check(handbook: Handbook) -> Iterator[Finding]:
    """Report approvers in the boxes of steps whom the step does not name."""
    for page, flow in flows(handbook):
        steps = {step.id: step for step in page.steps} if page.kind == "procedure" else {}
        for node in flow.nodes:
            step, named = steps.get(node.id), approver(node.label)
            if step and named and not any(holds(clause, named) for clause in approving(step, page)):
                said = "、".join(approving(step, page))
                told = f"写的是“{said}”" if said else "没有写由谁批"
                message = f"图里“{flow.name(node.id)}”的批准人是“{named}”，步骤“{step.title}”{told}"
                yield Finding(node.span, message, "以权限规定为准，改成一样的")
