"""What several rules about conditions and computations ask."""

from __future__ import annotations

from collections.abc import Iterator

from handbook.model.expression import Comparison, Condition, named_fields
from handbook.model.template import Field

DAYS = ("日期", "日期时间")


def operands(field: Field) -> Iterator[tuple[str, str]]:
    """Every field that a definition mentions, with the key that mentions it."""
    for key, expression in (("必填", field.needed_when), ("推算", field.computed)):
        if expression is not None:
            yield from ((key, name) for name in dict.fromkeys(named_fields(expression)))
    for key, name in (("不早于", field.not_before), ("不晚于", field.not_after)):
        if name:
            yield key, name


def comparisons(condition: Condition | None) -> Iterator[Comparison]:
    """The comparisons that a condition consists of."""
    if isinstance(condition, Comparison):
        yield condition
    elif condition is not None:
        for part in condition.parts:
            yield from comparisons(part)
