"""The fixed words of document templates with their places, for the rules about how documents are written."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from handbook.diagnostics import Span
from handbook.model.handbook import Handbook
from handbook.model.template import Blank, Cell, Paragraph, Template, Text

HANZI = "\u3400-\u9fff\U00020000-\U0003ffff"


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph or a cell of a template."""

    template: Template
    part: Paragraph | Cell
    lines: tuple[str, ...]  # of its page

    @property
    def style(self) -> str:
        """The style of the paragraph, or ``cell``."""
        return self.part.style if isinstance(self.part, Paragraph) else "cell"

    @property
    def words(self) -> str:
        """What stands in it, fields as authors write them."""
        return "".join(_shown(item) for item in self.part.inlines if isinstance(item, (Text, Blank)))

    def found(self, pattern: re.Pattern[str]) -> Iterator[tuple[re.Match[str], Span]]:
        """Every match in the fixed words, fields between them left out, with its place in the source."""
        after = self.part.span
        for item in self.part.inlines:
            for match in pattern.finditer(item.text) if isinstance(item, Text) else ():
                at = self._place(match.group(), after)
                after = Span(at.path, at.line, at.column + len(match.group()))
                yield match, at

    def _place(self, words: str, after: Span) -> Span:
        """Where words stand in the source, not before a place; a paragraph may go over several lines."""
        for number in range(after.line, min(after.line + 40, len(self.lines)) + 1):
            start = after.column - 1 if number == after.line else 0
            column = self.lines[number - 1].find(words, start)
            if column >= 0:
                return Span(after.path, number, column + 1)
        return after


def passages(handbook: Handbook) -> Iterator[Passage]:
    """Every paragraph and every cell of every template."""
    for template in handbook.all_templates:
        lines = handbook.pages[template.src].lines
        for block in template.blocks:
            for part in (block,) if isinstance(block, Paragraph) else block.cells:
                yield Passage(template, part, lines)


def _shown(item: Text | Blank) -> str:
    return item.text if isinstance(item, Text) else f"{{{{{item.field}}}}}"
