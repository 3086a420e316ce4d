"""Numbers in pieces: what makes up a number, and what stays a row of amounts."""

import pytest

from handbook.sources.attachments.rows import joined, joined_in_columns
from hostile_files import IDENTITY

PHONE = "13912345678"


@pytest.mark.parametrize(
    "cells",
    [
        list(IDENTITY),
        ["身份证号", *IDENTITY, "签名"],
        ["110105", "19491231", "002X"],
        [" 110105 ", "1949", "12", "31", "002X"],
        ["7", *IDENTITY],
    ],
)
def test_an_identity_number_is_found_however_it_is_cut(cells: list[str]) -> None:
    assert IDENTITY in list(joined(cells))


@pytest.mark.parametrize(
    "cells",
    [
        ["139", "1234", "5678"],  # amounts: nobody could tell them from a phone
        ["110105", "甲", "19491231", "002X"],
        ["1", "2", "3"],
        ["110105", "19491331", "002X"],  # no month has that number
        [],
        [IDENTITY],  # whole: the cell itself is read
    ],
)
def test_other_cells_make_up_nothing(cells: list[str]) -> None:
    assert list(joined(cells)) == []


def test_a_phone_is_put_together_of_single_digits_only() -> None:
    assert list(joined(PHONE)) == [PHONE]
    assert list(joined([*PHONE, "9"])) == []


def test_digits_below_one_another_are_put_together() -> None:
    rows = [["位", digit] for digit in PHONE]

    assert list(joined_in_columns([["标题"], *rows])) == [PHONE]
