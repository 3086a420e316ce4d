"""Numbers as characters."""

import json

import pytest

from handbook.exporters.search.codec import ALPHABET, LIMIT, gaps, packed, script


def test_every_character_of_the_alphabet_stands_in_json_as_itself() -> None:
    text = "".join(ALPHABET)

    assert json.dumps(text, ensure_ascii=False) == f'"{text}"'
    assert "|" not in text
    assert len(set(ALPHABET)) == len(ALPHABET)


@pytest.mark.parametrize("number", [0, 94, LIMIT - 1])
def test_a_number_takes_one_character(number: int) -> None:
    assert packed([number]) == ALPHABET[number]


@pytest.mark.parametrize("number", [LIMIT, LIMIT + 1, 10 * LIMIT + 7])
def test_a_large_number_takes_two(number: int) -> None:
    first, second = packed([number])

    assert (ALPHABET.index(first) - LIMIT) * LIMIT + ALPHABET.index(second) == number


def test_ascending_numbers_are_kept_as_distances() -> None:
    assert gaps([0, 1, 5]) == packed([0, 0, 3])


def test_a_script_holds_no_line_separator_of_javascript() -> None:
    assert script("甲", ["\u2028乙\n"]) == '__hs("\\u7532",["\\u2028乙\\n"]);\n'
