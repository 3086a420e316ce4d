"""大写(金额): 壹万贰仟叁佰肆拾伍元陆角整.

After the rules for filling in cheques (支付结算办法，附一): 整 behind 元 and 角, none behind 分; one 零 for zeros between.
"""

from __future__ import annotations

from collections.abc import Iterator

from handbook.fields.functions.base import Function

_DIGITS = "零壹贰叁肆伍陆柒捌玖"
_PLACES = ("", "拾", "佰", "仟")
_SECTIONS = ("", "万", "亿")


def _compute(amount: str) -> str:
    yuan, _, rest = amount.partition(".")
    jiao, fen = (int(digit) for digit in rest.ljust(2, "0"))
    whole = "".join(_whole(int(yuan)))
    words = f"{whole}元" if whole else ""
    if jiao:
        words += f"{_DIGITS[jiao]}角"
    if fen:
        return words + ("零" if whole and not jiao else "") + f"{_DIGITS[fen]}分"
    return (words or "零元") + "整"


def _whole(number: int) -> Iterator[str]:
    """The digits of whole yuan in sections of four, from the highest."""
    gap = started = False
    for section in range(len(_SECTIONS) - 1, -1, -1):
        value = number // 10_000**section % 10_000
        for place in range(3, -1, -1):
            digit = value // 10**place % 10
            if digit:
                yield ("零" if gap and started else "") + _DIGITS[digit] + _PLACES[place]
                gap, started = False, True
            else:
                gap = gap or place > 0 or value == 0
        if value:
            yield _SECTIONS[section]


FUNCTION = Function("大写", (("金额",),), ("大写金额",), "金额的大写", _compute)
