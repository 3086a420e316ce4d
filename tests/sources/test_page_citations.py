"""Every citation of a page and of a register is found, where it stands and with what it stands in."""

import datetime as dt
from pathlib import Path

import pytest

from handbook.model.handbook import Handbook
from handbook.settings import Settings
from handbook.sources import load

REGISTER = """shili-guize-2099:
  名称: 示例机关示例工作规则
  简称: [示例规则]
  状态: 现行有效
  条数: 40
  原文: 已见
  要点:
    第二条: 见《示例规则》第三十九条。
"""
PAGE = """---
kind: procedure
title: 示例流程
code: XF-01
basis: 《示例规则》第一条
aliases:
  - "《示例规则》第二条"
---

# 示例流程《示例规则》第三条

开头《示例规则》第四条。

## 办理步骤

### 1. 登记 {#s1}

- **依据**：*《示例规则》*第五条，**见** [《示例规则》第六条](#s1)，&amp;《示例规则》第七条。
- 转义\\*《示例规则》第八条，`《示例规则》第九条`；图![《示例规则》第九条](a.png)。

| 事项 | 依据 |
| --- | --- |
| 《示例规则》第十条 | 《示例规则》第十条；《示例规则》第十一条 |

!!! note "《示例规则》第十二条"
    里面《示例规则》第十三条
    第二行《示例规则》第十四条

=== "标签"

    - 表里《示例规则》第十五条

    ```text
    《示例规则》第九条
    ```

1. 一层
    - 二层《示例规则》第十六条

> 引用《示例规则》第十七条

<!-- 《示例规则》第九条 -->

```mermaid
flowchart TD
    s1["登记<br/>《示例规则》第十八条"] -->|《示例规则》第十九条| e1(["完"])
```
"""
TEMPLATE = """---
kind: template
title: 示例函
code: XF-W01
version: 1
layout: 公文
basis: 《示例规则》第二十条
note: >
  第一行
  第二行《示例规则》第二十一条
fields:
  依据: {类型: 法条, 必填: 是, 示例: 《示例规则》第二十二条、第二十三条}
---

# 示例函

{顶格}按照《示例规则》第二十四条，{{依据}}。

::: 表格 78 78
| 根据《示例规则》第二十五条 | {{依据}} |
:::
"""
DEADLINES = """T-01:
  事项: 示例
  依据: 《示例规则》第三十条
  说明: 重复的不算（《示例规则》第三十一条）
"""


@pytest.fixture(scope="module")
def handbook(tmp_path_factory: pytest.TempPathFactory) -> Handbook:
    root = tmp_path_factory.mktemp("book")
    files = {
        "mkdocs.yml": "site_name: 示例\nmarkdown_extensions: [admonition, attr_list, tables, pymdownx.superfences, pymdownx.tabbed]\n",
        "docs/index.md": "# 首页\n\n没有引用。\n",
        "docs/a.md": PAGE,
        "docs/form.md": TEMPLATE,
        "docs/reference/statutes.yml": REGISTER,
        "docs/reference/deadlines.yml": DEADLINES,
    }
    for name, text in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")
    return load(root, today=dt.date(2099, 1, 1), settings=Settings())


def articles(handbook: Handbook, src: str) -> list[tuple[int, str]]:
    return [(c.first.article, citation.place) for citation in handbook.pages[src].citations for c in citation.cited]


def test_text_charts_and_front_matter_are_read_and_code_is_not(handbook: Handbook) -> None:
    found = articles(handbook, "a.md")

    assert sorted(number for number, _ in found) == sorted([*range(1, 9), 10, *range(10, 20)])
    places = dict(found)
    assert [places[number] for number in (1, 2, 18, 19)] == ["meta:basis", "meta:aliases", "chart:s1", "chart:s1"]
    assert {places[number] for number in range(5, 18) if number in places} == {"s1"}
    assert places[3] == places[4] == handbook.pages["a.md"].headings[0].id


def test_wording_and_examples_of_documents_are_read(handbook: Handbook) -> None:
    assert articles(handbook, "form.md") == [
        (20, "meta:basis"),
        (21, "meta:note"),
        (22, "field:依据"),
        (23, "field:依据"),
        (24, "wording"),
        (25, "wording"),
    ]


def test_registers_are_read_by_row(handbook: Handbook) -> None:
    found = {
        file: [(c.cited[0].first.article, c.place) for c in citations]
        for file, citations in handbook.register_citations.items()
    }

    assert found == {
        "reference/deadlines.yml": [(30, "row:T-01"), (31, "row:T-01")],
        "reference/statutes.yml": [(39, "row:shili-guize-2099")],
    }


def test_each_citation_stands_where_its_place_says(handbook: Handbook) -> None:
    for src in ("a.md", "form.md"):
        page = handbook.pages[src]
        for citation in page.citations:
            for cited in citation.cited:
                assert page.lines[cited.span.line - 1][cited.span.column - 1 :].startswith(cited.text), cited


def test_a_statute_has_a_page_with_the_articles_that_are_cited_or_summed_up(handbook: Handbook) -> None:
    page = handbook.pages["reference/statutes/shili-guize-2099.md"]

    assert (page.generated, page.kind, page.meta.text("statute")) == (True, "statute", "shili-guize-2099")
    assert list(page.anchors) == [f"a{number}" for number in (*range(1, 9), *range(10, 26), 30, 31, 39)]
    assert page in handbook.published
    assert page not in handbook.authored
    assert f"{page.url}index.html" in handbook.outputs


def test_a_project_without_a_register_has_no_citations(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "mkdocs.yml").write_text("site_name: 示例\n", encoding="utf-8")
    (tmp_path / "docs/index.md").write_text("# 首页\n\n《示例规则》第一条。\n", encoding="utf-8")
    loaded = load(tmp_path, today=dt.date(2099, 1, 1), settings=Settings())

    assert loaded.pages.keys() == {"index.md"}
    assert loaded.pages["index.md"].citations == ()
