"""流程图里的批准人和正文的“谁批”不一样。

为什么：照图报错了人，手续就不合规。
错误：图里 `s4["报县级纪委批准"]`，第4步写的是“**谁批**：乡镇纪委主要负责人”。
正确：图里 `s4["报乡镇纪委主要负责人批准"]`；写得下的简称也行，例如“主要负责人”。

步骤里有“**谁批**”一行的，和这一行比；没有的，和这一步里说批准、审批的句子比；再没有，和“谁办谁批”一节比。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from handbook.diagnostics import Finding
from handbook.model.flow import flows
from handbook.model.handbook import Handbook
from handbook.model.page import Page, Step
from handbook.rules.registry import rule

_APPROVES = "批准|审批|批示|审定|审议|同意|批"
_ASKED = re.compile(rf"(?:报请|报送|报|经|请|由|送)([^，。；、：（）\s]{{2,}}?)(?:{_APPROVES})")
_NAMED = re.compile(rf"([^，。；、：（）\s]*(?:负责人|书记|党委|纪委|监委|工委|会议|常委会|大会))(?:{_APPROVES})")
_CLAUSE = re.compile(r"[^，。；、：（）|\n]+")


@rule("FLW019", "approver-differs")
def check(handbook: Handbook) -> Iterator[Finding]:
    """Report approvers in the boxes of steps whom the step does not name."""
    for page, flow in flows(handbook):
        steps = {step.id: step for step in page.steps} if page.kind == "procedure" else {}
        for node in flow.nodes:
            step, approver = steps.get(node.id), _approver(node.label)
            if step and approver and not any(_holds(clause, approver) for clause in _clauses(step, page)):
                said = "、".join(_clauses(step, page))
                told = f"写的是“{said}”" if said else "没有写由谁批"
                message = f"图里“{flow.name(node.id)}”的批准人是“{approver}”，步骤“{step.title}”{told}"
                yield Finding(node.span, message, "以权限规定为准，改成一样的")


def _approver(label: str) -> str:
    match = _ASKED.search(label) or _NAMED.search(label)
    return match[1] if match else ""


def _clauses(step: Step, page: Page) -> list[str]:
    """The clauses that say who approves."""
    said = step.fact("谁批")
    if said:
        return _CLAUSE.findall(said.replace("**", ""))
    found = _approving(step.text)
    if found:
        return found
    return [
        clause for section in page.sections if section.title == "谁办谁批" for clause in _CLAUSE.findall(section.text)
    ]


def _approving(text: str) -> list[str]:
    clauses = _CLAUSE.findall(text.replace("**", ""))
    return [clause for clause in clauses if re.search(_APPROVES, clause)]


def _holds(clause: str, approver: str) -> bool:
    """True when a clause has the characters of a name in their order, so that short names count."""
    rest = iter(clause)
    return all(character in rest for character in approver)
