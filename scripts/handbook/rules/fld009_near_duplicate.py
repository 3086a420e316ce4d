"""一份文书里有两个字段的名字只差一点，多半是同一个字段写错了字。

为什么：同一件事分成两个字段，填表的人要填两遍，还可能填得不一样。
错误：同时声明“收件日期”和“收件日其”，或者“被反映人姓名”和“被反映人的姓名”。
正确：只留一个，正文里都用它。

只认三种情形：读音相近的一个字不同，字一样而次序不同，只差标点、空格或者“的”。“接待人一”和“接待人二”不算。
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from itertools import combinations

from handbook.diagnostics import Finding, Severity
from handbook.model.handbook import Handbook
from handbook.rules.registry import rule

# GB 2312 orders its 3,755 common hanzi by sound: those that sound alike are close together.
_FIRST, _LAST = 0xB0A1, 0xD7F9
_CLOSE = 30
_LOOKALIKES = ("己已巳", "日曰", "未末", "土士", "人入", "千干", "戊戌戍", "侯候")


@rule("FLD009", "near-duplicate", Severity.WARNING)
def check(handbook: Handbook) -> Iterator[Finding]:
    for template in handbook.all_templates:
        for first, second in combinations(template.fields, 2):
            if first.name != second.name and _is_slip(first.name, second.name):
                message = f"字段“{second.name}”和第 {first.span.line} 行的“{first.name}”只差一点"
                yield Finding(second.span, message, "是一回事的只留一个；不是一回事的，把名字改得分得清")


def _is_slip(left: str, right: str) -> bool:
    left, right = _bare(left), _bare(right)
    if left == right or (len(left) > 2 and sorted(left) == sorted(right)):
        return True
    different = [(a, b) for a, b in zip(left, right, strict=False) if a != b]
    return len(left) == len(right) > 2 and len(different) == 1 and _are_alike(*different[0])


def _bare(name: str) -> str:
    """The name without what readers overlook: width, case, punctuation, spaces, 的."""
    folded = unicodedata.normalize("NFKC", name).casefold()
    return "".join(c for c in folded if c.isalnum() and c != "的")


def _are_alike(left: str, right: str) -> bool:
    if any(left in group and right in group for group in _LOOKALIKES):
        return True
    places = [_place(character) for character in (left, right)]
    return all(places) and abs(places[0] - places[1]) <= _CLOSE


def _place(hanzi: str) -> int:
    """Where a hanzi stands in the order of sounds, or 0."""
    code = int.from_bytes(hanzi.encode("gb2312", "ignore"), "big")
    row, column = divmod(code - _FIRST, 256)
    return row * 94 + column + 1 if _FIRST <= code <= _LAST else 0
