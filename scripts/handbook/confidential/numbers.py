"""Numbers of persons: identity numbers, mobile phones, bank cards."""

from __future__ import annotations

import re
from collections.abc import Iterator

from handbook.fields.id_number import is_identity_number

Match = tuple[int, int]
"""Where something begins and ends in a normalised text."""

_S = r"[ \t\-‐‑–—−·.•*_/]{0,2}"
_EDGE = r"(?<![0-9A-Za-z._/=#&?%])(?<![0-9A-Za-z]-)"
_END = r"(?![0-9A-Za-z_/])(?!-[0-9A-Za-z])(?!\.[0-9])"
_ID = re.compile(rf"(?<![0-9])[1-9](?:{_S}[0-9]){{16}}{_S}[0-9Xx](?![0-9])")
_MOBILE = re.compile(
    r"(?<![0-9.=#&?%])(?<![0-9A-Za-z]-)(?:\(?(?:\+|00)?86\)?[ \-]?)?\(?"
    rf"(?:1[3-9][0-9]\)?{_S}[0-9]{{4}}{_S}[0-9]{{4}}|1[3-9][0-9]{{2}}{_S}[0-9]{{3}}{_S}[0-9]{{4}}"
    rf"|1[3-9][0-9]{_S}[0-9]{{3}}{_S}[0-9]{{5}}|1[3-9][0-9]{{3}}{_S}[0-9]{{6}}|1(?: [0-9]){{10}})"
    r"(?![0-9A-Za-z_])(?!-[0-9A-Za-z])(?!\.[0-9])"
)
_CARD = re.compile(
    rf"{_EDGE}(?:62|4[0-9]|5[1-5]|3[4-7]|60|9[0-9])[0-9]{{2}}{_S}[0-9]{{4}}{_S}[0-9]{{4}}{_S}[0-9]{{4}}(?:{_S}[0-9]{{1,3}})?{_END}"
)
_WORD_BEFORE = re.compile(r"(?:[0-9][A-Za-z_]*|[A-Za-z_]{13,})$", re.ASCII)
_PROVINCES = frozenset(
    "11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83 91".split()
)
_LAST_YEAR = 2030  # whoever is born later stands in a sample


def identity_numbers(text: str) -> Iterator[Match]:
    """18 characters with a province, a day of birth and the right check character."""
    for found in _ID.finditer(text):
        digits = "".join(c for c in found[0] if c.isalnum()).upper()
        if digits[:2] in _PROVINCES and 1880 <= int(digits[6:10]) <= _LAST_YEAR and is_identity_number(digits):
            yield found.span()


def mobile_numbers(text: str) -> Iterator[Match]:
    """11 digits that a mobile phone may have, unless all but the first three are one digit."""
    for found in _MOBILE.finditer(text):
        digits = "".join(c for c in found[0] if c.isdigit())[-11:]
        if digits[1] in "3456789" and len(set(digits[3:])) > 1 and _stands_free(text, *found.span()):
            yield found.span()


def _stands_free(text: str, start: int, end: int) -> bool:
    """Whether a number is no part of a code (a mixture of letters and digits) or of a web address."""
    before = text[max(0, start - 80) : start].rpartition("\n")[2].rpartition(" ")[2]
    if text[end : end + 1] == "/" or before.endswith("/"):
        return "://" not in before
    return _WORD_BEFORE.search(before) is None


def bank_cards(text: str) -> Iterator[Match]:
    """16 to 19 digits that pass the check of bank cards (Luhn), unless most are one digit or it is a person's number."""
    for found in _CARD.finditer(text):
        digits = [int(c) for c in found[0] if c.isdigit()]
        doubled = [digit if index % 2 == 0 else digit * 2 - 9 * (digit > 4) for index, digit in enumerate(digits[::-1])]
        if sum(doubled) % 10 == 0 and len(set(digits[4:])) > 2 and not _is_like_identity("".join(map(str, digits))):
            yield found.span()


def _is_like_identity(digits: str) -> bool:
    return (
        len(digits) == 18
        and digits[:2] in _PROVINCES
        and digits[6:8] in {"19", "20"}
        and "01" <= digits[10:12] <= "12"
        and "01" <= digits[12:14] <= "31"
    )
