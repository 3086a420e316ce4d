"""Quotations of statutes in texts: what is marked as one, and what is compared."""

from __future__ import annotations

import re

from handbook.model.citation import Citation

_BEHIND = re.compile(
    r"(?:（[^（）《》]*）)?\s*(?:只|都|就|也|里|中|明确)*(?:规定|写|说|要求|讲|用)?(?:的是|的|是|为|着|了|明)?[：，,:]?\s*“([^“”]+)”"
)
_BEFORE = re.compile(r"“([^“”]+)”(?:（|\(|——)(?:依据|见|根据|按|出自)?$")
_NO_LETTER = re.compile(r"[^\w]+")


def quotations(citation: Citation) -> tuple[str, ...]:
    """What a text puts in quotation marks as the words of what it cites: right behind it, or right before it."""
    found = (_BEHIND.match(citation.behind), _BEFORE.search(citation.before))
    return tuple(match[1] for match in found if match)


def letters(text: str) -> str:
    """The letters and digits of a text, without blanks and punctuation."""
    return _NO_LETTER.sub("", text)
