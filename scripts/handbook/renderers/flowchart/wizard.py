"""A flowchart question by question: each screen shows the steps up to the next decision, and its answers as links.

The screens are sections of the page that CSS shows when they are the target of its address, so they need no script;
the first one stands last, where CSS can show it as long as no other is the target.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from html import escape

from handbook.model.flow import Flow, Way
from handbook.model.flowchart import Node
from handbook.renderers.flowchart.notes import Notes
from handbook.renderers.flowchart.outline import marks_of, reading_order


@dataclass(frozen=True, slots=True)
class Screen:
    """A screen.

    Attributes:
        boxes: the boxes that follow one another without a choice.
        links: the ways between them, one less than there are boxes.
        answers: the ways on from the last box; none at an end.
    """

    boxes: tuple[Node, ...]
    links: tuple[Way, ...]
    answers: tuple[Way, ...]

    @property
    def id(self) -> str:
        """The id of its first box, or ``""`` for the choice between several starts."""
        return self.boxes[0].id if self.boxes else ""


def screens(flow: Flow) -> tuple[Screen, ...]:
    """The screens of a chart, the first one first; each box is on one of them, an end may be on several."""
    if not flow.nodes:
        return ()
    ways: dict[str, list[Way]] = {name: [] for name in flow.chart.nodes}
    for way in flow.ways:
        ways[way.source].append(way)
    starts = [node.id for node in flow.starts] or [flow.nodes[0].id]
    arrivals = Counter(way.target for way in flow.ways)
    heads = {name for name in ways if arrivals[name] > 1 and ways[name]}
    heads.update(starts)
    heads.update(way.target for name in ways if len(ways[name]) > 1 or _asks(flow, name) for way in ways[name])
    found: dict[str, Screen] = {}
    if len(starts) > 1:
        found[""] = Screen((), (), tuple(Way("", start, "") for start in starts))
    waiting = starts[::-1]
    while waiting:
        head = waiting.pop()
        if head not in found:
            found[head] = _run(flow, head, ways, heads)
            waiting += [way.target for way in reversed(found[head].answers)]
    return tuple(found.values())


def _asks(flow: Flow, name: str) -> bool:
    return flow.is_decision(flow.chart.nodes[name])


def _run(flow: Flow, head: str, ways: Mapping[str, list[Way]], heads: set[str]) -> Screen:
    """The screen that begins with a box: on to the next decision, fork or end, or to where another screen begins."""
    names: list[str] = [head]
    links: list[Way] = []
    while True:
        exits = ways[names[-1]]
        target = exits[0].target if len(exits) == 1 and not _asks(flow, names[-1]) else ""
        if not target or target in names or (target in heads and ways[target]):
            return Screen(tuple(flow.chart.nodes[name] for name in names), tuple(links), tuple(exits))
        links.append(exits[0])
        names.append(target)


def wizard(flow: Flow, prefix: str, href: Callable[[Node], str], notes: Notes) -> str:
    """The screens as HTML, or ``""`` for a chart that asks nothing.

    Args:
        flow: the chart.
        prefix: what every id begins with.
        href: the address that a box leads to, or ``""``.
        notes: what to link beside a box.
    """
    shown = screens(flow)
    if len(shown) < 2:
        return ""
    page = _Pages(flow, shown, prefix, href, notes)
    sections = "".join(page.section(screen) for screen in (*shown[1:], shown[0]))
    label = escape(f"办案向导：{flow.chart.title or '流程图'}")
    return (
        f'<div class="hb-wizard" data-module="hb-wizard" data-chart="{prefix}" data-search-exclude="" role="group"'
        f' aria-label="{label}"><p class="hb-wizard__title">办案向导：一步一问</p>{sections}</div>'
    )


class _Pages:
    """The sections of a chart's screens."""

    def __init__(
        self, flow: Flow, shown: tuple[Screen, ...], prefix: str, href: Callable[[Node], str], notes: Notes
    ) -> None:
        self._flow = flow
        self._first = shown[0]
        self._shown = shown
        self._prefix = prefix
        self._href = href
        self._notes = notes
        self._marks = marks_of(flow, reading_order(flow))
        self._places = {name: index for index, name in enumerate(flow.chart.nodes)}

    def section(self, screen: Screen) -> str:
        """A screen."""
        first = " hb-wizard__screen--first" if screen is self._first else ""
        name = escape("、".join(self._name(box) for box in screen.boxes) or "从哪里开始")
        return (
            f'<section class="hb-wizard__screen{first}" id="{self._anchor(screen.id)}" tabindex="-1"'
            f' aria-label="{name}">{"".join(self._boxes(screen))}{self._answers(screen)}{self._back(screen)}</section>'
        )

    def _boxes(self, screen: Screen) -> Iterator[str]:
        labels = ["", *(way.label for way in screen.links)]
        for node, label in zip(screen.boxes, labels, strict=True):
            condition = f'<span class="hb-wizard__when">{escape(label)}→</span>' if label else ""
            step = self._marks[node.id].startswith("第")
            words = f"<b>{self._marks[node.id]}</b> {escape(node.label)}" if step else escape(node.label)
            target = self._href(node)
            if target:
                words = f'<a href="{escape(target)}">{words}</a>'
            kind = "question" if self._flow.is_decision(node) else "end" if node.id in self._flow.ends else "step"
            yield (
                f'<div class="hb-wizard__box hb-wizard__box--{kind}" data-step="{escape(node.id)}">'
                f"<p>{condition}{words}</p>{self._noted(node)}</div>"
            )

    def _name(self, node: Node) -> str:
        mark = self._marks[node.id]
        return mark if mark.startswith("第") else node.label

    def _noted(self, node: Node) -> str:
        items = (
            f'<li>{escape(note.lead)}：<a href="{escape(note.address)}">{escape(note.words)}</a></li>'
            for note in self._notes(node)
        )
        content = "".join(items)
        return f'<ul class="hb-wizard__notes">{content}</ul>' if content else ""

    def _answers(self, screen: Screen) -> str:
        if not screen.answers:
            return '<p class="hb-wizard__over">到这里就走完了。</p>'
        alone = len(screen.answers) == 1
        links = (
            f'<li><a class="hb-wizard__answer" href="#{self._anchor(way.target)}" data-to="{escape(way.target)}">'
            f"{self._answer(way, alone=alone)}</a></li>"
            for way in screen.answers
        )
        return f'<ul class="hb-wizard__answers">{"".join(links)}</ul>'

    def _answer(self, way: Way, *, alone: bool) -> str:
        if way.label:
            return escape(way.label)
        target = self._flow.chart.nodes[way.target]
        return escape(f"继续：{target.label}" if alone else target.label)

    def _back(self, screen: Screen) -> str:
        if screen is self._first:
            return ""
        before = [other for other in self._shown if any(way.target == screen.id for way in other.answers)]
        back = f'<a href="#{self._anchor(before[0].id)}">上一问</a>　' if len(before) == 1 else ""
        return f'<p class="hb-wizard__back">{back}<a href="#{self._anchor(self._first.id)}">从头开始</a></p>'

    def _anchor(self, box: str) -> str:
        """The id of a screen; by the number of its first box, because ids of boxes may hold anything."""
        return f"{self._prefix}-w{self._places.get(box, '')}"


def edges(shown: Iterable[Screen]) -> frozenset[Way]:
    """Every way that the screens show."""
    return frozenset(way for screen in shown for way in (*screen.links, *screen.answers) if way.source)
