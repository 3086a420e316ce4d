"""A flowchart as an inline SVG: small, the same bytes every time, without style sheets and scripts.

Colours are presentation attributes that print well anywhere; the site's style sheet overrides them by class.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from html import escape

from handbook.model.flow import Flow
from handbook.model.flowchart import Node
from handbook.sources.mermaid.layout import FONT, LINE, NOTE_FONT, NOTE_LINE, Box, Frame, Layout, Route
from handbook.sources.mermaid.paper import Sheets
from handbook.sources.mermaid.shapes import Point, number, rectangle

_SPACES = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
_FAMILY = "Noto Sans CJK SC,Source Han Sans SC,Microsoft YaHei,PingFang SC,sans-serif"
_HEADS = {
    "arrow_point": ("p", '<path d="M0 0L8 4L0 8Z"/>', 7),
    "arrow_circle": ("o", '<circle cx="4" cy="4" r="4"/>', 8),
    "arrow_cross": ("x", '<path d="M1 1L7 7M1 7L7 1" stroke="#333"/>', 8),
}
_STROKES = {"thick": ' stroke-width="3"', "dotted": ' stroke-dasharray="3 3"'}


def draw(flow: Flow, layout: Layout, prefix: str, href: Callable[[Node], str]) -> str:
    """The SVG of a chart.

    Args:
        flow: the chart.
        layout: where everything goes.
        prefix: what every id begins with.
        href: the address that a box leads to, or ``""``.
    """
    return (
        f'<svg class="hb-flow__svg" {_SPACES} role="img" aria-labelledby="{prefix}-t" aria-describedby="{prefix}-d"'
        f" {_window(layout, layout.top, layout.bottom)}>"
        f'<title id="{prefix}-t">{escape(flow.chart.title or "流程图")}</title>'
        f'<desc id="{prefix}-d">{escape(flow.chart.description or "文字说明见图下的文字版")}</desc>'
        f"{_drawing(flow, layout, prefix, href)}</svg>"
    )


def draw_parts(flow: Flow, sheets: Sheets, prefix: str, *, again: bool) -> list[str]:
    """The SVG of each part of a chart that is printed on several pages: windows on one drawing.

    Args:
        flow: the chart.
        sheets: its parts.
        prefix: what every id begins with.
        again: whether to draw the chart anew, instead of using the drawing that `draw` has made with this prefix.
    """
    drawing = f'<use href="#{prefix}-g"/>'
    first = _drawing(flow, sheets.layout, prefix, lambda _: "") if again else drawing
    contents = [first, *[drawing] * (len(sheets.parts) - 1)]
    return [
        f'<svg class="hb-flow__svg" {_SPACES} aria-hidden="true" {_window(sheets.layout, part.top, part.bottom)}>'
        f"{content}</svg>"
        for part, content in zip(sheets.parts, contents, strict=True)
    ]


def _drawing(flow: Flow, layout: Layout, prefix: str, href: Callable[[Node], str]) -> str:
    return "".join(
        (
            _markers(layout.routes, prefix),
            f'<g id="{prefix}-g">',
            _group("frames", 'fill="none" stroke="#999" stroke-dasharray="6 3"', map(_frame, layout.frames)),
            _group("edges", 'fill="none" stroke="#333"', (_edge(route, prefix) for route in layout.routes)),
            _group("notes", 'fill="#fff"', (_note(route) for route in layout.routes if route.lines)),
            _group("nodes", 'fill="#fff" stroke="#333"', (_node(flow, box, href) for box in layout.boxes)),
            "</g>",
        )
    )


def _window(layout: Layout, top: float, bottom: float) -> str:
    """The size of an SVG that shows a chart, or a part of it, and the letters in it."""
    across, down = layout.right - layout.left, bottom - top
    box = " ".join(map(number, (layout.left, top, across, down)))
    return (
        f'width="{number(across)}" height="{number(down)}" viewBox="{box}" font-family="{_FAMILY}"'
        f' font-size="{FONT}" text-anchor="middle"'
    )


def _group(name: str, attributes: str, parts: Iterable[str]) -> str:
    content = "".join(parts)
    return f'<g class="hb-flow__{name}" {attributes}>{content}</g>' if content else ""


def _markers(routes: tuple[Route, ...], prefix: str) -> str:
    used = sorted({_head(route.edge.arrow) for route in routes} - {""})
    shapes = (
        f'<marker id="{prefix}-{letter}" class="hb-flow__head" viewBox="0 0 8 8" refX="{tip}" refY="4"'
        f' markerWidth="8" markerHeight="8" markerUnits="userSpaceOnUse" orient="auto-start-reverse"'
        f' fill="#333">{shape}</marker>'
        for letter, shape, tip in (_HEADS[name] for name in used)
    )
    return f"<defs>{''.join(shapes)}</defs>" if used else ""


def _head(arrow: str) -> str:
    name = arrow.removeprefix("double_")
    return name if name in _HEADS else ""


def _edge(route: Route, prefix: str) -> str:
    head = _head(route.edge.arrow)
    ends = f' marker-end="url(#{prefix}-{_HEADS[head][0]})"' if head else ""
    if head and route.edge.arrow.startswith("double_"):
        ends += f' marker-start="url(#{prefix}-{_HEADS[head][0]})"'
    pair = escape(f"{route.edge.source} {route.edge.target}")
    return f'<path data-edge="{pair}" d="{_curve(route.points)}"{_STROKES.get(route.edge.stroke, "")}{ends}/>'


def _curve(points: tuple[Point, ...]) -> str:
    """A B-spline along the points, from the first to the last, with straight ends."""
    if len(points) < 3:
        return "M" + "L".join(_at(*point) for point in points)
    path = [f"M{_at(*points[0])}L{_at(*_mean(points[0], points[1], 5, 1))}"]
    for before, here, after in zip(points, points[1:], points[2:], strict=False):
        path.append(
            f"C{_at(*_mean(before, here, 2, 1))} {_at(*_mean(before, here, 1, 2))} "
            + _at((before[0] + 4 * here[0] + after[0]) / 6, (before[1] + 4 * here[1] + after[1]) / 6)
        )
    before, last = points[-2], points[-1]
    path.append(
        f"C{_at(*_mean(before, last, 2, 1))} {_at(*_mean(before, last, 1, 2))} {_at(*_mean(before, last, 1, 5))}"
        f"L{_at(*last)}"
    )
    return "".join(path)


def _mean(one: Point, other: Point, weight: int, other_weight: int) -> Point:
    total = weight + other_weight
    return (
        (weight * one[0] + other_weight * other[0]) / total,
        (weight * one[1] + other_weight * other[1]) / total,
    )


def _at(x: float, y: float) -> str:
    return f"{number(x)} {number(y)}"


def _note(route: Route) -> str:
    across, down = route.label_size
    x, y = route.at
    ground = (
        f'<rect x="{number(x - across / 2)}" y="{number(y - down / 2)}"'
        f' width="{number(across)}" height="{number(down)}"/>'
    )
    words = _words(route.lines, x, y, NOTE_LINE, NOTE_FONT)
    return f'{ground}<text font-size="{NOTE_FONT}" fill="#000">{words}</text>'


def _node(flow: Flow, box: Box, href: Callable[[Node], str]) -> str:
    node = box.node
    role = "decision" if flow.is_decision(node) else "end" if node.id in flow.ends else "step"
    words = _words(box.lines, 0, 0, LINE, FONT)
    content = f'{box.shape.draw(box.a, box.b)}<text fill="#000" stroke="none">{words}</text>'
    target = href(node)
    if target:
        content = f'<a xlink:href="{escape(target)}" tabindex="-1">{content}</a>'
    return (
        f'<g class="hb-flow__node hb-flow__node--{role}" data-step="{escape(node.id)}"'
        f' transform="translate({_at(box.x, box.y)})">{content}</g>'
    )


def _words(lines: tuple[str, ...], x: float, y: float, leading: float, font: float) -> str:
    """Lines of words around a centre; the third of a letter below it puts hanzi in the middle."""
    first = y - (len(lines) - 1) * leading / 2 + font * 0.36
    return "".join(_spans(lines, x, first, leading))


def _spans(lines: tuple[str, ...], x: float, first: float, leading: float) -> Iterator[str]:
    for index, line in enumerate(lines):
        yield f'<tspan x="{number(x)}" y="{number(first + index * leading)}">{escape(line)}</tspan>'


def _frame(frame: Frame) -> str:
    return (
        f'<g transform="translate({_at(frame.x, frame.y)})">{rectangle(frame.a, frame.b, 4)}'
        f'<text y="{number(17 - frame.b)}" font-size="{NOTE_FONT}" fill="#000" stroke="none">'
        f"{escape(frame.subgraph.title)}</text></g>"
    )
