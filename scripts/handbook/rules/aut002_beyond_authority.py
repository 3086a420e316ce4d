"""写成由乡镇批准乡镇没有权批的事。

为什么：留置、讯问、开除党籍这些事乡镇批不了；照着办就是越权，违反审查调查纪律。
错误：`乡镇纪委决定采取留置`、`开除党籍由乡镇党委批准`、图里 `s5["乡镇纪委批准搜查"]`。
正确：`报县级以上纪委审查批准`；`乡镇没有留置权，发现线索及时报告`。

哪些事乡镇不能办、要报批，看 docs/reference/authority.yml 里分类是“不能办”“要批”的各条和它们的“认词”。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from handbook.diagnostics import Finding, Span
from handbook.model.authority import Matter, Power
from handbook.model.flow import flows
from handbook.model.handbook import Handbook
from handbook.rules.approvers import says
from handbook.rules.prose import approvals, lines, procedures
from handbook.rules.registry import rule

_TOWN = (
    r"(?:乡镇|街道|[乡镇])(?:（街道）)?(?:纪委|党委|党工委|纪工委|纪检监察工委)"
    r"(?:主要负责人|负责人|全体会议|书记)?(?:集体)?(?:研究|讨论)?后?"
)
_DOES = r"(?:可以|有权|能|负责|直接|自行)*(?:批准|审批|决定|作出)(?:采取|给予|对其|进行|实施)?"
_BY = r"(?:[，]?(?:须|要|应当|只要)?(?:由|经|报))"
_NOT = re.compile(r"不得|不能|不可|无权|没有权|没有这|不由|不是|不再|禁止|严禁|越权|不用|报请?县|提请")


@rule("AUT002", "beyond-authority")
def check(handbook: Handbook) -> Iterator[Finding]:
    beyond = [m for m in handbook.authority.values() if m.power in (Power.ABOVE, Power.NONE) and m.called]
    if not beyond:
        return
    words = {word: matter for matter in beyond for word in matter.called}
    for line in lines(handbook):
        for word, offset in _claims(line.text, words):
            yield _finding(words[word], word, line.span(offset))
    for page, flow in flows(handbook):
        for node in flow.nodes if page.kind == "procedure" else ():
            for word, _ in _claims(node.label, words):
                yield _finding(words[word], word, node.span)
    yield from _rows(words, handbook)


def _claims(text: str, words: dict[str, Matter]) -> Iterator[tuple[str, int]]:
    """Clauses that say that a township decides one of the matters."""
    for clause in re.finditer(r"[^。；！？|]+", text):
        if "乡" not in clause[0] and "镇" not in clause[0] and "街道" not in clause[0]:
            continue
        for word in words if not _NOT.search(clause[0]) else ():
            if word in clause[0]:
                name = re.escape(word)
                found = re.search(
                    rf"{_TOWN}{_DOES}[^，、：]{{0,4}}{name}|{name}[^，。；、：]{{0,6}}{_BY}{_TOWN}{_DOES}", clause[0]
                )
                if found:
                    yield word, clause.start() + found.start()


def _rows(words: dict[str, Matter], handbook: Handbook) -> Iterator[Finding]:
    """Rows of the tables 谁办谁批 in which a township approves the matter and nobody above it does."""
    for page in procedures(handbook):
        for row in approvals(page):
            word = max((word for word in words if word in row.subject), key=len, default="")
            town = re.search(rf"^(?:{_TOWN})", row.approval.replace("**", ""))
            above = re.search(r"县|上级|上一级|监察机关|设区的市|省|报请", row.approval) or any(
                says(row.approval, name) for name in (words[word].approvers if word else ())
            )
            if word and town and not above and not re.search(r"不|送|移交|请示|建议|报告|线索", row.subject):
                yield _finding(words[word], word, row.span)


def _finding(matter: Matter, word: str, span: Span) -> Finding:
    who = f"“{matter.words}”" if matter.words else "乡镇批不了"
    message = f"“{word}”写成由乡镇批准，权限 {matter.id}（{matter.subject}）归在“{matter.power}”"
    return Finding(span, message, f"按权限一览写：{who}")
