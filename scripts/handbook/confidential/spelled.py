"""Digits that are no figures: written as hanzi, in circles, raised."""

from __future__ import annotations

import re

_HANZI = (
    "〇零○Ｏ", "一壹弌幺〡", "二贰貳弍两兩〢", "三叁參叄弎〣", "四肆〤", "五伍〥", "六陆陸〦", "七柒〧", "八捌〨", "九玖〩",
)  # fmt: skip
_FIRST_OF_RINGS = (0x2460, 0x2474, 0x2488, 0x24F5, 0x2776, 0x2780, 0x278A, 0x3220, 0x3280)
_RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_ZEROS = "⓪⓿🄋🄌₀"

ENCLOSED: dict[str, str] = {
    **{chr(first + step): str(step + 1) for first in _FIRST_OF_RINGS for step in range(9)},
    **{raised: str(value) for value, raised in enumerate(_RAISED)},
    **{chr(0x2080 + value): str(value) for value in range(10)},
    **dict.fromkeys(_ZEROS, "0"),
}
"""Digits in rings and brackets, raised and lowered ones → figures."""

_FIGURES = str.maketrans({sign: str(value) for value, signs in enumerate(_HANZI) for sign in signs} | ENCLOSED)
_SIGNS = "".join(map(chr, _FIGURES))
_RUN = re.compile(rf"(?:[{_SIGNS}0-9][^\w\n{_SIGNS}]{{0,3}}){{11,}}")


def in_figures(text: str) -> str:
    """The text with figures for all digits, as long as before; ``""`` where no number of a person is spelled."""
    return text.translate(_FIGURES) if any(_is_spelled(run[0]) for run in _RUN.finditer(text)) else ""


def _is_spelled(run: str) -> bool:
    return any(ord(sign) in _FIGURES for sign in run)
