"""Tags are told apart as browsers do it."""

import time

import pytest

from handbook.markup.tokens import COMMENT, tags


def names(source: str) -> list[str]:
    return [("/" if tag.closing else "") + tag.name for tag in tags(source)]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("<A HREF=x>y</a >", ["a", "/a"]),
        ("1 < 2 <3 <\t></>", [COMMENT]),
        ("<!-- <a> --><b>", [COMMENT, "b"]),
        ("<!--><a>", [COMMENT, "a"]),
        ("<!-- x --!><a>", [COMMENT, "a"]),
        ("<!doctype html><?php <a>", [COMMENT, COMMENT]),
        ("<title><a></title><b>", ["title", "/title", "b"]),
        ("<textarea></textareas><a></TEXTAREA><b>", ["textarea", "/textarea", "b"]),
        ("<script>'<a>'</script ><b>", ["script", "/script", "b"]),
        ("<script><!-- <script></script> --></script><b>", ["script", "/script", "b"]),
        ("<svg><title/><script/><a></svg><title>x</title>", ["svg", "title", "script", "a", "/svg", "title", "/title"]),
        ("<a title='>'><b title=\">\">", ["a", "b"]),
        ('<a title="x><b>', []),
        ("<a", []),
    ],
)
def test_names_of_tags(source: str, expected: list[str]) -> None:
    assert names(source) == expected


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("<a href=x/>", {"href": "x/"}),
        ("<a/href='1'/id=2 hidden>", {"href": "1", "id": "2", "hidden": ""}),
        ("<a href = 'x' HREF=y>", {"href": "x"}),
        ('<a href="?a=1&copy=2&amp;b=&#20013;&#x6587;">', {"href": "?a=1&copy=2&b=中文"}),
        ("<a href=\nx=y\ttitle=it's>", {"href": "x=y", "title": "it's"}),
        ("<a =x>", {"=x": ""}),
    ],
)
def test_attributes_of_a_tag(source: str, expected: dict[str, str]) -> None:
    assert [dict(tag.attributes) for tag in tags(source)] == [expected]


@pytest.mark.parametrize(
    "part", ['<a b="', "<!--", "<script>", "<a ", "<title", "<!", "<", "</", "<a b='\"", "&", "<a\n"]
)
def test_hostile_input_takes_time_in_proportion_to_its_length(part: str) -> None:
    start = time.perf_counter()
    list(tags(part * 200_000))

    assert time.perf_counter() - start < 2
