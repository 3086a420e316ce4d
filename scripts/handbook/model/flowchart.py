"""A Mermaid diagram of a page: its graph, with the place of every part."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from handbook.diagnostics import Span
from handbook.model.link import Link


@dataclass(frozen=True, slots=True)
class Words:
    """Words that the source gives to a box, and where."""

    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Node:
    """A box of a flowchart.

    Attributes:
        id: its Mermaid id; `s…` is a step, `d…` a decision, `e…` an end.
        label: its words, or the id when the source gives none.
        shape: Mermaid's name of the shape (``square``, ``diamond``, ``stadium`` …).
        span: where it is first named.
        labelled: false when the source never gives it words of its own.
        words: every time that the source gives it words; Mermaid shows the last.
        click: where a click on it leads.
    """

    id: str
    label: str
    shape: str
    span: Span
    labelled: bool = True
    words: tuple[Words, ...] = ()
    click: Link | None = None


@dataclass(frozen=True, slots=True)
class Edge:
    """An arrow of a flowchart; `label` is the condition written on it.

    Attributes:
        span: where the arrow itself begins.
        arrow: Mermaid's name of its head (``arrow_point``, ``arrow_open``, ``double_arrow_point`` …).
        stroke: ``normal``, ``thick`` or ``dotted``.
    """

    source: str
    target: str
    label: str
    span: Span
    arrow: str = "arrow_point"
    stroke: str = "normal"


@dataclass(frozen=True, slots=True)
class Subgraph:
    """A frame around boxes; an arrow may begin or end at its id instead of at a box."""

    id: str
    title: str
    members: tuple[str, ...]
    span: Span
    direction: str = ""


@dataclass(frozen=True, slots=True)
class SyntaxFault:
    """Why a diagram cannot be read, in Chinese, and where."""

    span: Span
    message: str
    hint: str = ""


@dataclass(frozen=True)
class Flowchart:
    """A Mermaid fence. Only flowcharts have a graph; other diagram kinds keep just their source.

    Attributes:
        source: the Mermaid text, dedented.
        span: the line of the opening fence.
        first_line: the line of the file on which `source` begins.
        indent: columns that the fence is indented.
        kind: ``flowchart``, or Mermaid's name of another diagram kind, or ``""`` when unreadable.
        title, description: accTitle and accDescr.
        styles: statements that set colours, lines or the layout.
        edges: without invisible ones (``~~~``), which only push boxes about.
    """

    source: str
    span: Span
    first_line: int
    indent: int = 0
    kind: str = ""
    direction: str = ""
    title: str = ""
    description: str = ""
    nodes: Mapping[str, Node] = field(default_factory=dict)
    edges: tuple[Edge, ...] = ()
    subgraphs: tuple[Subgraph, ...] = ()
    clicks: tuple[Link, ...] = ()
    styles: tuple[Words, ...] = ()
    faults: tuple[SyntaxFault, ...] = ()

    @property
    def is_graph(self) -> bool:
        """True for a flowchart that could be read."""
        return self.kind == "flowchart" and not self.faults

    def outgoing(self, node: str) -> tuple[Edge, ...]:
        """The edges that leave a node."""
        return tuple(edge for edge in self.edges if edge.source == node)

    def incoming(self, node: str) -> tuple[Edge, ...]:
        """The edges that reach a node."""
        return tuple(edge for edge in self.edges if edge.target == node)
