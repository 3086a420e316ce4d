"""Small numbers as characters: the index is text, because a page that was opened from a folder can load scripts only.

The alphabet is every character of the Basic Multilingual Plane that a JSON text shows as itself, in their order, so
that the most frequent numbers take one byte. `|` is left out: it parts the lists of a token.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any


def _is_plain(code: int) -> bool:
    """True for the characters of the alphabet; overrides/assets/js/search/codec.js says the same."""
    return (
        0x20 <= code < 0xFDD0
        and code not in (0x22, 0x5C, 0x7C, 0xAD, 0x2028, 0x2029)
        and not 0x7F <= code < 0xA0
        and not 0xD800 <= code < 0xE000
    )


ALPHABET = tuple(chr(code) for code in range(0xFDD0) if _is_plain(code))
LIMIT = 50_000
"""Larger numbers take two characters: how often the limit fits into them, then the rest."""


def character(number: int) -> str:
    """One number."""
    if number < LIMIT:
        return ALPHABET[number]
    return ALPHABET[LIMIT + number // LIMIT] + ALPHABET[number % LIMIT]


def packed(numbers: Iterable[int]) -> str:
    """Numbers one behind the other."""
    return "".join(map(character, numbers))


def gaps(numbers: Iterable[int]) -> str:
    """Ascending numbers as the distances between them."""
    found, last = [], -1
    for number in numbers:
        found.append(character(number - last - 1))
        last = number
    return "".join(found)


def script(key: str, value: Any) -> str:
    """A part of the index as a script that hands it to the search."""
    data = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    data = data.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    return f"__hs({json.dumps(key)},{data});\n"
