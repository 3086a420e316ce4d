"""The four marks that stand behind a fact, 〔待核〕〔做法〕〔转引〕〔德州〕, and what they tell readers."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from handbook.renderers.terms import Note


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark: the part of its CSS class, and what it means."""

    name: str
    note: Note


MARKS: Mapping[str, Mark] = {
    "待核": Mark(
        "unconfirmed",
        Note(
            "待核：还没有核对过原文",
            "这一处没有见到原文，只凭记忆或者推断。不要直接引用，先找原文核对，或者问县（市、区）纪委监委。",
        ),
    ),
    "转引": Mark("quoted", Note("转引：没有见到原文", "没有原文，是在公开业务文章里见到的引用。引用之前先找原文。")),
    "做法": Mark("practice", Note("做法：不是法规要求", "这是通行做法，不是条文。可以照做，县里另有要求的按要求。")),
    "德州": Mark(
        "dezhou",
        Note("德州：来自2023年2月公开报道", "说的是报道那时的情况，不要当成现在的情况，也不要写成现在的数字。"),
    ),
}

# A mark in its brackets, with or without words behind a colon; or 待核 at the end of a bracketed remark on an edition.
MARK = re.compile(rf"〔(?P<mark>{'|'.join(MARKS)})(?:[：；][^〔〕]*)?〕|（[^（）]*(?P<plain>待核)）")
