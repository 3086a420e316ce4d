"""A Markdown page of the handbook as its author wrote it."""

from __future__ import annotations

from collections.abc import Mapping as AbstractMapping
from dataclasses import dataclass, field
from functools import cached_property

from handbook.diagnostics import Span
from handbook.model.citation import Citation
from handbook.model.flowchart import Flowchart
from handbook.model.link import Link
from handbook.model.markup import RawTag
from handbook.model.value import Mapping, Scalar


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; `id` is the anchor that the built page gives it, `explicit` when its author wrote that."""

    level: int
    text: str
    id: str
    span: Span
    explicit: bool = False


@dataclass(frozen=True, slots=True)
class Section:
    """What stands under a heading of level 2, up to the next heading of level 1 or 2.

    `text` holds the lines below the heading that are not blank.
    """

    heading: Heading
    text: str

    @property
    def title(self) -> str:
        """The words of the heading."""
        return self.heading.text


@dataclass(frozen=True, slots=True)
class Step:
    """A step of a procedure: a heading under 办理步骤 with an id like `s1`."""

    id: str
    title: str
    text: str
    span: Span

    def fact(self, name: str) -> str:
        """The words behind a bold lead word of the step's list (``- **时限**：…``), or ``""``."""
        lead = f"- **{name}**："
        lines = (line.strip() for line in self.text.split("\n"))
        return "；".join(line.removeprefix(lead).rstrip("。") for line in lines if line.startswith(lead))


@dataclass(frozen=True)
class Page:
    r"""A page: one Markdown file under docs/.

    Attributes:
        src: path relative to docs/, with `/`; the key of the page.
        path: path relative to the root, as diagnostics print it.
        url: address in the built site, relative to its root.
        meta: the front matter.
        text: the whole file, line ends as ``\n``, without byte order mark.
        body_line: number of the first line behind the front matter.
        headings, anchors, links, flowcharts: in the order of the source. `anchors` holds every id that the built
            page has from this source, with the places where it is set.
        undefined: references `[text][label]` and footnotes without a definition.
        citations: every provision that the page cites: its text, front matter, flowcharts, template wording.
        markup: the tags of raw HTML and the attribute lists, in the order of the source.
        excluded: true when MkDocs leaves the page out of the site.
        generated: true for a page that has no file: it is made from a register (a page per statute).
    """

    src: str
    path: str
    url: str
    meta: Mapping
    text: str
    body_line: int = 1
    headings: tuple[Heading, ...] = ()
    anchors: AbstractMapping[str, tuple[Span, ...]] = field(default_factory=dict)
    links: tuple[Link, ...] = ()
    undefined: tuple[Link, ...] = ()
    flowcharts: tuple[Flowchart, ...] = ()
    citations: tuple[Citation, ...] = ()
    markup: tuple[RawTag, ...] = ()
    excluded: bool = False
    generated: bool = False

    @property
    def span(self) -> Span:
        """The beginning of the page."""
        return Span(self.path)

    @property
    def kind(self) -> str:
        """The page kind of the front matter, or ``""``."""
        return self.meta.text("kind")

    @property
    def code(self) -> str:
        """The code of a procedure or template (``XF-01``), or ``""``."""
        return self.meta.text("code")

    @cached_property
    def title(self) -> str:
        """The title: of the front matter, else of the first heading, else the file name."""
        first = next((heading.text for heading in self.headings if heading.level == 1), "")
        return self.meta.text("title") or first or self.src

    @property
    def tasks(self) -> tuple[tuple[str, str], ...]:
        """The tasks of a procedure in a newcomer's words, each with the id of the step that answers it."""
        tasks = self.meta.get("tasks")
        if not isinstance(tasks, Mapping):
            return ()
        return tuple((key.text, value.text) for key, value in tasks if isinstance(value, Scalar))

    @cached_property
    def lines(self) -> tuple[str, ...]:
        """The lines of the file."""
        return tuple(self.text.split("\n"))

    @cached_property
    def sections(self) -> tuple[Section, ...]:
        """The sections of level 2."""
        found = []
        for index, heading in enumerate(self.headings):
            if heading.level == 2:
                found.append(Section(heading, self._words(heading, self._end(index, 2))))
        return tuple(found)

    @cached_property
    def steps(self) -> tuple[Step, ...]:
        """The steps: headings of level 3 under 办理步骤."""
        found, inside = [], False
        for index, heading in enumerate(self.headings):
            if heading.level <= 2:
                inside = heading.level == 2 and heading.text == "办理步骤"
            elif inside and heading.level == 3:
                words = self._words(heading, self._end(index, 3))
                found.append(Step(heading.id, heading.text, words, heading.span))
        return tuple(found)

    def _end(self, index: int, level: int) -> int:
        """The line of the next heading of the same or a higher level, or one behind the last line."""
        following = (h.span.line for h in self.headings[index + 1 :] if h.level <= level)
        return next(following, len(self.lines) + 1)

    def _words(self, heading: Heading, end: int) -> str:
        lines = self.lines[heading.span.line : end - 1]
        return "\n".join(line for line in lines if line.strip())
