from __future__ import annotations

from pathlib import Path

import pytest

from handbook.model.link import LinkKind
from handbook.sources.dialect import Dialect
from handbook.sources.markdown import MarkdownReader
from pages import DIALECT, built, read

ROOT = Path(__file__).resolve().parents[2]


def links(body: str, dialect: Dialect = DIALECT) -> list[tuple[int, int, str]]:
    return [(link.span.line, link.span.column, link.target) for link in read(body, dialect).links]


SNIPPETS = {
    "plain": "见[甲](a.md)和![图](b.png \"题\")。",
    "blank in address": "[甲](a b.md) [乙](<c d.md>)",
    "brackets in address": "[甲](a(1).md)",
    "broken over lines": "[甲\n乙](a.md)",
    "image in link": "[![图](b.png)](a.md)",
    "reference": "[甲][x] [x][] [x]\n\n[x]: a.md \"题\"",
    "autolink": "<https://example.com/a>",
    "code": "`[甲](a.md)`\n\n    [乙](b.md)\n\n```\n[丙](c.md)\n```\n\n[丁](d.md)",
    "comment": "<!-- [甲](a.md) -->\n\n甲<!-- [乙](b.md) -->乙[丙](c.md)",
    "escaped": "\\[甲](a.md) [乙](b.md)",
    "table": "| 甲 | 乙 |\n|---|---|\n| [一](a.md) | [一](a.md) `x` |\n| ![图](b.png) | 无 |",
    "footnote": "甲[^1]\n\n[^1]: 注[乙](b.md)\n\n    续[丙](c.md)",
    "admonition": "!!! note \"题[甲](a.md)\"\n    文[乙](b.md)\n\n    - [丙](c.md)\n\n[丁](d.md)",
    "details": "???+ tip \"题\"\n    文[乙](b.md)",
    "tabs": "=== \"一\"\n\n    [甲](a.md)\n\n=== \"二\"\n\n    !!! note\n        [乙](b.md)",
    "definition list": "词\n:   [甲](a.md)\n\n    [乙](b.md)",
    "raw block": "<div>\n[不是](x.md)\n\n[也不是](y.md)\n</div>\n\n[甲](a.md)",
    "raw links": "<p><a href=\"a.html\">甲</a></p>\n\n文<a href=\"b.html\">乙</a><img src=\"c.png\">",
    "markdown in html": "<div markdown=\"1\">\n[甲](a.md)\n\n- [乙](b.md)\n</div>",
    "nested list": "- 一\n    - [甲](a.md)\n\n        [乙](b.md)\n\n1. [丙](c.md)\n\n    ```\n    [不](x.md)\n    ```",
    "quote": "> [甲](a.md)\n> [乙](b.md)",
    "heading": "##无空格[甲](a.md) {#h}\n\n标题[乙](b.md)\n====",
    "attributes": "[甲](a.md){#one .b}\n\n段落\n{: #two }\n\n## 题 {: #three }",
    "repeated headings": "## 受理\n\n## 受理\n\n## 受理、办理 `x` **y**",
    "title in heading": "# 一、总则（试行）\n\n## 1. Step One & Two",
}  # fmt: skip


@pytest.mark.parametrize("name", SNIPPETS)
def test_links_and_ids_are_those_of_the_built_page(name: str) -> None:
    body = SNIPPETS[name]
    page = built(body)

    reading = read(body)

    found = [link.target for link in reading.links if link.kind is not LinkKind.BARE]
    # A reference counts once however often it is used: it is put right at its definition.
    assert set(found) == set(page.targets)
    assert page.ids - {i for i in page.ids if i.startswith("fn")} == {
        i for i in reading.anchors if not i.startswith("fn")
    }


def test_links_of_our_own_pages_are_those_of_the_built_pages() -> None:
    for path in sorted((ROOT / "docs").rglob("*.md")):
        body = path.read_text(encoding="utf-8").partition("\n---\n")[2]
        if "kind: template" not in path.read_text(encoding="utf-8"):
            found = {link.target for link in read(body).links if link.kind is not LinkKind.BARE}
            assert found == set(built(body).targets), path


def test_a_link_stands_where_its_bracket_is() -> None:
    body = "甲[一](a.md)\n\n| 甲 | 乙 |\n|---|---|\n| [一](a.md) | [一](a.md) |\n\n!!! note\n    文\n    [二](b.md)\n"

    assert links(body) == [(1, 2, "a.md"), (5, 3, "a.md"), (5, 15, "a.md"), (9, 5, "b.md")]


def test_a_reference_stands_at_its_definition() -> None:
    assert links("[甲][x]和[乙][x]\n\n[x]: a.md") == [(3, 1, "a.md")]


def test_a_tag_over_several_lines_stands_where_it_opens() -> None:
    assert links('<p>\n  <a class="x"\n     href="a.html">甲</a>\n</p>') == [(2, 3, "a.html")]


def test_without_its_extension_an_indented_body_is_code() -> None:
    body = '=== "一"\n\n    [甲](a.md)\n'

    assert links(body, Dialect()) == []
    assert links(body, Dialect(tabbed=True)) == [(3, 5, "a.md")]


def test_a_reference_without_definition_is_kept_with_its_place() -> None:
    undefined = read("见[甲][没有]、![图][无]、[^9]。数组 a[0][1]，[ ] 待办。").undefined

    assert [(link.span.column, link.target) for link in undefined] == [(2, "没有"), (10, "无"), (18, "9")]


def test_a_fence_inside_a_tab_keeps_its_line_and_indent() -> None:
    (fence,) = read('=== "一"\n\n    ```mermaid\n    flowchart TD\n      a --> b\n    ```\n').fences

    assert (fence.info, fence.first_line, fence.indent) == ("mermaid", 4, 4)
    assert fence.text == "flowchart TD\n  a --> b\n"


def test_a_fence_that_never_ends_is_a_fault() -> None:
    (fault,) = read("文\n\n```python\nx = 1\n").faults

    assert (fault.kind, fault.span.line) == ("unclosed-fence", 3)


def test_a_snippet_from_outside_is_a_fault() -> None:
    dialect = Dialect(snippets=True)

    assert [f.kind for f in read('--8<-- "../secret.md"\n\n--8<-- "/etc/passwd"\n', dialect).faults] == ["snippet"] * 2
    assert read('--8<-- "parts/a.md"\n', dialect).faults == []


def test_lines_count_from_the_file_when_a_body_begins_later() -> None:
    reading = MarkdownReader(DIALECT).read("[甲](a.md)", path="docs/a.md", line=7)

    assert str(reading.links[0].span) == "docs/a.md:7:1"


@pytest.mark.parametrize(
    "body",
    ["[" * 5_000, "> " * 2_000 + "x", "- " * 400 + "x", "*" * 20_000, "<div>" * 2_000, "(" * 9_000, "`" * 9_000 + "x"],
    ids=["brackets", "quotes", "lists", "stars", "divs", "parens", "ticks"],
)
def test_hostile_nesting_is_read_in_time(body: str) -> None:
    read(body)
