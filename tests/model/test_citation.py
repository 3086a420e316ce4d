"""Numbers and places as statutes write them, and which citations touch which place."""

import pytest

from handbook.diagnostics import Span
from handbook.model.citation import Cited, Provision, hanzi, likely_number, number_of, place_of

SPAN = Span("docs/a.md")


def place(words: str) -> Provision:
    found = place_of(words, "a")
    assert found
    return found


def cited(first: str, last: str = "") -> Cited:
    end = place(last) if last else None
    return Cited(place(first), (end or place(first)).article, first, SPAN, end)


def test_every_number_is_read_back_as_it_is_written() -> None:
    assert [number_of(hanzi(number)) for number in range(1, 1000)] == list(range(1, 1000))
    assert [number_of(str(number)) for number in range(1, 1000)] == list(range(1, 1000))


@pytest.mark.parametrize(
    ("words", "number"),
    [("一百〇五", 105), ("２１", 21), ("一百一十", 110), ("二百", 200), ("十", 10), ("九百九十九", 999)],
)
def test_variants_of_well_formed_numbers(words: str, number: int) -> None:
    assert number_of(words) == number


@pytest.mark.parametrize(
    ("words", "likely"),
    [
        ("一百十", 110),
        ("一百五", 105),
        ("十十", 20),
        ("〇五", 5),
        ("一十二", 12),
        ("零", 0),
        ("0", 0),
        ("1000", 1000),
        ("二〇", 20),
        ("两", 2),
    ],
)
def test_a_malformed_number_is_none_but_tells_what_was_meant(words: str, likely: int) -> None:
    assert number_of(words) is None
    assert likely_number(words) == likely


@pytest.mark.parametrize(
    ("words", "article", "branch", "paragraph", "item"),
    [
        ("第二十一条", 21, 0, 0, 0),
        ("第二十一条第二款", 21, 0, 2, 0),
        ("第二十一条第二款第（一）项", 21, 0, 2, 1),
        ("第21条第3项", 21, 0, 0, 3),
        ("第一百二十条之一第二款", 120, 1, 2, 0),
    ],
)
def test_a_place_is_read_and_said_again(words: str, article: int, branch: int, paragraph: int, item: int) -> None:
    found = place(words)

    assert found == Provision("a", article, paragraph, item, branch)
    assert place_of(found.words, "a") == found


@pytest.mark.parametrize("words", ["", "二十一条", "第二十一", "第二条二款", "第十十条", "第二条例", "第二条、第三条"])
def test_other_words_are_no_place(words: str) -> None:
    assert place_of(words) is None


@pytest.mark.parametrize(
    ("element", "asked", "touches"),
    [
        (cited("第二条"), "第二条第一款", True),
        (cited("第二条第一款"), "第二条", True),
        (cited("第二条第一款"), "第二条第二款", False),
        (cited("第二条第三项"), "第二条第一款第三项", True),
        (cited("第二条第一款第三项"), "第二条第一款第四项", False),
        (cited("第二条", "第九条"), "第五条第二款", True),
        (cited("第二条", "第九条"), "第十条", False),
        (cited("第二条第二款", "第二条第四款"), "第二条第三款", True),
        (cited("第二条第二款", "第二条第四款"), "第二条第一款", False),
        (cited("第二条之一"), "第二条", False),
    ],
)
def test_a_citation_touches_what_it_names_and_what_holds_that(element: Cited, asked: str, touches: bool) -> None:
    assert element.touches(place(asked)) is touches
    assert not element.touches(Provision("b", place(asked).article))
