"""What a page and a register cite: the citations in every text of theirs, with their places."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from handbook.diagnostics import Span
from handbook.model.citation import Citation
from handbook.model.flowchart import Flowchart
from handbook.model.page import Page
from handbook.model.statute import StatuteNames
from handbook.model.value import Mapping, Scalar, Value, walk
from handbook.sources import yaml
from handbook.sources.citations import read_citations
from handbook.sources.files import read_text
from handbook.sources.passages import Passage

_REGISTERS = ("reference/", "templates/", "casefile/")
_FOLDED = 40  # lines over which a value of YAML may run


def page_citations(page: Page, passages: Iterable[Passage], names: StatuteNames) -> tuple[Citation, ...]:
    """Every citation of a page, in the order of the source.

    Args:
        page: the page, its headings and flowcharts included.
        passages: the text of its body; of a document template its lines are read instead.
        names: what the statutes of the register are called.
    """
    if "《" not in page.text:
        return ()
    body = _wording(page, names) if page.kind == "template" else _body(page, passages, names)
    meta = _values(page.meta, page.lines, names, _meta_place)
    charts = (found for chart in page.flowcharts for found in _chart(chart, page.lines, names))
    return tuple(sorted((*meta, *body, *charts), key=lambda citation: citation.span))


def register_citations(
    docs: Path, shown: str, files: Iterable[str], names: StatuteNames
) -> dict[str, tuple[Citation, ...]]:
    """What the registers cite, by file relative to the folder of sources.

    Args:
        docs: the folder of sources.
        shown: the folder as diagnostics print it.
        files: every file under it.
        names: what the statutes of the register are called.
    """
    found = {}
    for file in files:
        if file.endswith(".yml") and file.startswith(_REGISTERS):
            path = f"{shown}/{file}"
            text = read_text(docs / file, path)[0] or ""
            value = yaml.parse_once(text, path=path)[0] if "《" in text else None
            if isinstance(value, Mapping):
                found[file] = tuple(_values(value, text.split("\n"), names, _row_place))
    return {file: citations for file, citations in found.items() if citations}


def _body(page: Page, passages: Iterable[Passage], names: StatuteNames) -> Iterator[Citation]:
    headings = [heading for heading in page.headings if heading.level <= 3]
    lines = [heading.span.line for heading in headings]
    for passage in passages:
        if "《" in passage.text:
            above = bisect_right(lines, passage.span_at(passage.text.index("《")).line) - 1
            place = headings[above].id if above >= 0 else ""
            yield from read_citations(passage.text, names, passage.span_at, place)


def _wording(page: Page, names: StatuteNames) -> Iterator[Citation]:
    for number, line in enumerate(page.lines[page.body_line - 1 :], page.body_line):
        if "《" in line:
            yield from read_citations(line, names, _in_line(page.path, number), "wording")


def _in_line(path: str, line: int) -> Callable[[int], Span]:
    return lambda offset: Span(path, line, offset + 1)


def _chart(chart: Flowchart, lines: Sequence[str], names: StatuteNames) -> Iterator[Citation]:
    for node in chart.nodes.values():
        for words in node.words:
            if "《" in words.text:
                span_at = _located(words.text, words.span, lines)
                yield from read_citations(words.text, names, span_at, f"chart:{node.id}")
    for edge in chart.edges:
        if "《" in edge.label:
            yield from read_citations(edge.label, names, _located(edge.label, edge.span, lines), f"chart:{edge.source}")


def _values(
    mapping: Mapping, lines: Sequence[str], names: StatuteNames, place_of: Callable[[str, Scalar | None], str]
) -> Iterator[Citation]:
    """The citations in the values under the keys of a mapping."""
    for key, value in mapping:
        for inner, scalar in _scalars(value, None):
            if "《" in scalar.text:
                span_at = _located(scalar.text, scalar.span, lines)
                yield from read_citations(scalar.text, names, span_at, place_of(key.text, inner))


def _scalars(value: Value, key: Scalar | None) -> Iterator[tuple[Scalar | None, Scalar]]:
    """Every scalar of a value, keys included, with the first key above it."""
    if isinstance(value, Mapping) and key is None:
        for name, item in value:
            yield from _scalars(item, name)
    else:
        yield from ((key, found) for found in walk(value) if isinstance(found, Scalar))


def _meta_place(key: str, inner: Scalar | None) -> str:
    return f"field:{inner.text}" if key == "fields" and inner else f"meta:{key}"


def _row_place(key: str, inner: Scalar | None) -> str:
    del inner
    return f"row:{key}"


def _located(text: str, span: Span, lines: Sequence[str]) -> Callable[[int], Span]:
    """The place of an offset in a text that begins at a place, perhaps in quotes, perhaps folded over lines."""
    first = lines[span.line - 1] if span.line <= len(lines) else ""
    column = first.find(text, span.column - 1)
    if column >= 0:
        return lambda offset: Span(span.path, span.line, column + offset + 1)

    def search(offset: int) -> Span:
        head = text[offset : offset + 6].split("\n", maxsplit=1)[0]
        skip = text.count(head, 0, offset)
        for number in range(span.line, min(span.line + _FOLDED, len(lines) + 1)):
            line = lines[number - 1]
            at = line.find(head, span.column - 1 if number == span.line else 0)
            while at >= 0 and skip:
                at, skip = line.find(head, at + 1), skip - 1
            if at >= 0:
                return Span(span.path, number, at + 1)
        return span

    return search
