"""What conditions and computations come to with given facts; a fact is the stored value of a field, by its name."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from handbook.fields import type_of
from handbook.fields.functions import all_functions
from handbook.model.expression import Comparison, Computation, Condition, Junction
from handbook.model.template import Field, Template

Facts = Mapping[str, str]

_TEXT: Mapping[str, Callable[[str, str], bool]] = {
    "equals": lambda value, text: value == text,
    "differs": lambda value, text: value != text,
    "contains": lambda value, text: text in value,
}
_ORDER: Mapping[str, Callable[[str, str], bool]] = {
    "before": lambda value, other: value < other,
    "after": lambda value, other: value > other,
    "not-before": lambda value, other: value >= other,
    "not-after": lambda value, other: value <= other,
}


def holds(condition: Condition, facts: Facts) -> bool:
    """True when a condition holds; of what is not filled in nothing holds but that it is empty."""
    if isinstance(condition, Junction):
        join = all if condition.operator == "all" else any
        return join([holds(part, facts) for part in condition.parts])
    return _compares(condition, facts)


def _compares(comparison: Comparison, facts: Facts) -> bool:
    value = facts.get(comparison.field, "")
    if comparison.operator in ("filled", "empty"):
        return bool(value) == (comparison.operator == "filled")
    if comparison.operator in _ORDER:
        return is_ordered(comparison.operator, value, facts.get(comparison.other, ""))
    return bool(value) and _TEXT[comparison.operator](value, comparison.text)


def is_ordered(operator: str, value: str, other: str) -> bool:
    """True when two days or minutes stand in an order; where one is a day only, the days are compared."""
    if not value or not other:
        return False
    length = min(len(value), len(other))
    return _ORDER[operator](value[:length], other[:length])


def compute(computation: Computation, facts: Facts) -> str:
    """The value of a computation, or ``""`` while an argument is missing; the given facts are valid values."""
    values = [facts.get(name, "") for name in computation.fields]
    function = all_functions().get(computation.function)
    if function is None or len(values) != len(function.takes) or not all(values):
        return ""
    return function.compute(*values)


def sample(template: Template, field: Field) -> str:
    """The fictitious value of a field: its example when it can stand, else what follows from others' examples."""
    if field.example:
        return "" if type_of(field.type).check_example(field) else field.example
    if field.computed is None:
        return ""
    named = (template.field(name) for name in field.computed.fields)
    given = [other for other in named if other is not None and other is not field and other.example]
    return compute(field.computed, {other.name: sample(template, other) for other in given})
