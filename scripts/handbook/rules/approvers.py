"""Who approves, as texts and charts say it: what several rules ask of a clause."""

from __future__ import annotations

import re

from handbook.model.page import Page, Step

APPROVES = "批准|审批|批示|审定|审议|同意|批"
_ASKED = re.compile(rf"(?:报请|报送|报|经|请|由|送)([^，。；、：（）\s]{{2,}}?)(?:{APPROVES})")
_NAMED = re.compile(rf"([^，。；、：（）\s]*(?:负责人|书记|党委|纪委|监委|工委|会议|常委会|大会))(?:{APPROVES})")
_CLAUSE = re.compile(r"[^，。；、：（）|\n]+")


def approver(label: str) -> str:
    """The one whom the words of a box name as approving, or ``""``."""
    match = _ASKED.search(label) or _NAMED.search(label)
    return match[1] if match else ""


def clauses(text: str) -> list[str]:
    """The clauses of a text, without bold."""
    return _CLAUSE.findall(text.replace("**", ""))


def approving(step: Step, page: Page) -> list[str]:
    """The clauses of a step that say who approves; without any, those of the section 谁办谁批."""
    said = step.fact("谁批")
    if said:
        return clauses(said)
    found = [clause for clause in clauses(step.text) if re.search(APPROVES, clause)]
    if found:
        return found
    return [clause for section in page.sections if section.title == "谁办谁批" for clause in clauses(section.text)]


def holds(clause: str, name: str) -> bool:
    """True when a clause has the characters of a name in their order, so that short names count."""
    rest = iter(clause)
    return all(character in rest for character in name)


def says(text: str, name: str) -> bool:
    """True when a text names an approver in one of its clauses, remarks in brackets put aside, read for themselves or read on.

    Args:
        text: the text; 本机关主要负责人 is the 主要负责人 of the township's own office.
        name: the approver; one with several names is written 甲或者乙.
    """
    plain = re.sub(r"（[^（）]*）", "", text).replace("本机关", "乡镇纪委")
    parts = (*clauses(plain), *clauses(text), *clauses(re.sub(r"[（）]", "", text)))
    return any(holds(clause, one) for one in name.split("或者") for clause in parts)
