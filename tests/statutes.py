"""A small handbook with a register of made-up statutes, for tests of what is made of citations."""

import datetime as dt
from dataclasses import replace
from pathlib import Path

from handbook.model.citation import Provision
from handbook.model.handbook import Handbook
from handbook.model.statute_text import Clause, StatuteText
from handbook.settings import Settings
from handbook.sources import load

REGISTER = """
shili-guize-2099:
  名称: 示例机关办理示例事项工作规则
  简称: [示例规则]
  类别: 党内法规
  发布机关: 示例机关
  文号: 示发〔2099〕1号
  施行: 2099-01-01
  状态: 现行有效
  条数: 30
  原文: 已见
  章:
    - {章: 第一章 总则, 起: 1, 止: 9}
    - {章: 第二章 办理, 起: 10, 止: 30}
  要点:
    第十条: 办理分三步。
    第十条第二款: 三日内办完。
    第十一条: 办完要归档。
    第十二条: 归档要签收。
shili-guize-2088:
  名称: 示例机关办理示例事项工作规则（2088年文本）
  简称: [示例规则2088]
  类别: 党内法规
  状态: 已修改
  被取代: shili-guize-2099
  条数: 20
  条次对照:
    7: [10]
    8: [11, 12]
    9: []
shili-banfa-2077:
  名称: 示例办法
  类别: 规章
  状态: 待核
  条数: 5
shili-tiaoli-2066:
  名称: 示例条例
  类别: 规章
  施行: 〔待核〕
  状态: 现行有效
  原文: 未见
"""
INDEX = """---
kind: statutes
title: 法规目录
summary: 全部法规。
owner: 示例部门
reviewed: 2099-01-05
review_in: 12个月
---

# 法规目录

先看状态。

## 怎么用

点一下。
"""
PROCEDURE = """---
kind: procedure
title: 办事
code: XF-01
area: petitions
---

# 办事

## 办理步骤

### 1. 收下 {#s1}

照《示例规则》第十条第二款、第十一条办。

## 流程图

```mermaid
flowchart TD
    s1["收下，《示例规则》第十条"] --> e1(["完"])
```

## 依据 {#basis}

《示例规则》第十条；《示例规则2088》第八条。
"""
DEADLINES = "T-01: {事项: 办完, 期限: 3日, 起算: 收到之日, 延长: 无, 依据: 《示例规则》第十条第二款}\n"


def small_handbook(root: Path, **pages: str) -> Handbook:
    """Write and read the handbook.

    Args:
        root: an empty folder.
        pages: the text of further pages by name, without ``.md``; of ``reference__b`` it is reference/b.md.
    """
    files = {
        "mkdocs.yml": "site_name: 示例\nuse_directory_urls: false\nmarkdown_extensions: [attr_list, admonition]\n",
        "docs/petitions/a.md": PROCEDURE,
        "docs/petitions/index.md": "---\nkind: area\ntitle: 信访举报\narea: petitions\n---\n\n# 信访举报\n",
        "docs/reference/statutes.md": INDEX,
        "docs/reference/statutes.yml": REGISTER,
        "docs/reference/deadlines.yml": DEADLINES,
        **{f"docs/{name.replace('__', '/')}.md": text for name, text in pages.items()},
    }
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return load(root, today=dt.date(2099, 1, 6), settings=Settings())


def with_texts(handbook: Handbook) -> Handbook:
    """The handbook of an office that has the text of one article."""
    article = (
        Clause("甲款的话。"),
        Clause("乙款的话："),
    )
    text = StatuteText("shili-guize-2099", "示例规则.md", {Provision("shili-guize-2099", 10): article})
    return replace(handbook, statute_texts={"shili-guize-2099": text})
