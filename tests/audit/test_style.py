"""Addresses that style sheets load."""

import pytest

from handbook.audit.style import addresses


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ('@import "a.css" screen;', [("a.css", "@import")]),
        ("@import\n/* x */ url( 'a.css' );", [("a.css", "@import")]),
        ("@IMPORT url(a.css)", [("a.css", "@import")]),
        ("b{background:url(a.png),URL('b.png')}", [("a.png", "url()"), ("b.png", "url()")]),
        ("b{background:url(data:image/svg+xml;utf8,<svg/>)}", [("data:image/svg+xml;utf8,<svg/>", "url()")]),
        ("b{src:url(a\\.b\\66 c)}", [("a.bfc", "url()")]),
        ("/* url(a) */ b{content:'url(b)'} @namespace url(c); .my-url(d) {}", []),
        ('b{content:"\\"url(a)"} /* url(', []),
    ],
)
def test_addresses_of_a_style_sheet(source: str, expected: list[tuple[str, str]]) -> None:
    assert [(address, how) for address, how, _ in addresses(source)] == expected
