"""The words of a label as its reader sees them."""

from __future__ import annotations

import html
import re

_BREAK = re.compile(r"\s*(?:<br\s*/?>|\n)\s*", re.IGNORECASE)
_TAG = re.compile(r"</?[A-Za-z][^<>]*>")
_EMPHASIS = re.compile(r"(\*\*|__|\*)(?=\S)(.+?)(?<=\S)\1")
_ENTITY = re.compile(r"#(\w+);")
_HANZI = re.compile(r"[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]")


def words(raw: str, *, markdown: bool = False) -> str:
    """The label without line breaks, tags, entities and, in a Markdown string, marks of emphasis.

    Args:
        raw: the label as the source or as Mermaid's database has it (which hides entities as ``ﬂ°…¶ß``).
        markdown: true for a Markdown string, which is what stands between ```"` ``` and ``` `"```.
    """
    text = raw.replace("ﬂ°°", "&#").replace("ﬂ°", "&").replace("¶ß", ";")
    text = _ENTITY.sub(lambda m: f"&#{m[1]};" if m[1].isdigit() else f"&{m[1]};", text)
    text = _TAG.sub("", _join_lines(text))
    if markdown:
        text = _EMPHASIS.sub(r"\2", text)
    return html.unescape(text).strip()


def _join_lines(text: str) -> str:
    """The lines of a label in one; Chinese needs no space between them."""
    lines = [line for line in _BREAK.split(text) if line]
    joined = "".join(lines[:1])
    for line in lines[1:]:
        tight = _HANZI.match(joined[-1:]) or _HANZI.match(line)
        joined += line if tight else f" {line}"
    return joined
