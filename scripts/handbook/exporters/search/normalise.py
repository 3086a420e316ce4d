"""What a text becomes before it is compared, and the tokens that it is found by.

The same is done to a query in the browser (overrides/assets/js/search/normalise.js); both sides run the cases of
tests/fixtures/vectors/search-normalise.json.
"""

from __future__ import annotations

import re
import unicodedata

HAN = "\u3007\u3400-\u9fff\uf900-\ufaff"
_NUMERALS = "零〇一二三四五六七八九十百千两"
_DIGITS = {character: index for index, character in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_SCALES = {"十": 10, "百": 100, "千": 1000}
_UNITS = "个?工作日|个月|个?小时|分钟|日|天|年|月|周|条|款|项|章|节|步|人|次|份|页|号|倍|万|元|岁"
_NUMBER = re.compile(f"[{_NUMERALS}]+(?={_UNITS})")
_DROPPED = re.compile("[的、\u00ad\u200b-\u200f\u2060\ufeff]")
_REPLACED = (
    (re.compile("半年"), "6个月"),
    (re.compile(r"(?<=[0-9])个?天"), "日"),
    (re.compile("[以之]内"), "内"),
)
_RUN = re.compile(rf"[a-z][a-z0-9]*(?:-[a-z0-9]+)*|[0-9]+|[{HAN}]+")


def normalise(text: str) -> str:
    """A text in the form in which it is compared: 六十日以内 and 60天内 are both 60日内."""
    plain = _DROPPED.sub("", unicodedata.normalize("NFKC", text).lower())
    plain = _NUMBER.sub(lambda found: str(_value(found[0])), plain)
    for pattern, replacement in _REPLACED:
        plain = pattern.sub(replacement, plain)
    return plain


def _value(words: str) -> int:
    """The number that Chinese numerals mean; without 十, 百, 千 they are digits (二〇二六)."""
    if not any(character in _SCALES for character in words):
        return int("".join(str(_DIGITS[character]) for character in words))
    total, digit = 0, 0
    for character in words:
        if character in _SCALES:
            total += (digit or 1) * _SCALES[character]
            digit = 0
        else:
            digit = _DIGITS[character]
    return total + digit


def tokens(normalised: str) -> list[str]:
    """What a normalised text is found by.

    Overlapping pairs of hanzi (a lone hanzi as it is, unless it is the 第 of a number), Latin words and codes whole, numbers whole and once more with
    the hanzi behind them (60, 60日).
    """
    found: list[str] = []
    end = -1  # of the last number
    number = ""
    for match in _RUN.finditer(normalised):
        run = match[0]
        if run[0] > "z":
            follows = match.start() == end
            if follows:
                found.append(number + run[0])
            if len(run) > 1:
                found += map(str.__add__, run, run[1:])
            elif not follows and run != "第":
                found.append(run)
        else:
            found.append(run)
            if run[0] <= "9":
                number, end = run, match.end()
    return found
