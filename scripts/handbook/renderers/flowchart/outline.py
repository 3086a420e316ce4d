"""A flowchart in words: what the picture says, for readers who do not see it, and for small screens."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from html import escape

from handbook.model.flow import Flow
from handbook.model.flowchart import Edge, Node, Subgraph

_NUMBER = re.compile(r"s(\d+)")


def outline(flow: Flow, prefix: str, href: Callable[[Node], str]) -> str:
    """The chart as a list: every box with its words and every arrow with its condition.

    Args:
        flow: the chart.
        prefix: what every id begins with.
        href: the address that a box leads to, or ``""``.
    """
    nodes = reading_order(flow)
    marks = marks_of(flow, nodes)
    items = [_item(flow, node, marks, prefix, href) for node in nodes]
    items += [_frame(flow, frame, marks, prefix) for frame in flow.chart.subgraphs]
    return f'<ol class="hb-flow__list">{"".join(items)}</ol>'


def reading_order(flow: Flow) -> list[Node]:
    """The boxes so that each comes behind those that lead to it, as far as circles allow, first exits first."""
    chart = flow.chart
    found: dict[str, dict[str, None]] = {name: {} for name in chart.nodes}
    for edge in chart.edges:
        targets = flow.boxes(edge.target)
        for source in flow.boxes(edge.source):
            found[source].update(dict.fromkeys(box for box in chart.nodes if box in targets))
    next_boxes = {name: list(targets) for name, targets in found.items()}
    heads = [*(start.id for start in flow.starts), *chart.nodes]
    seen: set[str] = set()
    runs = [_finished(head, next_boxes, seen) for head in heads]
    return [chart.nodes[name] for run in runs for name in reversed(run)]


def _finished(head: str, next_boxes: Mapping[str, list[str]], seen: set[str]) -> list[str]:
    """The unseen boxes that can be reached from one, each behind those that it leads to."""
    if head in seen:
        return []
    seen.add(head)
    found, path = [], [(head, iter(reversed(next_boxes[head])))]
    while path:
        name, following = path[-1]
        step = next((box for box in following if box not in seen), None)
        if step is None:
            found.append(name)
            path.pop()
        else:
            seen.add(step)
            path.append((step, iter(reversed(next_boxes[step]))))
    return found


def marks_of(flow: Flow, nodes: Iterable[Node]) -> dict[str, str]:
    """What the list calls each box: 第3步 (its number on the page when it has one), 判断2, 结束1."""
    ours = any(flow.is_step(node) for node in nodes)
    counts: dict[str, int] = {}
    marks = {}
    for node in nodes:
        number = _NUMBER.fullmatch(node.id)
        if number:
            marks[node.id] = f"第{number[1]}步"
            continue
        kind = "判断" if flow.is_decision(node) else "结束" if node.id in flow.ends else "其他" if ours else ""
        counts[kind] = counts.get(kind, 0) + 1
        marks[node.id] = f"{kind}{counts[kind]}" if kind else f"第{counts[kind]}步"
    return marks


def _item(flow: Flow, node: Node, marks: Mapping[str, str], prefix: str, href: Callable[[Node], str]) -> str:
    target = href(node)
    name = f'<b class="hb-flow__mark">{marks[node.id]}</b> {escape(node.label)}'
    if target:
        name = f'<a href="{escape(target)}">{name}</a>'
    exits = "；".join(_exit(flow, edge, edge.target, marks, prefix) for edge in flow.chart.outgoing(node.id))
    exits += "".join(
        f"；{_exit(flow, edge, edge.source, marks, prefix)}"
        for edge in flow.chart.incoming(node.id)
        if edge.arrow.startswith("double")
    )
    kind = "decision" if flow.is_decision(node) else "end" if node.id in flow.ends else "step"
    ways = f'<span class="hb-flow__exits">{exits.removeprefix("；")}</span>' if exits else ""
    return f'<li class="hb-flow__item hb-flow__item--{kind}" id="{_anchor(flow, node.id, prefix)}">{name}{ways}</li>'


def _exit(flow: Flow, edge: Edge, target: str, marks: Mapping[str, str], prefix: str) -> str:
    condition = f"{escape(edge.label)}→" if edge.label else "→"
    return condition + _reference(flow, target, marks, prefix)


def _reference(flow: Flow, target: str, marks: Mapping[str, str], prefix: str) -> str:
    words = marks.get(target) or next((f.title for f in flow.chart.subgraphs if f.id == target), target)
    return f'<a href="#{_anchor(flow, target, prefix)}">{escape(words)}</a>'


def _frame(flow: Flow, frame: Subgraph, marks: Mapping[str, str], prefix: str) -> str:
    """A frame: what is in it, and the arrows that leave it as a whole."""
    members = "、".join(_reference(flow, member, marks, prefix) for member in _known(flow, frame.members))
    exits = "；".join(_exit(flow, edge, edge.target, marks, prefix) for edge in flow.chart.outgoing(frame.id))
    ways = f'<span class="hb-flow__exits">{exits}</span>' if exits else ""
    anchor = _anchor(flow, frame.id, prefix)
    return f'<li class="hb-flow__item hb-flow__item--frame" id="{anchor}">{escape(frame.title)}：{members}{ways}</li>'


def _known(flow: Flow, members: Iterable[str]) -> Iterator[str]:
    """The members in the order of the source."""
    wanted = set(members)
    yield from (name for name in flow.chart.nodes if name in wanted)
    yield from (frame.id for frame in flow.chart.subgraphs if frame.id in wanted)


def _anchor(flow: Flow, name: str, prefix: str) -> str:
    """The id of a box in the list; by number, because ids of boxes may hold anything."""
    names = [*flow.chart.nodes, *(frame.id for frame in flow.chart.subgraphs)]
    return f"{prefix}-{names.index(name)}"
