"""The places where a flowchart's text names its boxes, and the arrows between those places.

Merman's database of a flowchart has the edges without places, and its list of names has places without edges.
Between two boxes that are joined the text holds either ``&`` or an arrow and nothing else, so the list of names is
enough to find where each arrow begins.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from handbook.sources.mermaid.places import Places

_DRESS = re.compile(rb"(?::::[\w-]+|@\{[^}]*\})*[ \t]*")
_ARROW = re.compile(rb"(?:[^\s@]+@)?(?=[-=<~]|[xo][-=])")
_TICK = '"`'


@dataclass(frozen=True, slots=True)
class Mention:
    """One naming of a box.

    Attributes:
        id: the id that stands there.
        start: the byte on which it begins.
        end: the first byte behind it and its label.
        label: the label as written, or None when there is none here.
        label_start: the first byte of the label's words.
        markdown: true when the label is a Markdown string.
    """

    id: str
    start: int
    end: int
    label: str | None = None
    label_start: int = 0
    markdown: bool = False


def mentions(items: list[dict[str, Any]], places: Places) -> list[Mention]:
    """Every naming of a box in a statement, in the order of the text.

    Args:
        items: ``semantic_items`` of merman's facts.
        places: the text.
    """
    found: list[Mention] = []
    for item in items:
        outer, inner = item["span"]["local"], item["selection"]["local"]
        if item["detail"] == "flowchart node":
            found.append(Mention(item["name"], inner["start"], inner["end"]))
        elif item["detail"] == "flowchart node label" and found:
            last = found[-1]
            found[-1] = Mention(
                last.id,
                last.start,
                outer["end"],
                places.slice(inner["start"], inner["end"]),
                inner["start"],
                markdown=_TICK in places.slice(outer["start"], inner["start"]),
            )
    return found


def arrows(named: list[Mention], places: Places) -> dict[tuple[str, str], deque[int]]:
    """For each pair of ids the bytes on which arrows from the first to the second begin, in order."""
    found: dict[tuple[str, str], deque[int]] = {}
    for sources, start, targets in _joints(named, places.text):
        for source in sources:
            for target in targets:
                found.setdefault((source, target), deque()).append(start)
    return found


def _joints(named: list[Mention], text: bytes) -> Iterator[tuple[list[str], int, list[str]]]:
    """Each arrow of the text: the boxes before it, where it begins, and the boxes behind it."""
    before: list[str] = []
    group: list[str] = []
    arrow = -1
    for index, mention in enumerate(named):
        group.append(mention.id)
        dress = _DRESS.match(text, mention.end)
        gap = dress.end() if dress else mention.end
        following = named[index + 1].start if index + 1 < len(named) else len(text)
        if text[gap:following].strip() == b"&":
            continue
        if before:
            yield before, arrow, group
        joined = following < len(text) and _ARROW.match(text, gap)
        before, arrow, group = (group, gap, []) if joined else ([], -1, [])
