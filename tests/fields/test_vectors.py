"""The cases that Python and JavaScript must agree on: tests/fixtures/vectors/README.md."""

import json
from pathlib import Path
from typing import Any

import pytest

from handbook.diagnostics import Span
from handbook.fields import all_types, type_of
from handbook.fields.id_number import check_character
from handbook.fields.logic import compute, holds
from handbook.model.expression import (
    ExpressionError,
    read_computation,
    read_condition,
    tree,
)
from handbook.model.template import Field

VECTORS = json.loads((Path(__file__).parents[1] / "fixtures/vectors/fields.json").read_text(encoding="utf-8"))


def value_of(case: dict[str, Any]) -> str:
    """The value of a case; an identity number is put together here, so that none is stored."""
    if "digits" not in case:
        return case["value"]
    right = check_character(case["digits"])
    return case["digits"] + (right if case["check"] == "right" else "2" if right == "1" else "1")


def facts_of(case: dict[str, Any]) -> dict[str, str]:
    return {name: fact if isinstance(fact, str) else value_of(fact) for name, fact in case["facts"].items()}


def test_each_type_has_at_least_six_values_some_good_and_some_bad() -> None:
    for name in set(all_types()) - {"重复组"}:
        verdicts = [case["valid"] for case in VECTORS["values"] if case["type"] == name]
        assert len(verdicts) >= 6, name
        assert set(verdicts) == {True, False}, name


@pytest.mark.parametrize("case", VECTORS["values"], ids=lambda case: f"{case['type']}-{case.get('value')!r:.20}")
def test_values(case: dict[str, Any]) -> None:
    field = Field(
        "字段", case["type"], Span("x"), options=tuple(case.get("options", ())), max_length=case.get("maxLength")
    )
    value = value_of(case)

    message = type_of(case["type"]).check_value(field, value)

    assert message == (None if case["valid"] else case["message"].replace("{value}", value))


def test_normalise() -> None:
    found = [type_of(case["type"]).normalise(case["value"]) for case in VECTORS["normalise"]]

    assert found == [case["result"] for case in VECTORS["normalise"]]


def test_display() -> None:
    found = [type_of(case["type"]).display(case["value"]) for case in VECTORS["display"]]

    assert found == [case["result"] for case in VECTORS["display"]]


def test_what_is_displayed_is_read_back() -> None:
    for case in VECTORS["values"]:
        if case["valid"]:
            kind, value = type_of(case["type"]), value_of(case)
            assert float_free(kind.normalise(kind.display(value))) == float_free(kind.normalise(value))


def float_free(value: str) -> str:
    """An amount without the zeros that its display adds."""
    return value.rstrip("0").rstrip(".") if "." in value else value


@pytest.mark.parametrize("case", VECTORS["conditions"], ids=lambda case: case["condition"])
def test_conditions(case: dict[str, Any]) -> None:
    condition = read_condition(case["condition"])

    assert tree(condition) == case["tree"]
    assert holds(condition, facts_of(case)) is case["result"]


@pytest.mark.parametrize("case", VECTORS["computations"], ids=lambda case: f"{case['compute']}-{case['result']}")
def test_computations(case: dict[str, Any]) -> None:
    computation = read_computation(case["compute"])

    assert tree(computation) == case["tree"]
    assert compute(computation, facts_of(case)) == case["result"]


@pytest.mark.parametrize("case", VECTORS["broken"], ids=lambda case: case.get("condition") or case["compute"])
def test_broken_expressions_say_where(case: dict[str, Any]) -> None:
    read, text = (read_condition, case["condition"]) if "condition" in case else (read_computation, case["compute"])

    with pytest.raises(ExpressionError) as caught:
        read(text)

    assert (caught.value.offset, caught.value.reason) == (case["offset"], case["error"])
