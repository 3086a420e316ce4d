"""What stands in the files beside the pages: text documents, tables, pictures."""

from __future__ import annotations

from dataclasses import dataclass

from handbook.diagnostics import Span


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A text inside of a file that somebody may read there.

    Attributes:
        text: the words; line breaks as such.
        where: the part of the file in Chinese (“批注”“文档属性”), or ``""`` for a plain text file.
        span: where the text begins; in a file that has no lines its beginning.
    """

    text: str
    where: str
    span: Span
