"""What is read from the body of one page, before it becomes part of the model."""

from __future__ import annotations

from dataclasses import dataclass, field

from handbook.diagnostics import Span
from handbook.model.handbook import Ignore, SourceFault
from handbook.model.link import Link
from handbook.model.markup import RawTag
from handbook.model.page import Heading
from handbook.sources.passages import Passage


@dataclass(frozen=True, slots=True)
class Fence:
    """A fenced block: the words behind the fence, its text without the indent, and where that text begins."""

    info: str
    text: str
    span: Span
    first_line: int
    indent: int


@dataclass
class Reading:
    """What is read from the body of one page."""

    headings: list[Heading] = field(default_factory=list)
    anchors: dict[str, list[Span]] = field(default_factory=dict)
    links: list[Link] = field(default_factory=list)
    undefined: list[Link] = field(default_factory=list)
    fences: list[Fence] = field(default_factory=list)
    ignores: list[Ignore] = field(default_factory=list)
    faults: list[SourceFault] = field(default_factory=list)
    passages: list[Passage] = field(default_factory=list)
    markup: list[RawTag] = field(default_factory=list)
    has_snippets: bool = False

    def anchor(self, name: str, span: Span) -> None:
        """Add an id of the built page."""
        self.anchors.setdefault(name, []).append(span)
