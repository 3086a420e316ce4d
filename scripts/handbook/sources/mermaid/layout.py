"""Where everything of a flowchart goes on the page.

Sizes are ours: the words are measured and broken here, and outlines are as big as their words need. Places are
merman's: it gets a chart of plain rectangles that have these sizes and lays it out with dagre, whose arrows have none
of the hooks of its ELK.
"""

from __future__ import annotations

import math
from collections import defaultdict, deque
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from handbook.model.flowchart import Edge, Flowchart, Node, Subgraph
from handbook.sources.mermaid import engine
from handbook.sources.mermaid.lettering import width, wrap
from handbook.sources.mermaid.shapes import RECTANGLE, Point, Shape, edge_of, shape_of

FONT, LINE = 14, 19
NOTE_FONT, NOTE_LINE = 13, 17
MARGIN = 6
_UNIT, _LEADING = 10, 11
_DIRECTIONS = frozenset({"TB", "TD", "BT", "RL", "LR"})
_OPTIONS: dict[str, Any] = {
    "layout": "dagre",
    "look": "classic",
    "theme": "base",
    "htmlLabels": False,
    "fontFamily": "sans-serif",
    "fontSize": _UNIT,
    "themeVariables": {"fontFamily": "sans-serif", "fontSize": f"{_UNIT}px"},
    "flowchart": {
        "htmlLabels": False,
        "layout": "dagre",
        "look": "classic",
        "padding": 0,
        "diagramPadding": 0,
        "minNodeWidth": 1,
        "wrappingWidth": 100000,
        "rankSpacing": 30,
    },
}


@dataclass(frozen=True, slots=True)
class Box:
    """A box in its place: `x`, `y` is its centre, `a`, `b` are half its width and height."""

    node: Node
    shape: Shape
    lines: tuple[str, ...]
    x: float
    y: float
    a: float
    b: float


@dataclass(frozen=True, slots=True)
class Route:
    """An arrow in its place; `at` is the centre of its label."""

    edge: Edge
    points: tuple[Point, ...]
    lines: tuple[str, ...]
    at: Point

    @property
    def label_size(self) -> Point:
        """Width and height of the label."""
        return max(map(width, self.lines)) * NOTE_FONT + 8, len(self.lines) * NOTE_LINE + 2


@dataclass(frozen=True, slots=True)
class Frame:
    """A frame around boxes in its place; `x`, `y` is its centre, `a`, `b` are half its width and height."""

    subgraph: Subgraph
    x: float
    y: float
    a: float
    b: float


@dataclass(frozen=True, slots=True)
class Layout:
    """A flowchart in its place; `left`, `top`, `right`, `bottom` are its bounds with a margin."""

    boxes: tuple[Box, ...]
    routes: tuple[Route, ...]
    frames: tuple[Frame, ...]
    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Setting:
    """How close a chart is set.

    Attributes:
        room: the share of their usual width that the words of a box may take.
        label: how wide the words on an arrow may be, in em.
        gap: between boxes side by side.
    """

    room: float
    label: float
    gap: int


USUAL, TIGHT = Setting(1, 9, 24), Setting(0.7, 6, 12)


def lay_out(chart: Flowchart, setting: Setting = USUAL) -> Layout | None:
    """The chart in its place, or None when merman cannot lay it out."""
    ids = {node: f"n{index}" for index, node in enumerate(chart.nodes)}
    ids |= {frame.id: f"g{index}" for index, frame in enumerate(chart.subgraphs)}
    sizes = {node.id: _size(node, setting) for node in chart.nodes.values()}
    labels = tuple(tuple(wrap(edge.label, setting.label)) if edge.label else () for edge in chart.edges)
    options = {**_OPTIONS, "flowchart": {**_OPTIONS["flowchart"], "nodeSpacing": setting.gap}}
    placed = engine.layout("\n".join(_source(chart, ids, sizes, labels)), options)
    if not placed:
        return None
    places = {raw["id"]: raw for raw in placed["nodes"]}
    boxes = {node.id: _box(node, sizes[node.id], places[ids[node.id]]) for node in chart.nodes.values()}
    frames = _frames(chart, ids, places | {raw["id"]: raw for raw in placed["clusters"]})
    routes = tuple(_routes(zip(chart.edges, labels, strict=True), ids, {**boxes, **frames}, placed["edges"]))
    return _bounded(tuple(boxes.values()), routes, tuple(frames.values()))


def _size(node: Node, setting: Setting) -> tuple[Shape, tuple[str, ...], Point]:
    shape = shape_of(node.shape)
    lines = tuple(wrap(node.label, shape.limit * setting.room))
    return shape, lines, shape.fit(max(map(width, lines)) * FONT, len(lines) * LINE)


