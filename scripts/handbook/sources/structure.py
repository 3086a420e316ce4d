"""The bounds of a page: how deep blocks may stand in one another, and tables whose rows have too many cells."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from markdown_it.token import Token

from handbook.diagnostics import Span
from handbook.model.handbook import SourceFault

MAX_DEPTH = 20
_CONTAINERS = frozenset({"blockquote_open", "list_item_open", "container_open", "dd_open"})
_ENDS = frozenset(name.replace("_open", "_close") for name in _CONTAINERS)
_CODE = re.compile(r"(`+)[^`\n]+\1")
_PIPE = re.compile(r"(?<!\\)\|")
_ROW = re.compile(r"[ \t>]*\|.*\S.*\|[ \t]*")
_DELIMITERS = re.compile(r"(?=.*\|)\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*")


def structure_faults(lines: Sequence[str], tokens: Sequence[Token], *, path: str, first: int) -> Iterator[SourceFault]:
    """What is wrong with how the blocks of a body stand to one another.

    Args:
        lines: the body.
        tokens: what markdown-it made of it.
        path: the file as diagnostics print it.
        first: the line of the file on which the body begins.
    """
    depth, row = 0, 0
    for token, parent in zip(tokens, [None, *tokens], strict=False):
        row = token.map[0] if token.map else row
        if token.type in _CONTAINERS:
            depth += 1
            if depth > MAX_DEPTH:
                yield too_deep(Span(path, first + row))
                return
        elif token.type in _ENDS:
            depth -= 1
        elif token.type == "table_open" and token.map:
            yield from _table(lines, token.map, Span(path, first))
        elif token.type == "inline" and parent is not None and parent.type == "paragraph_open" and token.map:
            yield from _no_table(lines, token.map, Span(path, first))


def too_deep(span: Span) -> SourceFault:
    """The fault of something that stands in too many others."""
    message = f"引用、列表或者标签套了 {MAX_DEPTH} 层以上"
    return SourceFault("too-deep", span, message, "减少层数，拆成几个小标题")


def _cells(line: str) -> int:
    words = _CODE.sub("", line).strip(" \t>")
    return len(_PIPE.findall(words.removeprefix("|"))) + (0 if words.endswith("|") and not words.endswith("\\|") else 1)


def _table(lines: Sequence[str], rows: Sequence[int], origin: Span) -> Iterator[SourceFault]:
    start, end = rows
    width = _cells(lines[start])
    for row in range(start + 2, min(end, len(lines))):
        count = _cells(lines[row])
        if count > width:
            message = f"这一行有 {count} 格，表头只有 {width} 格，多出的格不会显示"
            hint = "补上表头，或者删去多余的“|”；格里的竖线写成“\\|”"
            yield SourceFault("table-cells", Span(origin.path, origin.line + row), message, hint)


def _no_table(lines: Sequence[str], rows: Sequence[int], origin: Span) -> Iterator[SourceFault]:
    """A table that is none, because the row of dashes has another number of cells than the head, or is not there."""
    start, end = rows
    framed = [row for row in range(start, min(end, len(lines))) if _ROW.fullmatch(lines[row])]
    if len(framed) > 1 and not any(_DELIMITERS.fullmatch(line) for line in lines[start:end]):
        message = "表头下面没有短横线那一行，整个表不会显示"
        hint = f"在这一行下面加一行“|{'---|' * _cells(lines[framed[0]])}”"
        yield SourceFault("table-cells", Span(origin.path, origin.line + framed[0]), message, hint)
    for row in range(start + 1, min(end, len(lines))):
        if _DELIMITERS.fullmatch(lines[row]) and "|" in lines[row - 1]:
            message = f"表头有 {_cells(lines[row - 1])} 格，这一行有 {_cells(lines[row])} 格，整个表不会显示"
            yield SourceFault("table-cells", Span(origin.path, origin.line + row), message, "两行的格数写成一样")
