"""A flowchart as readers get it: a picture and the same in words, or the source where no picture can be made."""

from __future__ import annotations

from collections.abc import Callable
from hashlib import sha256
from html import escape

from handbook.model.flow import Flow
from handbook.model.flowchart import Flowchart, Node
from handbook.model.link import Link
from handbook.renderers.flowchart.layout import lay_out
from handbook.renderers.flowchart.outline import outline
from handbook.renderers.flowchart.svg import draw

__all__ = ["is_drawn", "render"]

Target = Callable[[str], str]


def is_drawn(chart: Flowchart) -> bool:
    """False for a diagram that `render` leaves to the browser: another kind, or no merman on this machine."""
    return chart.is_graph or bool(chart.faults)


def render(chart: Flowchart, *, step_href: Target, click_href: Callable[[Link], str]) -> str:
    """The HTML of a ```` ```mermaid ```` fence.

    Args:
        chart: the fence.
        step_href: the address of the step with an id (``#s1``), or ``""`` when the page has no such step.
        click_href: the address that the link of a ``click`` statement has on the built page, or ``""``.
    """
    if chart.faults:
        return _faulty(chart)
    layout = lay_out(chart) if chart.is_graph else None
    if layout is None:
        return f'<pre class="mermaid"><code>{escape(chart.source)}</code></pre>'

    def href(node: Node) -> str:
        return click_href(node.click) if node.click else step_href(node.id)

    flow = Flow(chart)
    prefix = _prefix(chart)
    title = escape(chart.title or "流程图")
    caption = f'<figcaption class="hb-flow__caption">{escape(chart.title)}</figcaption>' if chart.title else ""
    return (
        f'<figure class="hb-flow" id="{prefix}">'
        f'<div class="hb-flow__canvas" tabindex="0" role="group" aria-label="{title}">'
        f"{draw(flow, layout, prefix, href)}</div>{caption}"
        f'<details class="hb-flow__outline"><summary>文字版流程</summary>{outline(flow, prefix, href)}</details>'
        "</figure>"
    )


def _prefix(chart: Flowchart) -> str:
    """What every id of a chart begins with; the line keeps two equal charts on a page apart."""
    return f"f{sha256(f'{chart.first_line} {chart.source}'.encode()).hexdigest()[:8]}"


def _faulty(chart: Flowchart) -> str:
    """What a preview shows for a chart that cannot be drawn; a release build stops before this."""
    items = "".join(f"<li>第 {f.span.line} 行：{escape(f.message)}；{escape(f.hint)}</li>" for f in chart.faults)
    return (
        f'<figure class="hb-flow hb-flow--faulty"><ul class="hb-flow__faults">{items}</ul>'
        f"<pre><code>{escape(chart.source)}</code></pre></figure>"
    )
