"""The outlines of boxes: how big one must be around its words, what it looks like, and what lies inside."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Shape:
    """An outline; a box has its centre at 0, 0 and the half sizes `a` and `b`.

    Attributes:
        fit: the size of the box around words of a width and height.
        draw: the SVG elements.
        holds: whether a point lies inside.
        limit: how wide its words may be, in em.
    """

    fit: Callable[[float, float], Point]
    draw: Callable[[float, float], str]
    holds: Callable[[float, float, float, float], bool]
    limit: float = 10


def number(value: float) -> str:
    """A number with one decimal at most."""
    return (
        f"{value:.1f}".removesuffix(".0").replace("-0", "0") if abs(value) < 0.05 else f"{value:.1f}".removesuffix(".0")
    )


def polygon(*points: Point) -> str:
    """A closed outline."""
    return f'<path d="M{"L".join(f"{number(x)} {number(y)}" for x, y in points)}Z"/>'


def rectangle(a: float, b: float, radius: float = 0) -> str:
    """A rectangle around 0, 0."""
    corner = f' rx="{number(radius)}"' if radius else ""
    return f'<rect x="{number(-a)}" y="{number(-b)}" width="{number(2 * a)}" height="{number(2 * b)}"{corner}/>'


def _line(x: float, b: float) -> str:
    return f'<path d="M{number(x)} {number(-b)}V{number(b)}"/>'


def _in_rectangle(x: float, y: float, a: float, b: float) -> bool:
    return abs(x) <= a and abs(y) <= b


def _in_rhombus(x: float, y: float, a: float, b: float) -> bool:
    return abs(x) / a + abs(y) / b <= 1


def _in_stadium(x: float, y: float, a: float, b: float) -> bool:
    return math.hypot(max(abs(x) - (a - b), 0), y) <= b


def _in_ellipse(x: float, y: float, a: float, b: float) -> bool:
    return math.hypot(x / a, y / b) <= 1


def _in_hexagon(x: float, y: float, a: float, b: float) -> bool:
    return abs(y) <= b and abs(x) <= a - abs(y) / 2


def _in_slanted(left: int, right: int) -> Callable[[float, float, float, float], bool]:
    """A test for a shape with slanted sides; 1 is a side like ``/`` and -1 one the other way."""

    def holds(x: float, y: float, a: float, b: float) -> bool:
        return abs(y) <= b and (b - left * y) / 2 - a <= x <= a - (b + right * y) / 2

    return holds


def _plain(width: float, height: float) -> Point:
    return max(width + 28, 64), height + 20


def _wide(width: float, height: float) -> Point:
    return max(width + 40, 72), height + 20


def _rhombus(width: float, height: float) -> Point:
    """Flat, unlike Mermaid's square ones, which make charts half as long again."""
    tall = max(height / 0.45, 56)
    return (width + 10) / (1 - height / tall), tall


def _round(width: float, height: float) -> Point:
    across = max(math.hypot(width, height) + 14, 44)
    return across, across


def _tall(width: float, height: float) -> Point:
    return max(width + 28, 64), height + 34


def _cylinder(a: float, b: float) -> str:
    x, y, top = number(a), number(b - 7), number(7 - b)
    return f'<path d="M-{x} {top}V{y}A{x} 7 0 0 0 {x} {y}V{top}A{x} 7 0 0 0 -{x} {top}A{x} 7 0 0 0 {x} {top}"/>'


def _stadium(a: float, b: float) -> str:
    return rectangle(a, b, b)


def _ellipse(a: float, b: float) -> str:
    return f'<ellipse rx="{number(a)}" ry="{number(b)}"/>'


RECTANGLE = Shape(_plain, rectangle, _in_rectangle)
_ROUNDED = Shape(_plain, lambda a, b: rectangle(a, b, 6), _in_rectangle)
_STADIUM = Shape(_wide, _stadium, _in_stadium)
_RHOMBUS = Shape(_rhombus, lambda a, b: polygon((0, -b), (a, 0), (0, b), (-a, 0)), _in_rhombus, limit=7)
_CIRCLE = Shape(_round, _ellipse, _in_ellipse, limit=6)
_DOUBLE = Shape(_round, lambda a, b: _ellipse(a, b) + _ellipse(a - 4, b - 4), _in_ellipse, limit=6)
_ELLIPSE = Shape(lambda w, h: (w * 1.3 + 24, h * 1.3 + 16), _ellipse, _in_ellipse)
_HEXAGON = Shape(
    _wide,
    lambda a, b: polygon((b / 2 - a, -b), (a - b / 2, -b), (a, 0), (a - b / 2, b), (b / 2 - a, b), (-a, 0)),
    _in_hexagon,
)
_CYLINDER = Shape(_tall, _cylinder, _in_rectangle)
_SUBROUTINE = Shape(_wide, lambda a, b: rectangle(a, b) + _line(8 - a, b) + _line(a - 8, b), _in_rectangle)
_LEAN_RIGHT = Shape(_wide, lambda a, b: polygon((b - a, -b), (a, -b), (a - b, b), (-a, b)), _in_slanted(1, 1))
_LEAN_LEFT = Shape(_wide, lambda a, b: polygon((-a, -b), (a - b, -b), (a, b), (b - a, b)), _in_slanted(-1, -1))
_TRAPEZOID = Shape(_wide, lambda a, b: polygon((b - a, -b), (a - b, -b), (a, b), (-a, b)), _in_slanted(1, -1))
_FUNNEL = Shape(_wide, lambda a, b: polygon((-a, -b), (a, -b), (a - b, b), (b - a, b)), _in_slanted(-1, 1))
_FLAG = Shape(_wide, lambda a, b: polygon((-a, -b), (a, -b), (a, b), (-a, b), (b / 2 - a, 0)), _in_rectangle)

_NAMES = (
    (_ROUNDED, "round rounded event"),
    (_STADIUM, "stadium pill terminal"),
    (_RHOMBUS, "diamond diam decision question"),
    (_CIRCLE, "circle circ"),
    (_DOUBLE, "doublecircle double-circle dbl-circ framed-circle fr-circ stop"),
    (_ELLIPSE, "ellipse"),
    (_HEXAGON, "hexagon hex prepare"),
    (_CYLINDER, "cylinder cyl db database"),
    (_SUBROUTINE, "subroutine subproc subprocess framed-rectangle fr-rect"),
    (_LEAN_RIGHT, "lean_right lean-right lean-r in-out"),
    (_LEAN_LEFT, "lean_left lean-left lean-l out-in"),
    (_TRAPEZOID, "trapezoid trap-b priority trapezoid-bottom"),
    (_FUNNEL, "inv_trapezoid trap-t manual trapezoid-top"),
    (_FLAG, "odd"),
)
_BY_NAME = {name: shape for shape, names in _NAMES for name in names.split()}


def shape_of(name: str) -> Shape:
    """The outline with one of Mermaid's names; an unknown one is a rectangle."""
    return _BY_NAME.get(name, RECTANGLE)


def edge_of(shape: Shape, half: Point, centre: Point, outside: Point, inside: Point) -> Point:
    """Where a line from a point outside to one inside a box meets its outline."""
    if shape.holds(outside[0] - centre[0], outside[1] - centre[1], *half):
        return outside
    inner, outer = inside, outside
    for _ in range(16):
        middle = ((inner[0] + outer[0]) / 2, (inner[1] + outer[1]) / 2)
        if shape.holds(middle[0] - centre[0], middle[1] - centre[1], *half):
            inner = middle
        else:
            outer = middle
    return outer
