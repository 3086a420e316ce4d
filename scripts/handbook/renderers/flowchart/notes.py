"""What a page says of a box beside the chart: the time limits and templates of a step, and where a box leads on."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from handbook.model.deadline import mentioned
from handbook.model.flowchart import Node
from handbook.model.handbook import Handbook
from handbook.model.page import Page, Step
from handbook.model.resolution import Resolver

_PROCEDURE = re.compile(r"[A-Z]{2}-\d+")
_MARKUP = frozenset("[*`<")


@dataclass(frozen=True, slots=True)
class Note:
    """A link beside a step: its lead word (``时限``, ``用表``, ``转到``), its words, and its address."""

    lead: str
    words: str
    address: str


Notes = Callable[[Node], tuple[Note, ...]]


def notes_of(page: Page, handbook: Handbook) -> Notes:
    """What can be said of each box of a page's charts."""
    steps = {step.id: step for step in page.steps}

    def notes(node: Node) -> tuple[Note, ...]:
        step = steps.get(node.id)
        of_step = (*_limits(step, page, handbook), *_templates(step, page, handbook)) if step else ()
        return (*of_step, *_procedures(node, page, handbook))

    return notes


def _limits(step: Step, page: Page, handbook: Handbook) -> Iterator[Note]:
    address = next((f"#{s.heading.id}" for s in page.sections if s.title == "时限"), f"#{step.id}")
    words = step.fact("时限")
    if words and not _MARKUP & set(words):
        yield Note("时限", words, address)
    else:
        words = ""
    for code in mentioned(step.text):
        limit = handbook.deadlines.get(code)
        if limit and code not in words:
            yield Note("时限", f"{limit.subject}：{limit.limit}（{code}）", address)


def _templates(step: Step, page: Page, handbook: Handbook) -> Iterator[Note]:
    resolver = Resolver(handbook)
    end = next((h.span.line for h in page.headings if h.span.line > step.span.line), len(page.lines) + 1)
    seen = set()
    for link in page.links:
        target = resolver.resolve(page, link).page if step.span.line < link.span.line < end else None
        source = handbook.pages.get(target or "")
        if source and source.kind == "template" and target not in seen:
            seen.add(target)
            yield Note("用表", f"{source.title}（{source.code}）", resolver.address(page, link.target))


def _procedures(node: Node, page: Page, handbook: Handbook) -> Iterator[Note]:
    """The procedures that the words of a box name."""
    for code in dict.fromkeys(_PROCEDURE.findall(node.label)):
        target = handbook.procedures.get(code)
        if target and target is not page:
            source = posixpath.relpath(target.src, posixpath.dirname(page.src) or ".")
            yield Note("转到", f"{target.title}（{code}）", Resolver(handbook).address(page, source))
