"""A page is split where MkDocs splits it, and what MkDocs would print or swallow is told."""

import pytest
from mkdocs.utils import meta

from handbook.sources.front_matter import FrontMatter, split


def read(text: str) -> FrontMatter:
    return split(text, path="p.md")


def faults(text: str) -> list[str]:
    return [f"{f.span.line}:{f.span.column} {f.kind} {f.message}" for f in read(text).faults]


@pytest.mark.parametrize(
    "text",
    [
        "---\ntitle: 受理\n---\n\n# 受理\n",
        "---\ntitle: 受理\n...\n# 受理\n",
        "--- \t\ntitle: 受理\n---  \n# 受理\n",
        "# 受理\n\n---\n\n正文\n",
        "---\n\n# 受理\n",
        "---\n\n横线之间\n\n---\n\n# 受理\n",
        "title: 受理\ntags: a\n\n# 受理\n",
        "正文：第一行\n",
        "",
        "\n",
        "---\n",
    ],
)
def test_the_body_begins_where_mkdocs_begins_it(text: str) -> None:
    front = read(text)
    body, data = meta.get_data(text)

    assert "\n".join(text.split("\n")[front.body_line - 1 :]).strip("\n") == body.strip("\n")
    assert [key.text for key, _ in front.meta] == list(data)
    assert front.faults == ()


def test_places_count_from_the_first_line_of_the_file() -> None:
    front = read("---\ntitle: 受理\n---\n\n# 受理\n")

    assert str(front.meta.key_span("title")) == "p.md:2:1"
    assert front.body_line == 4


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("\n\n---\ntitle: 受理\n---\n\n正文\n", "3:1 front-matter “---”不在第一行，front matter 会印在网页上"),
        ("———\ntitle: 受理\n———\n\n正文\n", "1:1 front-matter “———”不是三个英文减号"),
        ("---\ntitle: 受理\n\n# 受理\n", "1:1 front-matter front matter 没有结束"),
        ("---\n---\n\n# 受理\n", "1:1 front-matter front matter 是空的，两行“---”会印成横线"),
        ("---\n- title\n---\n正文\n", "2:1 front-matter front matter 要写成“键: 值”，这里是列表"),
        ("---\ntitle：受理\n---\n正文\n", "2:6 yaml “title：”用了中文冒号"),
        (
            "---\ntitle: !!python/name:os.system\n---\n正文\n",
            "2:8 yaml-tag front matter 里不能用 YAML 标签“!!python/name:os.system”",
        ),
        ("---\ndate: 2026-02-30\n---\n正文\n", "2:7 yaml “2026-02-30”不是真实的日期或者时间"),
        ("Tel: 000-0000000\n正文\n", "1:1 front-matter 以“Tel:”开头的这一行会被当成设置，不会出现在网页上"),
        ("https://example.org/\n", "1:1 front-matter 以“https:”开头的这一行会被当成设置，不会出现在网页上"),
    ],
)
def test_what_mkdocs_would_print_or_swallow_is_told(text: str, expected: str) -> None:
    assert faults(text) == [expected]


def test_a_misplaced_front_matter_is_still_read_so_that_one_mistake_gives_one_fault() -> None:
    assert read("\n---\nkind: guide\n---\n\n正文\n").meta.text("kind") == "guide"
    assert read("---\nkind: guide\n\n# 受理\n").meta.text("kind") == "guide"


def test_an_impossible_date_in_quotes_is_only_words() -> None:
    assert faults('---\nnote: "2026-02-30"\n---\n正文\n') == []
