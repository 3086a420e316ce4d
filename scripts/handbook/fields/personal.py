"""Numbers in running text that may be a real person's: identity numbers, mobile phones, bank cards."""

from __future__ import annotations

import re
from collections.abc import Iterator

from handbook.fields.id_number import is_identity_number

_ID = re.compile(r"(?<![\dA-Za-z])\d{17}[\dXx](?![\dA-Za-z])", re.ASCII)
_MOBILE = re.compile(r"(?<![\d.A-Za-z_/-])1[3-9]\d([- ]?)\d{4}\1\d{4}(?![\d.A-Za-z_/-])", re.ASCII)
_CARD = re.compile(r"(?<![\d.A-Za-z_/-])[3-6]\d{3}([- ]?)\d{4}\1\d{4}\1\d{4}(?:\1\d{1,3})?(?![\d.A-Za-z_/-])", re.ASCII)


def identity_numbers(text: str) -> Iterator[re.Match[str]]:
    """18 characters whose check character is right."""
    for match in _ID.finditer(text):
        if is_identity_number(match[0].upper()):
            yield match


def mobile_numbers(text: str) -> Iterator[re.Match[str]]:
    """11 digits that a mobile phone may have, unless all but the first three are one digit."""
    for match in _MOBILE.finditer(text):
        if len(set(match[0].replace("-", "").replace(" ", "")[3:])) > 1:
            yield match


def bank_cards(text: str) -> Iterator[re.Match[str]]:
    """16 to 19 digits that pass the check of bank cards (Luhn), unless most are one digit."""
    for match in _CARD.finditer(text):
        digits = [int(c) for c in match[0] if c.isdigit()]
        doubled = [digit if index % 2 == 0 else digit * 2 - 9 * (digit > 4) for index, digit in enumerate(digits[::-1])]
        if sum(doubled) % 10 == 0 and len(set(digits[4:])) > 2:
            yield match
