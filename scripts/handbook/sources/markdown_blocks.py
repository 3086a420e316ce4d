"""Block rules that make markdown-it read what Python-Markdown builds: `!!!`, `===`, raw HTML, headings."""

from __future__ import annotations

import re

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock

from handbook.sources.dialect import Dialect
from handbook.sources.html_tags import block_length

# Python-Markdown's BLOCK_LEVEL_ELEMENTS: a line that begins with one of these opens a block of raw HTML.
_BLOCK_ELEMENTS = frozenset(
    """address article aside blockquote body canvas center colgroup dd details div dl dt fieldset figcaption figure
    footer form frame frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html iframe legend li link main map menu
    menuitem meta nav noframes noscript object ol optgroup option p param picture pre progress script section select
    source style summary table tbody td tfoot th thead title tr track ul video""".split()
)
_TAG = re.compile(r"<([A-Za-z][A-Za-z0-9-]*)(?=[\s/>])")
_ADMONITION = re.compile(r'!!! ?[\w-]+(?: +[\w-]+)*(?: +"(?P<title>.*?)")? *$')
_DETAILS = re.compile(r'\?{3}\+? ?(?:[\w-]+(?: +[\w-]+)*)?(?: *"(?P<title>.*?)")? *$')
_TAB = re.compile(r'={3}[!+]{0,2} +"(?P<title>.*?)" *$')
_HEADING = re.compile(r"(#{1,6})(.*?)#*$")
_INTERRUPTS = {"alt": ["paragraph", "reference", "blockquote", "list"]}


def use_block_rules(md: MarkdownIt, dialect: Dialect) -> None:
    """Replace and add the block rules of a dialect."""
    opened = [
        pattern
        for pattern, used in ((_ADMONITION, dialect.admonition), (_DETAILS, dialect.details), (_TAB, dialect.tabbed))
        if used
    ]
    md.block.ruler.before("fence", "container", _container_rule(tuple(opened)), _INTERRUPTS)  # type: ignore[arg-type]
    md.block.ruler.at("heading", _heading, _INTERRUPTS)  # type: ignore[arg-type]
    md.block.ruler.at("html_block", _html_rule(dialect), _INTERRUPTS)  # type: ignore[arg-type]


def _line(state: StateBlock, number: int) -> str:
    return state.src[state.bMarks[number] + state.tShift[number] : state.eMarks[number]]


def _inline(state: StateBlock, text: str, line: int) -> None:
    token = state.push("inline", "", 0)
    token.content, token.map, token.children = text, [line, line + 1], []


def _container_rule(patterns: tuple[re.Pattern[str], ...]):  # type: ignore[no-untyped-def]
    """A rule for blocks whose body is indented by four: admonitions, foldable boxes, tabs."""

    def container(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001 (markdown-it calls it)
        if state.is_code_block(start):
            return False
        opened = next((m for p in patterns if (m := p.match(_line(state, start)))), None)
        if opened is None:
            return False
        if silent:
            return True
        state.blkIndent += 4
        last = start + 1
        while last < end and (state.isEmpty(last) or state.sCount[last] >= state.blkIndent):
            last += 1
        state.push("container_open", "div", 1).map = [start, last]
        _inline(state, opened["title"] or "", start)
        parent, state.parentType = state.parentType, "container"
        line_max, state.lineMax = state.lineMax, last
        state.md.block.tokenize(state, start + 1, last)
        state.parentType, state.lineMax = parent, line_max
        state.push("container_close", "div", -1)
        state.blkIndent -= 4
        state.line = last
        return True

    return container


def _heading(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: ARG001, FBT001
    """`#` to `######` at the very beginning of a line; Python-Markdown wants no blank behind the marks."""
    found = _HEADING.match(_line(state, start))
    if found is None or state.sCount[start] != state.blkIndent:
        return False
    if silent:
        return True
    level = len(found[1])
    opening = state.push("heading_open", f"h{level}", 1)
    opening.map, opening.markup = [start, start + 1], found[1]
    _inline(state, found[2].strip(), start)
    state.push("heading_close", f"h{level}", -1)
    state.line = start + 1
    return True


def _html_rule(dialect: Dialect):  # type: ignore[no-untyped-def]
    """Raw HTML: a comment, or a block element up to its closing tag; `markdown="1"` opens Markdown inside."""

    def html_block(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001
        if state.is_code_block(start):
            return False
        line = _line(state, start)
        if line.startswith("<!--"):
            last = _comment_end(state, start, end)
        else:
            opened = _TAG.match(line)
            if opened is None or opened[1].lower() not in _BLOCK_ELEMENTS:
                return False
            length, tag = block_length(_line(state, number) for number in range(start, end))
            last = start + length
            if dialect.md_in_html and tag and "markdown" in tag.attributes and not silent:
                return _markdown_in_html(state, start, last)
        if silent:
            return True
        _raw(state, start, last)
        state.line = last
        return True

    return html_block


def _raw(state: StateBlock, start: int, last: int) -> None:
    token = state.push("html_block", "", 0)
    token.map = [start, last]
    token.content = "\n".join(_line(state, number) for number in range(start, last))


def _comment_end(state: StateBlock, start: int, end: int) -> int:
    for number in range(start, end):
        if "-->" in _line(state, number):
            return number + 1
    return end


def _markdown_in_html(state: StateBlock, start: int, last: int) -> bool:
    """Read the lines between the opening and the closing tag as Markdown."""
    first = start + 1
    while first < last and not _line(state, first - 1).rstrip().endswith(">"):
        first += 1
    closing = last - 1 if last - 1 >= first and _line(state, last - 1).startswith("</") else last
    _raw(state, start, first)
    line_max, state.lineMax = state.lineMax, closing
    state.md.block.tokenize(state, first, closing)
    state.lineMax = line_max
    if closing < last:
        _raw(state, closing, last)
    state.line = last
    return True
