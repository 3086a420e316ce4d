"""流程、流程图或者文书写的批准人，和权限一览里这件事的不一样。

为什么：批错了人，手续就不合规，处分、立案都可能要重来。
错误：权限总表 A-07 的“谁批”是乡镇纪委主要负责人、乡镇党委主要负责人，第3步只写“**谁批**：乡镇纪委主要负责人”。
正确：两个都写：“乡镇纪委主要负责人审批，报乡镇党委主要负责人批准”。

查四处：总表“程序”写到步骤的，查那一步的“谁批”（没有这一行的，查整步）和图里那个框；各流程页“谁办谁批”表里事情
一栏有“认词”的那一行；“文书”列出的文书的 approve。没有写批准人、只写“按第4步批准的办”的，不查。
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from handbook.diagnostics import Finding, Span
from handbook.model.authority import Matter
from handbook.model.flow import flows
from handbook.model.handbook import Handbook
from handbook.rules.approvers import approver, holds, says
from handbook.rules.prose import approvals
from handbook.rules.registry import rule


@dataclass(frozen=True, slots=True)
class _Place:
    """A place that says who approves a matter."""

    matter: Matter
    name: str
    text: str
    span: Span


@rule("AUT001", "approver-contradicts")
def check(handbook: Handbook) -> Iterator[Finding]:
    ruled = [matter for matter in handbook.authority.values() if matter.approvers]
    for matter in ruled:
        places = (*_steps(matter, handbook), *_rows(matter, ruled, handbook), *_documents(matter, handbook))
        for place in places:
            yield from _compared(place)
    yield from _boxes(ruled, handbook)


def _compared(place: _Place) -> Iterator[Finding]:
    missing = [name for name in place.matter.approvers if not says(place.text, name)]
    if missing:
        matter = place.matter
        message = f"{place.name}写的批准人是“{_short(place.text)}”，权限 {matter.id}（{matter.subject}）要“{'、'.join(missing)}”"
        yield Finding(place.span, message, "以条文为准，改成一样的；总表错了就改 docs/reference/authority.yml")


def _short(text: str) -> str:
    line = " ".join(text.replace("**", "").split())
    return line if len(line) <= 60 else f"{line[:60]}…"


def _steps(matter: Matter, handbook: Handbook) -> Iterator[_Place]:
    for reference in matter.procedures:
        page = handbook.procedures.get(reference.code)
        for step in page.steps if page else ():
            if step.id == reference.step:
                said = step.fact("谁批")
                if _names_somebody(said or step.text):
                    yield _Place(matter, f"步骤“{step.title}”", said or step.text, step.span)


def _rows(matter: Matter, ruled: list[Matter], handbook: Handbook) -> Iterator[_Place]:
    for page in handbook.procedures.values():
        for row in approvals(page):
            named = [(len(word), one.id) for one in ruled for word in one.called if word in row.subject]
            if named and max(named)[1] == matter.id and _names_somebody(row.approval):
                yield _Place(matter, f"“谁办谁批”表里“{_short(row.subject)}”", row.approval, row.span)


def _documents(matter: Matter, handbook: Handbook) -> Iterator[_Place]:
    for reference in matter.templates:
        page = handbook.template_page(reference.code)
        if page is not None and _names_somebody(page.meta.text("approve")):
            span = page.meta.key_span("approve")
            yield _Place(matter, f"文书 {reference.code} 的 approve ", page.meta.text("approve"), span)


def _boxes(ruled: list[Matter], handbook: Handbook) -> Iterator[Finding]:
    """Boxes of charts that name another approver than the matters of their step."""
    steps: dict[tuple[str, str], list[Matter]] = {}
    for matter in ruled:
        for reference in matter.procedures:
            steps.setdefault((reference.code, reference.step), []).append(matter)
    for page, flow in flows(handbook):
        for node in flow.nodes if page.kind == "procedure" else ():
            matters, named = steps.get((page.code, node.id), []), approver(node.label)
            known = {name for matter in matters for names in matter.approvers for name in names.split("或者")}
            if named and known and not any(holds(name, named) or holds(named, name) for name in known):
                ids = "、".join(matter.id for matter in matters)
                message = f"图里“{flow.name(node.id)}”的批准人是“{named}”，权限 {ids} 是“{'、'.join(sorted(known))}”"
                yield Finding(node.span, message, "以条文为准，改成一样的")


def _names_somebody(text: str) -> bool:
    return bool(re.search(r"负责人|书记|党委|纪委|监委|工委|党组织|监察机关|全体会议|大会", text))
