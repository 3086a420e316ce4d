"""How a chart fits A4: how small its letters get, and where it is cut when it is longer than a page."""

from __future__ import annotations

from dataclasses import dataclass, replace

from handbook.model.flowchart import Flowchart
from handbook.sources.mermaid.layout import FONT, TIGHT, Layout, lay_out

SMALLEST = 8  # pt
_POINT = 4 / 3  # of CSS pixels
_SCALE = SMALLEST * _POINT / FONT  # of a chart that is printed as small as it may be
# A4 without the margins of print.css and, below, without the caption, in CSS pixels.
_ACROSS, _DOWN = 174 / 25.4 * 96, 225 / 25.4 * 96
_GAP = 4  # the least room for a cut
WIDEST, LONGEST = _ACROSS / _SCALE, _DOWN / _SCALE


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a chart on a page of its own, from `top` to `bottom`."""

    top: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Sheets:
    """A chart on paper.

    Attributes:
        layout: the layout that is printed; a wide one from top to bottom, whatever its source says.
        parts: its parts, one when it fits a page.
    """

    layout: Layout
    parts: tuple[Part, ...]

    @property
    def points(self) -> float:
        """The size of the letters in pt when the largest part fills a page."""
        down = max(part.bottom - part.top for part in self.parts)
        return min(FONT, FONT * _ACROSS / _across(self.layout), FONT * _DOWN / down) / _POINT


def fitted(chart: Flowchart) -> Layout | None:
    """The layout of a chart, set tight when it fits a page across only so; None when merman cannot lay it out."""
    layout = lay_out(chart)
    if layout is None or _across(layout) <= WIDEST:
        return layout
    tight = lay_out(chart, TIGHT)
    return tight if tight and _across(tight) <= WIDEST else layout


def sheets(chart: Flowchart, layout: Layout) -> Sheets:
    """A chart on as few pages as it needs, cut between boxes.

    Args:
        chart: the chart.
        layout: its layout on the screen.
    """
    if _across(layout) > WIDEST and chart.direction in ("LR", "RL"):
        layout = fitted(replace(chart, direction="TB")) or layout
    gaps = _gaps(layout)
    parts = _parts(layout, gaps, LONGEST)
    least, most = 0.0, LONGEST
    while len(parts) > 1 and most - least > 1:  # as many parts, as equal as they can be
        middle = (least + most) / 2
        tried = _parts(layout, gaps, middle)
        if len(tried) > len(parts):
            least = middle
        else:
            most, parts = middle, tried
    return Sheets(layout, parts)


def _across(layout: Layout) -> float:
    return layout.right - layout.left


def _parts(layout: Layout, gaps: list[float], longest: float) -> tuple[Part, ...]:
    """The chart cut at some of the gaps, so that no part is longer than given unless there is no gap for that."""
    parts: list[Part] = []
    top = layout.top
    while layout.bottom - top > longest:
        below = [gap for gap in gaps if gap > top]
        if not below:
            break
        cut = max((gap for gap in below if gap - top <= longest), default=below[0])
        parts.append(Part(top, cut))
        top = cut
    return (*parts, Part(top, layout.bottom))


def _gaps(layout: Layout) -> list[float]:
    """The heights at which a cut crosses neither a box nor words, each in the middle of its gap."""
    taken = [(box.y - box.b, box.y + box.b) for box in layout.boxes]
    taken += [(r.at[1] - r.label_size[1] / 2, r.at[1] + r.label_size[1] / 2) for r in layout.routes if r.lines]
    taken += [(frame.y - frame.b - 2, frame.y - frame.b + 24) for frame in layout.frames]
    taken.sort()
    found, reached = [], taken[0][1]
    for top, bottom in taken[1:]:
        if top - reached > _GAP:
            found.append((reached + top) / 2)
        reached = max(reached, bottom)
    return found
