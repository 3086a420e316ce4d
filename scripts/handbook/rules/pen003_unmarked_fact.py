"""把登记为待核的权限、术语当成定论写，没有写明待核。

为什么：授权到哪一步、这个词到底怎么定义，没有见到原文；写成定论，读者会照着办、照着引。
错误：`监察立案由县级监委批准，派出机构看授权。`；`暂存待查是指暂时不具备核查条件。`
正确：`监察立案由县级监委批准，派出机构看授权〔待核〕。`；`暂存待查通常理解为……，现行规则没有下定义〔待核〕。`

权限看 docs/reference/authority.yml 的“待核”，查说到这件事（认词）又写了那句话的段落；术语看
docs/reference/glossary.yml 里释义带〔待核〕的，查给它下定义（是指、指的是）的段落。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from handbook.diagnostics import Finding
from handbook.model.handbook import Handbook
from handbook.rules.prose import Line, lines
from handbook.rules.registry import rule

_MARK = "待核"
_HINT = "在同一段写上〔待核〕"


@rule("PEN003", "unmarked-fact")
def check(handbook: Handbook) -> Iterator[Finding]:
    for line in lines(handbook):
        if _MARK not in line.text:
            yield from _powers(line, handbook)
            yield from _definitions(line, handbook)


def _powers(line: Line, handbook: Handbook) -> Iterator[Finding]:
    for matter in handbook.authority.values():
        at = line.text.find(matter.unconfirmed) if matter.unconfirmed else -1
        if at >= 0 and any(word in line.text for word in matter.called):
            message = f"“{matter.unconfirmed}”（{matter.id} {matter.subject}）还没有核对，这里没有写明待核"
            yield Finding(line.span(at), message, _HINT)


def _definitions(line: Line, handbook: Handbook) -> Iterator[Finding]:
    for term in handbook.glossary.values():
        if _MARK in term.definition and term.name in line.text:
            found = re.search(rf"{re.escape(term.name)}[”]?，?(?:是指|指的是)", line.text)
            if found:
                message = f"“{term.name}”的定义还没有核对，这里没有写明待核"
                yield Finding(line.span(found.start()), message, _HINT)
