"""Tags of an HTML text with their places, told apart as browsers do it.

This follows the tokenizer of the HTML standard (13.2.5) as far as tags go: regular expressions name its tokens, never
its structure. The standard library's html.parser gives places too, but takes three times as long, grows with the square
of unclosed comments, and reads `<title>`, `<textarea>` and `--!>` differently from browsers and from one Python
release to the next. lxml and selectolax give no columns.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Mapping
from html.entities import html5
from typing import NamedTuple

SPACE = "\t\n\f\r "
COMMENT = "!"
FOREIGN = frozenset({"svg", "math"})
RAW = frozenset({"iframe", "noembed", "noframes", "script", "style", "textarea", "title", "xmp"})

_NONE: Mapping[str, str] = {}
_OPEN = re.compile(r"<(?:(/?)([a-zA-Z][^\t\n\f\r />]*)(>?)|(!--)|[!?/])")
_ATTRIBUTE = re.compile(
    r"""[\t\n\f\r /]*([^\t\n\f\r />][^\t\n\f\r />=]*)"""
    r"""(?:[\t\n\f\r ]*=[\t\n\f\r ]*(?:"([^"]*)(?:"|\Z)|'([^']*)(?:'|\Z)|([^\t\n\f\r >"'][^\t\n\f\r >]*)?))?"""
)
_TAIL = re.compile(r"[\t\n\f\r /]*")
_COMMENT_END = re.compile(r"--!?>")
_SCRIPT = re.compile(r"<!--(?!-?>)|-->|<(/?)script(?=[\t\n\f\r />])", re.IGNORECASE)
_RAW_END = {name: re.compile(rf"</{name}(?=[\t\n\f\r />])", re.IGNORECASE) for name in RAW}
_REFERENCE = re.compile(r"&(?:#(?:[0-9]+|[xX][0-9a-fA-F]+);?|[a-zA-Z][a-zA-Z0-9]*(?:;|(?![a-zA-Z0-9=])))")


class Tag(NamedTuple):
    """A tag, or a comment (then its name is `COMMENT`); offsets count characters.

    A plain tuple, because a large site has millions of them.

    Attributes:
        body: the text of an element that has no markup inside (`script`, `style`, `title` …), undecoded.
        foreign: true inside of `svg` and `math`.
    """

    name: str
    attributes: Mapping[str, str]
    start: int
    end: int
    closing: bool = False
    body: str = ""
    foreign: bool = False


def tags(source: str, *, ends: bool = True) -> Iterator[Tag]:
    """Every tag and comment of a text, in its order; a tag that the end of the text cuts off is none.

    Without `ends`, most closing tags are left out, which are half of a page.
    """
    position, foreign = 0, 0
    while found := _OPEN.search(source, position):
        start, position = found.start(), found.end()
        if found[2] is None:
            position = _comment_end(source, position, is_comment=bool(found[4]))
            yield Tag(COMMENT, {}, start, position)
            continue
        name, closing = found[2].lower(), bool(found[1])
        if found[3]:
            if closing and not ends and name not in FOREIGN:
                continue
            attributes, closed_itself = _NONE, False
        else:
            attributes, position, closed_itself = _attributes(source, position)
        if position < 0:
            return
        inside = foreign > 0
        if name in FOREIGN:
            foreign = max(0, foreign - 1) if closing else foreign + (not closed_itself)
        body_end = position
        if name in RAW and not closing and not (inside and closed_itself):
            body_end = _raw_end(source, position, name)
        body = source[position:body_end] if body_end > position else ""
        yield Tag(name, attributes, start, position, closing, body, inside)
        position = body_end


def decode(value: str) -> str:
    """An attribute's value with its character references resolved, `&copy=` left alone as browsers do."""
    return _REFERENCE.sub(_character, value) if "&" in value else value


def _character(reference: re.Match[str]) -> str:
    text = reference[0]
    return html.unescape(text) if text[1] == "#" else html5.get(text[1:], text)


def _attributes(source: str, position: int) -> tuple[Mapping[str, str], int, bool]:
    """The attributes behind a tag's name, the offset behind the tag (-1: cut off), and whether it ends in `/>`."""
    found: dict[str, str] = {}
    while attribute := _ATTRIBUTE.match(source, position):
        position = attribute.end()
        name, double, single, bare = attribute.groups()
        value = double if double is not None else single if single is not None else bare or ""
        found.setdefault(name.lower(), decode(value))
    end = _TAIL.match(source, position).end()  # type: ignore[union-attr]  # it also matches nothing
    if source[end : end + 1] != ">":
        return found, -1, False
    return found, end + 1, end > position and source[end - 1] == "/"


def _comment_end(source: str, position: int, *, is_comment: bool) -> int:
    """The offset behind a comment, a doctype or anything else that browsers take for a comment."""
    if not is_comment:
        end = source.find(">", position)
        return len(source) if end < 0 else end + 1
    for empty in (">", "->"):
        if source.startswith(empty, position):
            return position + len(empty)
    found = _COMMENT_END.search(source, position)
    return found.end() if found else len(source)


def _raw_end(source: str, position: int, name: str) -> int:
    """The offset at which the text of a raw element ends."""
    if name == "script":
        return _script_end(source, position)
    found = _RAW_END[name].search(source, position)
    return found.start() if found else len(source)


def _script_end(source: str, position: int) -> int:
    """The end of a script, in which `<!-- <script>` hides the next `</script>`."""
    hidden = in_comment = False
    for found in _SCRIPT.finditer(source, position):
        if found[0] == "-->":
            hidden = in_comment = False
        elif found[0] == "<!--":
            in_comment = True
        elif not found[1]:
            hidden = in_comment
        elif hidden:
            hidden = False
        else:
            return found.start()
    return len(source)
