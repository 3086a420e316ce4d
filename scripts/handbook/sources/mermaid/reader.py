"""Reading a fence: its kind, its graph, its words, and what is wrong with it."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from handbook.diagnostics import Span
from handbook.model.flowchart import Edge, Flowchart, Node, Subgraph, SyntaxFault, Words
from handbook.model.link import Link, LinkKind
from handbook.sources.mermaid import engine
from handbook.sources.mermaid.faults import faults_of
from handbook.sources.mermaid.labels import words
from handbook.sources.mermaid.mentions import Mention, arrows, mentions
from handbook.sources.mermaid.places import Places

_FLOWCHARTS = frozenset({"flowchart", "flowchart-v2", "flowchart-elk", "graph"})
MAX_ARROWS = 10_000
_ARROW = re.compile(r"--|==|-\.")
_SURROGATE = re.compile("[\ud800-\udfff]")
_CLICK = re.compile(r'click\s+(\S+)\s+(?:href\s+)?"([^"]*)"')
_STYLE = re.compile(r"(?:classDef|style|linkStyle)\s|%%\{|(?:theme|look|themeVariables|themeCSS|layout)\s*:")


def read_flowchart(source: str, *, path: str, fence_line: int, first_line: int, indent: int) -> Flowchart:
    r"""The diagram of a ```` ```mermaid ```` fence; it never raises, whatever the text.

    Without merman (there is no wheel for every machine) the flowchart has the kind ``""``, no graph and no faults:
    no rule judges it, and its page falls back to drawing it in the browser.

    Args:
        source: the Mermaid text, dedented, with ``\n`` line ends.
        path: the Markdown file relative to the root.
        fence_line: the line of the opening fence.
        first_line: the line of the file on which `source` begins.
        indent: columns by which the fence is indented.
    """
    source = _SURROGATE.sub("\ufffd", source)
    chart = Flowchart(source, Span(path, fence_line, indent + 1), first_line, indent)
    crowded = _crowded(source)
    if crowded is not None:
        message = f"这张图有 {MAX_ARROWS} 条以上的箭头，画不出来，也没有人看得懂"
        fault = SyntaxFault(Span(path, first_line + crowded, indent + 1), message, "拆成几张图；一行里不要用很多“&”")
        return replace(chart, kind="flowchart", faults=(fault,))
    if not engine.is_available():
        return chart
    places = Places(source, path=path, first_line=first_line, indent=indent)
    facts = engine.facts(source)
    syntax = _syntax(facts)
    kind = syntax.get("diagram_type") or ""
    kind = "flowchart" if kind in _FLOWCHARTS else kind
    graph = engine.graph(source)
    faults = faults_of(facts, syntax, places, is_drawn=bool(graph))
    if kind != "flowchart" or faults:
        return replace(chart, kind=kind, faults=faults)
    return _with_graph(chart, graph, syntax, places)


def _crowded(source: str) -> int | None:
    """The line with which a diagram has too many arrows for any program: `a & b --> c & d` are four."""
    arrows = 0
    for row, line in enumerate(source.split("\n")):
        arrows += (1 + line.count("&")) ** 2 * max(1, len(_ARROW.findall(line)))
        if arrows > MAX_ARROWS:
            return row
    return None


def _syntax(facts: dict[str, Any]) -> dict[str, Any]:
    diagrams = facts.get("diagrams") or [{}]
    found: dict[str, Any] = diagrams[0].get("syntax") or {}
    return found


def _with_graph(chart: Flowchart, graph: dict[str, Any], syntax: dict[str, Any], places: Places) -> Flowchart:
    named = mentions(syntax["semantic_items"], places)
    frames = _subgraphs(graph, syntax, places)
    clicks = _clicks(syntax, places)
    nodes = _nodes(graph, named, {frame.id for frame in frames}, clicks, places)
    return replace(
        chart,
        kind="flowchart",
        direction=graph.get("direction") or "TB",
        title=(graph.get("accTitle") or "").strip(),
        description=" ".join((graph.get("accDescr") or "").split()),
        nodes=nodes,
        edges=_edges(graph, named, places),
        subgraphs=frames,
        clicks=tuple(clicks.values()),
        styles=_styles(places),
    )


def _nodes(
    graph: dict[str, Any], named: list[Mention], frames: set[str], clicks: dict[str, Link], places: Places
) -> dict[str, Node]:
    """The boxes by id, in the order in which the text first names them."""
    by_id: dict[str, list[Mention]] = {}
    for mention in named:
        by_id.setdefault(mention.id, []).append(mention)
    raw = {node["id"]: node for node in graph["nodes"] if node["id"] not in frames}
    ids = [name for name in by_id if name in raw]
    ids += [name for name in raw if name not in by_id]
    return {name: _node(raw[name], by_id.get(name, []), clicks.get(name), places) for name in ids}


def _node(raw: dict[str, Any], named: list[Mention], click: Link | None, places: Places) -> Node:
    given = tuple(
        Words(words(m.label, markdown=m.markdown), places.span(m.label_start)) for m in named if m.label is not None
    )
    label = words(raw["label"] or "", markdown=raw["labelType"] == "markdown")
    return Node(
        id=raw["id"],
        label=label or raw["id"],
        shape=raw["shape"] or "square",
        span=places.span(named[0].start if named else 0),
        labelled=bool(given) or (bool(label) and label != raw["id"]),
        words=given,
        click=click,
    )


def _edges(graph: dict[str, Any], named: list[Mention], places: Places) -> tuple[Edge, ...]:
    starts = arrows(named, places)
    first = {mention.id: mention.start for mention in reversed(named)}
    found = []
    for raw in graph["edges"]:
        source, target = raw["from"], raw["to"]
        waiting = starts.get((source, target))
        start = waiting.popleft() if waiting else first.get(source, 0)
        if raw["stroke"] == "invisible":
            continue
        label = words(raw["label"] or "", markdown=raw["labelType"] == "markdown")
        found.append(Edge(source, target, label, places.span(start), raw["type"] or "", raw["stroke"]))
    return tuple(found)


def _subgraphs(graph: dict[str, Any], syntax: dict[str, Any], places: Places) -> tuple[Subgraph, ...]:
    starts = {
        item["name"]: item["selection"]["local"]["start"]
        for item in syntax["semantic_items"]
        if item["detail"] == "subgraph"
    }
    return tuple(
        Subgraph(
            raw["id"],
            words(raw["title"] or ""),
            tuple(raw["nodes"]),
            places.span(starts.get(raw["id"], 0)),
            raw["dir"] or "",
        )
        for raw in graph["subgraphs"]
    )


def _clicks(syntax: dict[str, Any], places: Places) -> dict[str, Link]:
    """The links of ``click`` statements by the id of their box; calls of scripts are none."""
    found = {}
    for item in syntax["expected_syntax"]:
        if item["kind"] != "directive":
            continue
        start, end = item["span"]["local"]["start"], item["span"]["local"]["end"]
        match = _CLICK.match(places.slice(start, end))
        if match:
            offset = start + len(match.string[: match.start(2)].encode("utf-8"))
            target = words(match[2])
            found[match[1]] = Link(target, places.span(offset), LinkKind.CLICK, target)
    return found


def _styles(places: Places) -> tuple[Words, ...]:
    """The lines that say how the chart should look instead of what happens in it."""
    lines = places.text.decode("utf-8", "ignore").split("\n")
    return tuple(
        Words(line.strip(), places.span(places.indented_start(index)))
        for index, line in enumerate(lines)
        if _STYLE.match(line.strip())
    )
