"""The addresses that a style sheet loads: `url()` and `@import`, read as CSS tokens."""

from __future__ import annotations

import re
from collections.abc import Iterator

_TOKEN = re.compile(
    r"""/\*(?:.*?\*/|.*\Z)"""
    r"""|@namespace[^;]*"""
    r"""|(?P<import>@import(?![-\w]))"""
    r"""|(?<![-\w])url\([\t\n\f\r ]*(?:"(?P<double>(?:[^"\\]|\\.)*)"|'(?P<single>(?:[^'\\]|\\.)*)'|(?P<bare>(?:[^)"'\\\s]|\\[0-9a-f]{1,6}\s?|\\.)*))"""
    r"""|"(?P<text>(?:[^"\\\n]|\\.)*)"|'(?P<words>(?:[^'\\\n]|\\.)*)'"""
    r"""|[;{}]""",
    re.DOTALL | re.IGNORECASE,
)
_ESCAPE = re.compile(r"\\(?:([0-9a-fA-F]{1,6})[\t\n\f\r ]?|(.))", re.DOTALL)


def addresses(source: str) -> Iterator[tuple[str, str, int]]:
    """The address, `url()` or `@import`, and the offset of each thing that a style sheet or style attribute loads."""
    importing = False
    for found in _TOKEN.finditer(source):
        if found["import"]:
            importing = True
        elif (address := _first(found, "double", "single", "bare")) is not None:
            yield _decode(address), "@import" if importing else "url()", found.start()
            importing = False
        elif importing and (address := _first(found, "text", "words")) is not None:
            yield _decode(address), "@import", found.start()
            importing = False
        elif found[0] in ";{}":
            importing = False


def _first(found: re.Match[str], *groups: str) -> str | None:
    return next((found[group] for group in groups if found[group] is not None), None)


def _decode(address: str) -> str:
    return _ESCAPE.sub(_character, address) if "\\" in address else address


def _character(escape: re.Match[str]) -> str:
    if escape[1] is None:
        return "" if escape[2] == "\n" else escape[2]
    number = int(escape[1], 16)
    return chr(number) if 0 < number <= 0x10FFFF else "\ufffd"
