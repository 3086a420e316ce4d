"""A flowchart as readers get it: question by question, as a picture and in words, or the source where no picture can be made."""

from __future__ import annotations

from collections.abc import Callable
from hashlib import sha256
from html import escape

from handbook.model.flow import Flow
from handbook.model.flowchart import Flowchart, Node
from handbook.model.link import Link
from handbook.renderers.flowchart.notes import Notes, notes_of
from handbook.renderers.flowchart.outline import outline
from handbook.renderers.flowchart.svg import draw, draw_parts
from handbook.renderers.flowchart.wizard import wizard
from handbook.sources.mermaid.layout import Layout
from handbook.sources.mermaid.paper import fitted, sheets

__all__ = ["is_drawn", "notes_of", "render"]

Target = Callable[[str], str]


def is_drawn(chart: Flowchart) -> bool:
    """False for a diagram that `render` leaves to the browser: another kind, or no merman on this machine."""
    return chart.is_graph or bool(chart.faults)


def render(
    chart: Flowchart, *, step_href: Target, click_href: Callable[[Link], str], notes: Notes = lambda _: ()
) -> str:
    """The HTML of a ```` ```mermaid ```` fence.

    Args:
        chart: the fence.
        step_href: the address of the step with an id (``#s1``), or ``""`` when the page has no such step.
        click_href: the address that the link of a ``click`` statement has on the built page, or ``""``.
        notes: what the page says of a box, for the wizard.
    """
    if chart.faults:
        return _faulty(chart)
    layout = fitted(chart) if chart.is_graph else None
    if layout is None:
        return f'<pre class="mermaid"><code>{escape(chart.source)}</code></pre>'

    def href(node: Node) -> str:
        return click_href(node.click) if node.click else step_href(node.id)

    flow = Flow(chart)
    prefix = _prefix(chart)
    parts = _parts(flow, layout, prefix)
    title = escape(chart.title or "流程图")
    caption = f'<figcaption class="hb-flow__caption">{escape(chart.title)}</figcaption>' if chart.title else ""
    return (
        f'<figure class="hb-flow{" hb-flow--parted" if parts else ""}" id="{prefix}" data-module="hb-flow">'
        f"{wizard(flow, prefix, href, notes)}"
        f'<div class="hb-flow__chart"><div class="hb-flow__canvas" tabindex="0" role="group" aria-label="{title}">'
        f"{draw(flow, layout, prefix, href)}</div>{caption}</div>{parts}"
        f'<details class="hb-flow__outline"><summary>文字版流程</summary>{outline(flow, prefix, href)}</details>'
        "</figure>"
    )


def _parts(flow: Flow, layout: Layout, prefix: str) -> str:
    """What is printed of a chart that does not fit a page, or is too wide for it; else ``""``."""
    printed = sheets(flow.chart, layout)
    again = printed.layout is not layout
    count = len(printed.parts)
    if count == 1 and not again:
        return ""
    drawn = draw_parts(flow, printed, f"{prefix}p" if again else prefix, again=again)
    title = escape(flow.chart.title or "流程图")
    return "".join(
        f'<div class="hb-flow__part" aria-hidden="true" data-search-exclude="">{svg}<p class="hb-flow__caption">{title}'
        f"{'（续）' if number > 1 else ''}{f'　第 {number}/{count} 部分' if count > 1 else ''}</p></div>"
        for number, svg in enumerate(drawn, 1)
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
