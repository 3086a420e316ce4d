"""The lines that readers see of a page, each with its place, for rules about wording."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from handbook.diagnostics import Span
from handbook.model.handbook import Handbook
from handbook.model.page import Page

_FENCE = re.compile(r"^\s*(?:>\s*)*(`{3,}|~{3,})")
# Code, comments and the targets of links: what is no wording becomes blanks, so that places stay.
_NO_WORDS = re.compile(r"`[^`]*`|<!--.*?-->|(?<=\])\([^()]*\)|\{:?[^{}]*\}")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a page, with blanks for what is no wording."""

    page: Page
    number: int
    text: str

    def span(self, offset: int) -> Span:
        """The place of a character."""
        return Span(self.page.path, self.number, offset + 1)


def lines(handbook: Handbook) -> Iterator[Line]:
    """Every line below the front matter of every page that an author wrote; code and charts are left out."""
    for page in handbook.published:
        if not page.generated:
            yield from lines_of(page)


def lines_of(page: Page) -> Iterator[Line]:
    """The lines of one page."""
    fence = ""
    for number, line in enumerate(page.lines[page.body_line - 1 :], page.body_line):
        mark = _FENCE.match(line)
        if fence:
            fence = "" if mark and mark[1].startswith(fence) else fence
        elif mark:
            fence = mark[1]
        elif line.strip():
            yield Line(page, number, _NO_WORDS.sub(lambda found: " " * len(found[0]), line))


def paragraph(page: Page, number: int) -> str:
    """The lines around a line that no blank line and no new row or item parts from it."""

    def joined(one: str) -> bool:
        return bool(one.strip()) and not re.match(r"\s*(?:[-*+|#>]|\d+\.\s|[^\s：:]+:\s)", one)

    first, last = number - 1, number - 1
    while first > 0 and joined(page.lines[first]) and page.lines[first - 1].strip():
        first -= 1
    while last + 1 < len(page.lines) and joined(page.lines[last + 1]):
        last += 1
    return "\n".join(page.lines[first : last + 1])


@dataclass(frozen=True, slots=True)
class Approval:
    """A row of the table 谁办谁批: the matter, and who approves it."""

    subject: str
    approval: str
    span: Span


def procedures(handbook: Handbook) -> Iterator[Page]:
    """The published procedures."""
    return (page for page in handbook.published if page.kind == "procedure")


def approvals(page: Page) -> Iterator[Approval]:
    """The rows of the tables under 谁办谁批 that have a column 谁批."""
    section = next((section for section in page.sections if section.title == "谁办谁批"), None)
    start = section.heading.span.line if section else len(page.lines)
    column, last = -1, start
    for line in lines_of(page):
        if line.number <= start:
            continue
        if line.text.startswith("## "):
            return
        cells = [cell.strip() for cell in line.text.strip().strip("|").split("|")]
        if not line.text.lstrip().startswith("|"):
            continue
        if line.number != last + 1:  # a table begins
            column = next((index for index, cell in enumerate(cells) if cell.startswith("谁批")), -1)
        elif 0 <= column < len(cells) and not set(cells[0]) <= set(":- "):
            yield Approval(
                cells[0].replace("**", ""), cells[column], line.span(len(line.text) - len(line.text.lstrip()))
            )
        last = line.number
