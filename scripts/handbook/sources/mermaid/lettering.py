"""How wide words are, and where to break them: the same on every machine, without asking a font.

A hanzi is as wide as it is high in every font, which is what makes this possible; the widths of Latin letters are
those of wide sans-serif fonts, so words stay inside their boxes in narrower ones.
"""

from __future__ import annotations

import re
import unicodedata

_UNBREAKABLE = re.compile(r"[\w.,:/@%+#&=~-]+(?=\s|[^\w]|$)|\s+|.", re.ASCII | re.DOTALL)
_PAUSES = frozenset("，、；：,; ")
_NEVER_FIRST = frozenset("，。、：；？！）》〉”’」』】〕％…—,.:;?!)]}")
_NEVER_LAST = frozenset("（《〈“‘「『【〔([{")


def width(text: str) -> float:
    """The width of a line in em."""
    return sum(map(_advance, text))


def wrap(text: str, limit: float) -> list[str]:
    """The text in as few lines as fit into a width in em, as equal as they can be.

    Args:
        text: one line of words.
        limit: the width in em; a word that cannot be broken may be wider.
    """
    lines = _fill(text, limit)
    if len(lines) == 2:
        return _at_pause(text, limit) or _balanced(text, limit, lines)
    return _balanced(text, limit, lines)


def _at_pause(text: str, limit: float) -> list[str]:
    """The text in two lines, the first of which ends with a comma, or nothing when one would be too long."""
    pairs = [(text[: i + 1].rstrip(), text[i + 1 :].lstrip()) for i, char in enumerate(text) if char in _PAUSES]
    fitting = [pair for pair in pairs if 0 < max(map(width, pair)) <= limit and all(pair)]
    return list(min(fitting, key=lambda pair: max(map(width, pair)), default=()))


def _balanced(text: str, limit: float, lines: list[str]) -> list[str]:
    """As many lines as given, as narrow as they can be."""
    narrower = limit
    while len(lines) > 1 and narrower > 2:
        narrower -= 0.5
        tried = _fill(text, narrower)
        if len(tried) > len(lines):
            break
        lines = tried
    return lines


def _fill(text: str, limit: float) -> list[str]:
    lines, line = [], ""
    for piece in _pieces(text):
        if line and width((line + piece).rstrip()) > limit:
            lines.append(line.rstrip())
            line = piece.lstrip()
        else:
            line += piece
    return [*lines, line.rstrip()] if line.strip() else lines or [""]


def _pieces(text: str) -> list[str]:
    """The parts of a text between which a line may end."""
    pieces: list[str] = []
    for part in _UNBREAKABLE.findall(text):
        if pieces and (part[0] in _NEVER_FIRST or pieces[-1][-1] in _NEVER_LAST):
            pieces[-1] += part
        else:
            pieces.append(part)
    return pieces


def _advance(char: str) -> float:
    if unicodedata.combining(char) or unicodedata.category(char) in ("Cf", "Mn"):
        return 0
    if unicodedata.east_asian_width(char) in "WFA":
        return 1
    if char in "iljtfIr.,:;'|!()[] ":
        return 0.4
    if char in "mwMW@%&":
        return 0.95
    return 0.72 if char.isupper() else 0.6
