"""A flowchart as a course of action: where it starts, decides, ends, and where it goes wrong.

Rules, outline and wizard ask the same questions of a chart, so they are answered here once. In a chart of ours the ids
say what a box is (``s1`` step, ``d1`` decision, ``e1`` end); in a chart of a plain project only shapes say so, and
where no shape marks an end, the boxes without a way out are its ends.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from handbook.model.components import components
from handbook.model.flowchart import Edge, Flowchart, Node
from handbook.model.handbook import Handbook
from handbook.model.page import Page
from handbook.model.similar import nearest_id

MANY = 50  # that many boxes without words are no slips, and comparing each with all others would take long
_OURS = re.compile(r"[sde]\d+")
_STEP, _DECISION, _END = (re.compile(rf"{letter}\d+") for letter in "sde")
_CODE = re.compile(r"[A-Za-z]|[A-Za-z]{1,3}\d+")
_DIAMONDS = frozenset({"diamond", "diam", "decision", "question"})
_CAPS = frozenset({"stadium", "pill", "terminal", "circle", "circ", "doublecircle", "double-circle", "dbl-circ"})
_STOPS = frozenset({"framed-circle", "fr-circ", "stop"})
_END_WORDS = re.compile(r"(?:流程)?(?:结束|终止|完成|完毕|办结)|end|stop|done|finish(?:ed)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Way:
    """A way from one box to another, with the condition on which it is taken."""

    source: str
    target: str
    label: str


@dataclass(frozen=True)
class Flow:
    """The course that a flowchart draws.

    Attributes:
        chart: a flowchart that could be read.
        is_procedure: true on a procedure page, where the convention of ids is binding.
    """

    chart: Flowchart
    is_procedure: bool = False

    @cached_property
    def is_ours(self) -> bool:
        """True when the ids follow the convention, or must."""
        return self.is_procedure or any(_OURS.fullmatch(name) for name in self.chart.nodes)

    @cached_property
    def strays(self) -> frozenset[str]:
        """Boxes that only exist because a ``;`` cut a statement in two."""
        joined = {name for edge in self.chart.edges for name in (edge.source, edge.target)}
        return frozenset(
            node.id
            for node in self.chart.nodes.values()
            if not node.labelled and node.id not in joined and self._text_before(node).rstrip().endswith(";")
        )

    @cached_property
    def phantoms(self) -> Mapping[str, str]:
        """Boxes that are most likely mistyped ids, with the id that was meant or ``""``."""
        nodes = self.chart.nodes
        labelled = [node.id for node in nodes.values() if node.labelled]
        if not self.is_procedure and 2 * len(labelled) < len(nodes):
            return {}
        found = {}
        nameless = [node for node in nodes.values() if not node.labelled and node.id not in self.strays]
        for node in nameless:
            meant = nearest_id(node.id, labelled) if len(nameless) <= MANY else ""
            if meant or self.is_ours or _CODE.fullmatch(node.id):
                found[node.id] = meant
        return found

    @cached_property
    def nodes(self) -> tuple[Node, ...]:
        """The boxes in the order of the source, without strays and phantoms."""
        return tuple(n for n in self.chart.nodes.values() if n.id not in self.strays and n.id not in self.phantoms)

    @cached_property
    def successors(self) -> Mapping[str, frozenset[str]]:
        """Which boxes the arrows of each box lead to; an arrow at a frame counts for every box in it."""
        found: dict[str, set[str]] = {node.id: set() for node in self.chart.nodes.values()}
        for edge in self.chart.edges:
            sources, targets = self.boxes(edge.source), self.boxes(edge.target)
            for source in sources:
                found[source] |= targets - {source}
            if edge.arrow.startswith("double"):
                for target in targets:
                    found[target] |= sources - {target}
        return {name: frozenset(targets) for name, targets in found.items()}

    @cached_property
    def predecessors(self) -> Mapping[str, frozenset[str]]:
        """Which boxes have an arrow to each box."""
        found: dict[str, set[str]] = {name: set() for name in self.successors}
        for source, targets in self.successors.items():
            for target in targets:
                found[target].add(source)
        return {name: frozenset(sources) for name, sources in found.items()}

    @cached_property
    def starts(self) -> tuple[Node, ...]:
        """The boxes that no arrow leads to, the one that leads to most boxes first."""
        heads = [node for node in self.nodes if not self.predecessors[node.id] and self.successors[node.id]]
        return tuple(sorted(heads, key=lambda node: -len(self.reachable([node.id])))) or self._alone[:1]

    @cached_property
    def forks(self) -> frozenset[str]:
        """Boxes of a plain project's chart from which work goes on in several ways at once, as drawn on purpose."""
        if self.is_ours:
            return frozenset()
        asks = any(self.is_decision(node) for node in self.nodes)
        exits = {node.id: self.exits(node) for node in self.nodes}
        return frozenset(
            name
            for name, edges in exits.items()
            if len({edge.span for edge in edges}) == 1 or not (asks or any(edge.label for edge in edges))
        )

    @cached_property
    def ends(self) -> frozenset[str]:
        """The boxes with which the course ends as it should."""
        return self._marked_ends if self._must_mark_ends else frozenset(node.id for node in self._leaves)

    @cached_property
    def dead_ends(self) -> tuple[Node, ...]:
        """Boxes without a way out that are no ends."""
        return tuple(node for node in self._leaves if node.id not in self.ends and not self.is_decision(node))

    @cached_property
    def traps(self) -> tuple[tuple[Node, ...], ...]:
        """Circles of boxes that can be reached and never left."""
        goals = {node.id for node in self.nodes if not self.successors[node.id]} | set(self.phantoms)
        hopeful = self._backwards(goals)
        reached = self.reachable([start.id for start in self.starts])
        lost = {name for name in reached if name not in hopeful}
        found = components(lost, self.successors)
        return self._ordered(ring for ring in found if all(self.successors[name] <= set(ring) for name in ring))

    @cached_property
    def cut_off(self) -> tuple[tuple[Node, ...], ...]:
        """Boxes that no start leads to: each time those that the rest of a part hangs on."""
        if not self.starts:
            return ()
        reached = self.reachable([*(start.id for start in self.starts), *self.phantoms])
        lost = {node.id for node in self.nodes if node.id not in reached}
        found = components(lost, self.successors)
        return self._ordered(part for part in found if all(self.predecessors[name] <= set(part) for name in part))

    @cached_property
    def ways(self) -> tuple[Way, ...]:
        """Every way in the order of the source; an arrow at a frame leads to its first and from its last boxes."""
        found: dict[Way, None] = {}
        for edge in self.chart.edges:
            sources, targets = self._rim(edge.source, self.successors), self._rim(edge.target, self.predecessors)
            found.update(dict.fromkeys(Way(source, target, edge.label) for source in sources for target in targets))
            if edge.arrow.startswith("double"):
                sources, targets = self._rim(edge.target, self.successors), self._rim(edge.source, self.predecessors)
                found.update(dict.fromkeys(Way(source, target, edge.label) for source in sources for target in targets))
        return tuple(found)

    def is_step(self, node: Node) -> bool:
        """True for a box that is a step of the procedure."""
        return bool(_STEP.fullmatch(node.id))

    def is_decision(self, node: Node) -> bool:
        """True for a box that asks a question."""
        return node.shape in _DIAMONDS or bool(_DECISION.fullmatch(node.id))

    def exits(self, node: Node) -> tuple[Edge, ...]:
        """The arrows that leave a box itself, not a frame around it."""
        return self.chart.outgoing(node.id)

    def reachable(self, names: Iterable[str]) -> frozenset[str]:
        """The given boxes and all that can be reached from them."""
        return _closure(names, self.successors)

    def name(self, box: str) -> str:
        """A box as messages name it: its id, and its words when it has any."""
        node = self.chart.nodes.get(box)
        return f"{box} {node.label}" if node and node.labelled else box

    @cached_property
    def _alone(self) -> tuple[Node, ...]:
        return tuple(n for n in self.nodes if not self.predecessors[n.id] and not self.successors[n.id])

    @cached_property
    def _leaves(self) -> tuple[Node, ...]:
        """Boxes that an arrow leads to and none leaves."""
        return tuple(n for n in self.nodes if self.predecessors[n.id] and not self.successors[n.id])

    @cached_property
    def _marked_ends(self) -> frozenset[str]:
        return frozenset(node.id for node in self._leaves if self._is_marked(node))

    def _is_marked(self, node: Node) -> bool:
        if _END.fullmatch(node.id) or node.shape in _CAPS or node.shape in _STOPS:
            return True
        return not self.is_ours and bool(_END_WORDS.fullmatch(node.label))

    @property
    def _must_mark_ends(self) -> bool:
        return self.is_procedure or bool(self._marked_ends)

    def boxes(self, name: str, inside: frozenset[str] = frozenset()) -> frozenset[str]:
        """The box with an id (or the one that was meant by it), or every box in the frame with that id."""
        if name in self.chart.nodes:
            return frozenset({self.phantoms.get(name) or name})
        members = (m for frame in self.chart.subgraphs if frame.id == name for m in frame.members)
        return frozenset(box for m in members if m not in inside for box in self.boxes(m, inside | {name}))

    def _rim(self, name: str, beyond: Mapping[str, frozenset[str]]) -> list[str]:
        """The box with an id, or the boxes of a frame that have no other box of it beyond them."""
        inside = self.boxes(name)
        ordered = [box for box in self.chart.nodes if box in inside]
        return [box for box in ordered if not (beyond[box] - {box}) & inside] or ordered

    def _backwards(self, names: Iterable[str]) -> frozenset[str]:
        return _closure(names, self.predecessors)

    def _ordered(self, groups: Iterable[Iterable[str]]) -> tuple[tuple[Node, ...], ...]:
        """Groups of boxes, and the boxes in each, in the order of the source."""
        place = {node.id: index for index, node in enumerate(self.nodes)}
        sorted_groups = (sorted((self.chart.nodes[n] for n in group), key=lambda n: place[n.id]) for group in groups)
        return tuple(sorted((tuple(group) for group in sorted_groups), key=lambda group: place[group[0].id]))

    def _text_before(self, node: Node) -> str:
        line = self.chart.source.split("\n")[node.span.line - self.chart.first_line]
        return line[: node.span.column - 1 - self.chart.indent]


def flows(handbook: Handbook) -> Iterator[tuple[Page, Flow]]:
    """Every flowchart of the published pages that could be read, as a course of action."""
    for page in handbook.published:
        for chart in page.flowcharts:
            if chart.is_graph:
                yield page, Flow(chart, page.kind == "procedure")


def _closure(names: Iterable[str], steps: Mapping[str, frozenset[str]]) -> frozenset[str]:
    found, waiting = set(names), list(names)
    while waiting:
        for name in steps[waiting.pop()] - found:
            found.add(name)
            waiting.append(name)
    return frozenset(found)