def _source(
    chart: Flowchart,
    ids: dict[str, str],
    sizes: dict[str, tuple[Shape, tuple[str, ...], Point]],
    labels: tuple[tuple[str, ...], ...],
) -> Iterator[str]:
    """The chart again, of rectangles that have the sizes of the boxes."""
    yield f"flowchart {chart.direction if chart.direction in _DIRECTIONS else 'TB'}"
    for name, (_, _, size) in sizes.items():
        yield f'{ids[name]}["{_filler(*size)}"]'
    inner = {member for frame in chart.subgraphs for member in frame.members}
    for frame in chart.subgraphs:
        if frame.id not in inner:
            yield from _frame_source(frame, chart, ids, frozenset())
    for edge, lines in zip(chart.edges, labels, strict=True):
        label = ""
        if lines:
            label = f'|"{_filler(max(map(width, lines)) * NOTE_FONT, len(lines) * NOTE_LINE)}"|'
        yield f"{ids[edge.source]} -->{label} {ids[edge.target]}"


def _frame_source(frame: Subgraph, chart: Flowchart, ids: dict[str, str], outer: frozenset[str]) -> Iterator[str]:
    yield f'subgraph {ids[frame.id]}["{_filler(width(frame.title) * NOTE_FONT, NOTE_LINE)}"]'
    if frame.direction in _DIRECTIONS:
        yield f"direction {frame.direction}"
    frames = {other.id: other for other in chart.subgraphs}
    for member in frame.members:
        if member in frames and member not in outer:
            yield from _frame_source(frames[member], chart, ids, outer | {frame.id})
        elif member in chart.nodes:
            yield ids[member]
    yield "end"


def _filler(across: float, down: float) -> str:
    """A label that merman measures as at least this wide and high."""
    line = "一" * max(math.ceil(across / _UNIT), 1)
    return "<br/>".join([line] * max(math.ceil(down / _LEADING), 1))


def _box(node: Node, size: tuple[Shape, tuple[str, ...], Point], place: dict[str, Any]) -> Box:
    shape, lines, (across, down) = size
    return Box(node, shape, lines, place["x"], place["y"], across / 2, down / 2)


def _frames(chart: Flowchart, ids: dict[str, str], places: dict[str, dict[str, Any]]) -> dict[str, Frame]:
    """The frames; an empty one is placed like a box."""
    placed = ((frame, places[ids[frame.id]]) for frame in chart.subgraphs if ids[frame.id] in places)
    return {
        frame.id: Frame(frame, raw["x"], raw["y"], max(raw["width"], 60) / 2, max(raw["height"], 40) / 2)
        for frame, raw in placed
    }


def _routes(
    edges: Iterable[tuple[Edge, tuple[str, ...]]],
    ids: dict[str, str],
    places: Mapping[str, Box | Frame],
    placed: list[dict[str, Any]],
) -> Iterator[Route]:
    waiting: dict[tuple[str, str], deque[dict[str, Any]]] = defaultdict(deque)
    for raw in placed:
        waiting[raw["from_cluster"] or raw["from"], raw["to_cluster"] or raw["to"]].append(raw)
    for edge, lines in edges:
        found = waiting[ids[edge.source], ids[edge.target]]
        if not found:
            continue
        raw = found.popleft()
        points = _cut([(point["x"], point["y"]) for point in raw["points"]], places.get(edge.source))
        points = _cut(points[::-1], places.get(edge.target))[::-1]
        label = raw["label"] or {"x": 0, "y": 0}
        yield Route(edge, tuple(points), lines, (label["x"], label["y"]))


def _cut(points: list[Point], place: Box | Frame | None) -> list[Point]:
    """The points of an arrow from the outline of the box or frame on which it begins."""
    if place is None:
        return points
    half, centre = (place.a, place.b), (place.x, place.y)
    if isinstance(place, Frame):
        outside = [i for i, (x, y) in enumerate(points) if abs(x - place.x) > place.a or abs(y - place.y) > place.b]
        first = outside[0] if outside else len(points) - 1
        inner = points[first - 1] if first else centre
        return [edge_of(RECTANGLE, half, centre, points[first], inner), *points[first:]]
    return [edge_of(place.shape, half, centre, points[1], centre), *points[1:]]


def _bounded(boxes: tuple[Box, ...], routes: tuple[Route, ...], frames: tuple[Frame, ...]) -> Layout:
    places: list[Box | Frame] = [*boxes, *frames]
    corners = [(place.x + sign * place.a, place.y + sign * place.b) for place in places for sign in (-1, 1)]
    corners += [point for route in routes for point in route.points]
    for route in routes:
        if route.lines:
            across, down = route.label_size
            corners += [(route.at[0] + sign * across / 2, route.at[1] + sign * down / 2) for sign in (-1, 1)]
    xs, ys = [x for x, _ in corners], [y for _, y in corners]
    return Layout(boxes, routes, frames, min(xs) - MARGIN, min(ys) - MARGIN, max(xs) + MARGIN, max(ys) + MARGIN)
