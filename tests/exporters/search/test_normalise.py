"""The cases that Python and JavaScript must agree on: tests/fixtures/vectors/README.md."""

import json
from pathlib import Path

import pytest

from handbook.exporters.search.normalise import normalise, tokens

VECTORS = json.loads((Path(__file__).parents[2] / "fixtures/vectors/search-normalise.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", VECTORS, ids=lambda case: case["text"] or "empty")
def test_vectors(case: dict[str, object]) -> None:
    normal = normalise(str(case["text"]))

    assert normal == case["normal"]
    assert tokens(normal) == case["tokens"]


@pytest.mark.parametrize("case", VECTORS, ids=lambda case: case["text"] or "empty")
def test_what_is_normal_stays_as_it_is(case: dict[str, object]) -> None:
    assert normalise(str(case["normal"])) == case["normal"]
