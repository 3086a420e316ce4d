"""Numbers of persons: identity numbers, mobile phones, bank cards."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterator
from functools import lru_cache

from handbook.confidential.labels import Lines
from handbook.confidential.views import CUT
from handbook.fields.id_number import is_identity_number

Match = tuple[int, int]
"""Where something begins and ends in a text."""

_S = r"[ \t\-‐‑–—−·.•*_/]{0,2}"
_ANY = r"(?:[^\w\n]|_){0,6}"  # whatever is no letter, digit or hanzi, what stands for a cut too
_NO_MORE = rf"(?!(?:[^\w\n|{CUT}]|_){{0,6}}[0-9])"
_X = "XxХхΧχ×"  # of three scripts, and the sign of multiplication
_EDGE = r"(?<![0-9A-Za-z._/=#&?%])(?<![0-9A-Za-z]-)"
_END = r"(?![0-9A-Za-z_/])(?!-[0-9A-Za-z])(?!\.[0-9])"
_ID = re.compile(rf"(?<![0-9])(?=([1-9](?:{_ANY}[0-9]){{16}}{_ANY}[0-9{_X}])(?![0-9]))")
_OLD_ID = re.compile(rf"(?<![0-9])(?=([1-9](?:{_ANY}[0-9]){{14}}){_NO_MORE})")
_MOBILE = re.compile(
    r"(?:(?<![0-9.=#&?%])(?<![0-9A-Za-z]-)|(?m:(?<=^[1-9]\.)))(?:\(?(?:\+|00)?86\)?[ \-]?)?\(?"
    rf"(?:1[3-9][0-9]\)?{_S}[0-9]{{4}}{_S}[0-9]{{4}}|1[3-9][0-9]{{2}}{_S}[0-9]{{3}}{_S}[0-9]{{4}}"
    rf"|1[3-9][0-9]{_S}[0-9]{{3}}{_S}[0-9]{{5}}|1[3-9][0-9]{{3}}{_S}[0-9]{{6}}|(?<![0-9][ \-.·])(?:1(?: {{1,3}}[0-9]){{10}}(?! {{1,3}}[0-9])"
    r"|1(?:-[0-9]){10}|1(?:\.[0-9]){10}|1(?:·[0-9]){10}))"
    r"(?![0-9A-Za-z_])(?!-[0-9A-Za-z])(?!\.[0-9])"
)
_LABELLED_MOBILE = re.compile(rf"(?<![0-9])(?=(1{_ANY}[3-9](?:{_ANY}[0-9]){{9}}){_NO_MORE})")
_CARD = re.compile(
    rf"{_EDGE}(?:62|4[0-9]|5[1-5]|3[4-7]|60|9[0-9])[0-9]{{2}}{_S}[0-9]{{4}}{_S}[0-9]{{4}}{_S}[0-9]{{4}}(?:{_S}[0-9]{{1,3}})?{_END}"
)
_LABELLED_CARD = re.compile(rf"(?<![0-9])(?=([3-69](?:{_ANY}[0-9]){{15,18}}){_NO_MORE})")
_LONG = re.compile(rf"[0-9](?:{_ANY}[0-9]){{10,}}{_ANY}[{_X}]?")
_AROUND = 6
_WORD_BEFORE = re.compile(r"(?:[0-9][A-Za-z_]*|[A-Za-z_]{13,})$", re.ASCII)
_PROVINCES = frozenset(
    "11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83 91".split()
)
_LAST_YEAR = 2030  # whoever is born later stands in a sample
_OF_ID = re.compile(r"身\s?份|公民号码|证\s?件\s?号|\bID\s?(?:card|no|number|号)|idcard|sfz", re.IGNORECASE)
_OF_MOBILE = re.compile(
    r"(?:手\s?机|电\s?话|联系(?:方式|人)?|微信|支付宝|致电|拨打|\btel|\bphone|\bmobile)(?:号码?)?(?:\([^()\n]{0,10}\))?[是为]?[^\w\n]{0,8}$",
    re.IGNORECASE | re.MULTILINE,
)
_OF_CARD = re.compile(r"卡\s?号|账\s?号|帐\s?号|账\s?户|帐\s?户|银\s?行|\bcard\b", re.IGNORECASE)


@lru_cache(maxsize=4)  # three kinds of numbers look at the same text
def _long_numbers(text: str) -> tuple[Match, ...]:
    return tuple(found.span() for found in _LONG.finditer(text))


def _among(text: str, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
    """What matches within the long numbers of a text."""
    for start, end in _long_numbers(text):
        yield from pattern.finditer(text, max(0, start - _AROUND), end + _AROUND)


def identity_numbers(text: str) -> Iterator[Match]:
    """18 characters with a province, a day of birth and the right check character; 15 of old where a label says so."""
    for found in _among(text, _ID):
        digits = "".join(c for c in found[1][:-1] if c.isdigit()) + (found[1][-1] if found[1][-1].isdigit() else "X")
        if digits[:2] in _PROVINCES and 1880 <= int(digits[6:10]) <= _LAST_YEAR and is_identity_number(digits):
            yield found.span(1)
    yield from _labelled(text, _OLD_ID, _OF_ID, _is_old_identity)


def _is_old_identity(digits: str) -> bool:
    """15 digits as they were given out until 1999: a province, a place in it, a day of the 20th century, an order."""
    try:
        dt.date(1900 + int(digits[6:8]), int(digits[8:10]), int(digits[10:12]))
    except ValueError:
        return False
    return digits[:2] in _PROVINCES and digits[2:4] != "00" and len(set(digits)) > 2


def mobile_numbers(text: str) -> Iterator[Match]:
    """11 digits that a mobile phone may have, unless all but the first three are one digit."""
    for found in _among(text, _MOBILE):
        if _is_mobile("".join(c for c in found[0] if c.isdigit())[-11:]) and _stands_free(text, *found.span()):
            yield found.span()
    yield from _labelled(text, _LABELLED_MOBILE, _OF_MOBILE, _is_mobile)


def _is_mobile(digits: str) -> bool:
    return digits[1] in "3456789" and len(set(digits[3:])) > 1


def _stands_free(text: str, start: int, end: int) -> bool:
    """Whether a number is no part of a code (a mixture of letters and digits) or of a web address."""
    before = text[max(0, start - 80) : start].rpartition("\n")[2].rpartition(" ")[2]
    if text[end : end + 1] == "/" or before.endswith("/"):
        return "://" not in before
    return _WORD_BEFORE.search(before) is None


def bank_cards(text: str) -> Iterator[Match]:
    """16 to 19 digits that pass the check of bank cards (Luhn), unless most are one digit or it is a person's number."""
    for found in _among(text, _CARD):
        if _is_card("".join(c for c in found[0] if c.isdigit())):
            yield found.span()
    yield from _labelled(text, _LABELLED_CARD, _OF_CARD, _is_card)


def _is_card(digits: str) -> bool:
    doubled = [
        digit if index % 2 == 0 else digit * 2 - 9 * (digit > 4) for index, digit in enumerate(map(int, digits[::-1]))
    ]
    return sum(doubled) % 10 == 0 and len(set(digits[4:])) > 2 and not _is_like_identity(digits)


def _is_like_identity(digits: str) -> bool:
    return (
        len(digits) == 18
        and digits[:2] in _PROVINCES
        and digits[6:8] in {"19", "20"}
        and "01" <= digits[10:12] <= "12"
        and "01" <= digits[12:14] <= "31"
    )


def _labelled(
    text: str, number: re.Pattern[str], label: re.Pattern[str], fits: Callable[[str], bool]
) -> Iterator[Match]:
    """Numbers that could be many things, and are told by the words at them."""
    lines: Lines | None = None
    for found in _among(text, number):
        if fits("".join(c for c in found[1] if c.isdigit())):
            lines = lines or Lines(text)
            if label.search(lines.labels(*found.span(1))):
                yield found.span(1)
