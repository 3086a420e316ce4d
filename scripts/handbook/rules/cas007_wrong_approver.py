"""模拟案卷里批准的人，和权限总表、文书、步骤写的不一样。

为什么：谁批的错了，后面全不算数。样卷里的批准人必须就是权限表上的那个人。
错误：立案审查呈批报告只写了 `谁: 乡镇纪委主要负责人`，权限表还要乡镇党委主要负责人批准。
正确：权限总表里这件事“谁批”有几个，就写几个；权限表没有写这份文书的，加上“权限: A-08”，或者照文书、步骤上写的人写。
"""

from __future__ import annotations

from collections.abc import Iterator

from handbook.diagnostics import Finding
from handbook.model.authority import Matter
from handbook.model.casefile import CaseDocument
from handbook.model.handbook import Handbook
from handbook.rules.approvers import holds, says
from handbook.rules.casefile import documents, step_of
from handbook.rules.registry import rule


@rule("CAS007", "wrong-approver")
def check(handbook: Handbook) -> Iterator[Finding]:
    for document in documents(handbook):
        own = document.matter.text if document.matter else ""
        named = [
            matter
            for matter in handbook.authority.values()
            if matter.id == own or document.code.text in {reference.code for reference in matter.templates}
        ]
        for matter in named:
            yield from _missing(document, matter)
        yield from _strangers(document, named, handbook)


def _missing(document: CaseDocument, matter: Matter) -> Iterator[Finding]:
    for approver in matter.approvers:
        if not any(_is(approval.who.text, approver) for approval in document.approvals):
            message = f"{document.title}没有写{approver}批准（{matter.id} {matter.subject}）"
            yield Finding(document.span, message, f"“批准”里加上 {approver}")


def _strangers(document: CaseDocument, named: list[Matter], handbook: Handbook) -> Iterator[Finding]:
    """Approvals by somebody whom neither the register nor the document's template nor the step knows."""
    page, found = handbook.template_page(document.code.text), step_of(document, handbook)
    texts = (page.meta.text("approve") if page else "", found[1].text if found else "")
    for approval in document.approvals:
        who = approval.who.text
        allowed = any(_is(who, approver) for matter in named for approver in matter.approvers)
        if not allowed and (named or not any(says(text, who) for text in texts)):
            by = f"{named[0].id} 写的是{'、'.join(named[0].approvers)}" if named else "文书和步骤都没有写由他批"
            yield Finding(approval.who.span, f"{document.title}由{who}批，{by}", "改成有权批的人")


def _is(who: str, approver: str) -> bool:
    """True when an office is one of those that an approver stands for: the 主要负责人 is one of the 负责人."""
    return any(holds(who, one) for one in approver.split("或者"))
