from __future__ import annotations

import pytest

from handbook.diagnostics import Span
from handbook.model.link import Link, LinkKind


def link(target: str) -> Link:
    return Link(target, Span("docs/a.md"), LinkKind.INLINE)


@pytest.mark.parametrize(
    ("target", "scheme"),
    [
        ("a.md", ""),
        ("a.md#b:c", ""),
        ("HTTPS://example.com", "https"),
        ("java\tscript:alert(1)", "javascript"),
        (" javascript:x", "javascript"),
        ("//example.com", "//"),
        ("C:\\表.docx", "c"),
        ("受理：说明.md", ""),
        ("1:2", ""),
    ],
)
def test_scheme_is_read_as_a_browser_reads_it(target: str, scheme: str) -> None:
    assert link(target).scheme == scheme


def test_path_and_fragment_are_percent_decoded() -> None:
    found = link("%E5%8F%97%E7%90%86.md?x=1#%E7%AC%AC1%E6%AD%A5")

    assert (found.path, found.fragment) == ("受理.md", "第1步")


def test_a_target_without_mark_has_no_fragment() -> None:
    assert link("a.md").fragment is None
    assert link("a.md#").fragment == ""
