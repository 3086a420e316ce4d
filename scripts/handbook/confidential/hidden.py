"""Texts inside a text that a machine reads: Base64, escaped addresses, escapes of programs."""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Iterator
from urllib.parse import unquote

_BASE64 = re.compile(r"(?<![A-Za-z0-9+/=_-])[A-Za-z0-9+/_-]{16,}={0,2}")
_IN_ADDRESS = re.compile(r"data:[\w/+.;=-]{0,80};base64,([A-Za-z0-9+/_=%\s-]{16,})", re.IGNORECASE)
_WORD = re.compile(r"[^\s\"'<>()]{8,}")
_ESCAPE = re.compile(r"\\u\{?([0-9A-Fa-f]{2,6})\}?|\\x([0-9A-Fa-f]{2})|\\([0-7]{3})")
_FEWEST_ESCAPES = 3


def hidden_texts(text: str) -> Iterator[tuple[int, int, str]]:
    """Where something encoded stands, and what it says."""
    for found in _IN_ADDRESS.finditer(text) if ";base64," in text else ():
        yield *found.span(1), _decoded(unquote(found[1])).decode("utf-8", errors="replace")
    for found in _BASE64.finditer(text):
        words = _words(_decoded(found[0]))
        if words:
            yield *found.span(), words
    for found in _WORD.finditer(text) if "%" in text or "\\" in text else ():
        if found[0].count("%") >= _FEWEST_ESCAPES:
            yield *found.span(), unquote(found[0])
        if found[0].count("\\") >= _FEWEST_ESCAPES:
            yield *found.span(), _ESCAPE.sub(_character, found[0])


def _decoded(written: str) -> bytes:
    bare = "".join(written.split()).rstrip("=").replace("-", "+").replace("_", "/")
    try:
        return base64.b64decode(bare[: len(bare) - (len(bare) % 4 == 1)] + "==="[: -len(bare) % 4])
    except binascii.Error:
        return b""


def _words(data: bytes) -> str:
    """What bytes say, if they are text."""
    try:
        words = data.decode("utf-8")
    except UnicodeDecodeError:
        return ""
    return words if words.replace("\n", "").replace("\r", "").replace("\t", "").isprintable() else ""


def _character(escape: re.Match[str]) -> str:
    value = int(escape[1] or escape[2], 16) if escape[1] or escape[2] else int(escape[3], 8)
    return chr(value) if value < 0x110000 else ""
