"""The detectors of personal data and secrets: what they must find, what they must not, and what they print."""

import time

import pytest

from handbook.confidential import KINDS, redacted, secrets
from hostile_secrets import FOUND
from labelled_secrets import CARD, ID, NEGATIVES, PHONE, POSITIVES, cut


def codes(text: str) -> set[str]:
    return {secret.kind.code for secret in secrets(text)}


@pytest.mark.parametrize(("text", "code"), POSITIVES, ids=range(len(POSITIVES)))
def test_a_secret_is_found(text: str, code: str) -> None:
    assert code in codes(text)
    assert code in codes(f"# 甲\n\n第1段，见第2步。\n\n{text}\n\n第3段。\n")


@pytest.mark.parametrize("text", NEGATIVES, ids=range(len(NEGATIVES)))
def test_what_is_none_is_let_through(text: str) -> None:
    assert [(secret.kind.code, secret.masked) for secret in secrets(f"甲\n\n{text}\n")] == []


def test_the_labelled_set_is_large_enough() -> None:
    assert len(POSITIVES) >= 300
    assert len(set(NEGATIVES)) >= 200
    assert {code for _, code in POSITIVES} == {kind.code for kind in KINDS}


@pytest.mark.parametrize("text", [text for text, code in POSITIVES if code in {"SEC001", "SEC002", "SEC003"}])
def test_no_more_than_three_and_two_characters_are_printed(text: str) -> None:
    for secret in secrets(text):
        assert len(secret.masked) <= 6
    for number in (ID, PHONE, CARD):
        assert number[3:-2] not in redacted(text)


@pytest.mark.parametrize("line", [line for line, code in FOUND.items() if code in {"SEC001", "SEC002", "SEC003"}])
def test_a_redacted_line_keeps_five_figures(line: str) -> None:
    assert sum(c.isdigit() for c in redacted(line)) <= 5 + sum(c.isdigit() for c in "86")


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("# 甲…\n\n㎡……电话\u200b１３９１２３４５６７８。\n", (3, 7, 3)),
        (f"甲\n\n号码{cut(ID, chr(10), 6)}\n", (3, 3, 4)),
        (f"甲\n| 乙 | {cut(ID, ' | ', 6, 8)} |\n", (2, 7, 2)),
        (f"**甲**<b>乙</b>&nbsp;{ID[:6]}<b>{ID[6:]}</b>\n", (1, 20, 1)),
        ("| 账号 | 密码 |\n|---|---|\n| admin | hunterXYZ |\n| jia | 12345678 |", (3, 11, 3)),
    ],
)
def test_the_place_is_that_of_the_original(text: str, place: tuple[int, int, int]) -> None:
    first = next(secrets(text))

    assert (first.line, first.column, first.last_line) == place


def test_the_fingerprint_tells_files_apart_and_no_value() -> None:
    one, other = next(secrets("13912345678")), next(secrets("13987654378"))

    assert one.masked == other.masked
    assert one.fingerprint("a") == other.fingerprint("a") != one.fingerprint("b")


@pytest.mark.parametrize("text", ["1" * 200_000, "1 " * 100_000, "a@" * 100_000, "密级" * 100_000, "(2025)" * 50_000,
                                  "内部资料" * 50_000, "密码" * 100_000, "eyJ" * 100_000, "a" * 200_000 + "@",
                                  "| 密码 | 密级 " * 20_000, "| 密码\n" * 40_000, "密码,密级\n" * 40_000, "一" * 200_000,
                                  "13912345678 " * 20_000, "[1](" * 50_000, "<b" * 100_000, "<!--" * 50_000, "&#49" * 50_000,
                                  "1\n|" * 60_000, "A" * 200_000, "%41" * 60_000, "\\u0041" * 40_000, "BEGIN " * 40_000,
                                  "身份证379999991231002|\n" * 10_000, "*_`~=" * 40_000, "密码：\n" * 60_000,
                                  "pass:" * 40_000, "-----<td>" * 20_000, "eyJ-----" * 20_000, "\n" * 60_000 + "密级"], ids=range(30))  # fmt: skip
def test_no_text_takes_long(text: str) -> None:
    start = time.process_time()
    list(secrets(text))

    assert time.process_time() - start < 3
