"""The detectors of personal data and secrets: what they must find, what they must not, and what they print."""

import time

import pytest

from handbook.confidential import redacted, secrets
from hostile_secrets import FOUND, SILENT


@pytest.mark.parametrize("line", FOUND)
def test_a_secret_is_found(line: str) -> None:
    assert FOUND[line] in {secret.kind.code for secret in secrets(line)}


@pytest.mark.parametrize("line", SILENT)
def test_what_is_none_is_let_through(line: str) -> None:
    assert [(secret.kind.code, secret.masked) for secret in secrets(f"甲\n\n{line}\n")] == []


@pytest.mark.parametrize("line", [line for line, code in FOUND.items() if code in {"SEC001", "SEC002", "SEC003"}])
def test_no_more_than_three_and_two_characters_are_printed(line: str) -> None:
    for secret in secrets(line):
        assert len(secret.masked) <= 6
        assert sum(c.isdigit() for c in redacted(line)) <= 5 + sum(c.isdigit() for c in "86")


def test_the_place_is_that_of_the_original() -> None:
    text = "# 甲…\n\n㎡……电话\u200b１３９１２３４５６７８。\n"

    assert [(secret.line, secret.column) for secret in secrets(text)] == [(3, 7)]


def test_the_fingerprint_tells_files_apart_and_no_value() -> None:
    one, other = next(secrets("13912345678")), next(secrets("13987654378"))

    assert one.masked == other.masked
    assert one.fingerprint("a") == other.fingerprint("a") != one.fingerprint("b")


@pytest.mark.parametrize("text", ["1" * 200_000, "1 " * 100_000, "a@" * 100_000, "密级" * 100_000, "(2025)" * 50_000,
                                  "内部资料" * 50_000, "密码" * 100_000, "eyJ" * 100_000, "a" * 200_000 + "@"], ids=range(9))  # fmt: skip
def test_no_text_takes_long(text: str) -> None:
    start = time.process_time()
    list(secrets(text))

    assert time.process_time() - start < 3
