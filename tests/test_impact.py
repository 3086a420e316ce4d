"""`handbook impact`: everything that rests on a provision or a time limit, with its place."""

import json
from pathlib import Path

import pytest

from handbook.cli import main

REGISTER = """shili-guize-2099:
  名称: 示例机关示例工作规则
  简称: [示例规则]
  状态: 现行有效
  条数: 40
  原文: 已见
shili-guize-2089:
  名称: 示例机关示例工作规则
  简称: [示例规则2089]
  状态: 已修改
  被取代: shili-guize-2099
  条次对照: {5: [6], 7: [7]}
  条数: 39
"""
PROCEDURE = """---
kind: procedure
title: 示例流程
code: XF-01
deadlines: [T-01]
---

# 示例流程

## 适用情形

《示例规则》第五条第一款说的情形，《示例规则2089》第五条也有。

## 办理步骤

### 1. 登记 {#s1}

- **依据**：《示例规则》第五条第二款。

### 2. 告知 {#s2}

- **时限**：T-01。

## 流程图

```mermaid
flowchart TD
  s1["登记"] --> s2["告知"]
  s2 --> e1(["《示例规则》第四条至第六条"])
```
"""
TEMPLATE = """---
kind: template
title: 示例函
code: XF-W01
version: 1
layout: 公文
basis: 《示例规则》第五条
fields:
  依据: {类型: 法条, 必填: 是, 示例: 《示例规则》第五条第二款}
---

# 示例函

按照《示例规则》第五条第三款。{{依据}}
"""
ROWS = {
    "deadlines": "T-01:\n  事项: 告知来信人\n  期限: 5个工作日内\n  数量: 5\n  单位: 工作日\n  起算: 收到之日\n  延长: 无\n  依据: 《示例规则》第五条第二款\n",
    "glossary": "示例词:\n  释义: 一句话。\n  分组: 示例\n  依据: 《示例规则》第五条\n",
}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    files = {
        "mkdocs.yml": "site_name: 示例\nmarkdown_extensions: [attr_list, pymdownx.superfences]\n",
        "docs/index.md": "# 首页\n",
        "docs/a.md": PROCEDURE,
        "docs/form.md": TEMPLATE,
        "docs/reference/statutes.yml": REGISTER,
        **{f"docs/reference/{name}.yml": text for name, text in ROWS.items()},
    }
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def run(root: Path, *arguments: str) -> int:
    return main(["impact", "--root", str(root), *arguments])


def test_a_paragraph_touches_whatever_rests_on_it(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(root, "示例规则 第五条第二款") == 0

    shown, told = capsys.readouterr()
    assert shown.splitlines() == [
        "docs/a.md:5:13: 页面 XF-01 示例流程：《示例规则》第五条第二款，通过时限 T-01",
        "docs/a.md:18:16: 步骤 XF-01 示例流程 1. 登记：《示例规则》第五条第二款",
        "docs/a.md:22:10: 步骤 XF-01 示例流程 2. 告知：《示例规则》第五条第二款，通过时限 T-01",
        "docs/a.md:28:3: 流程图 XF-01 示例流程 s1“登记”：《示例规则》第五条第二款",
        "docs/a.md:28:16: 流程图 XF-01 示例流程 s2“告知”：《示例规则》第五条第二款，通过时限 T-01",
        "docs/a.md:29:21: 流程图 XF-01 示例流程 e1“《示例规则》第四条至第六条”：《示例规则》第四条至第六条",
        "docs/form.md:7:14: 文书 XF-W01 示例函 依据：《示例规则》第五条",
        "docs/form.md:9:33: 文书字段 XF-W01 示例函 “依据”：《示例规则》第五条第二款",
        "docs/reference/deadlines.yml:8:13: 时限 T-01 告知来信人：《示例规则》第五条第二款",
        "docs/reference/glossary.yml:4:13: 术语 示例词：《示例规则》第五条",
    ]
    assert told == "共 10 处，在 4 个文件里\n"


@pytest.mark.parametrize(
    "query",
    [
        "《示例规则》第5条",
        "示例规则第五条",
        "shili-guize-2099 第五条",
        "示例机关示例工作规则　第５条",
        "示例规则的第五条",
    ],
)
def test_a_provision_may_be_written_in_any_way(root: Path, capsys: pytest.CaptureFixture[str], query: str) -> None:
    assert run(root, query) == 0
    assert capsys.readouterr().err == "共 12 处，在 4 个文件里\n"


def test_a_name_alone_asks_for_the_whole_statute(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(root, "示例规则2089") == 0
    assert (
        capsys.readouterr().out
        == "docs/a.md:12:28: 页面 XF-01 示例流程 适用情形：《示例规则2089》第五条（现在是第六条）\n"
    )


def test_a_revision_tells_the_numbers_of_today(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(root, "--edition", "shili-guize-2099", "--json") == 0

    uses = {
        (use["line"], use["column"]): use for use in json.loads(capsys.readouterr().out) if use["path"] == "docs/a.md"
    }
    assert uses[12, 28] == {
        "kind": "页面",
        "name": "XF-01 示例流程 适用情形",
        "cited": "《示例规则2089》第五条",
        "today": "现在是第六条",
        "path": "docs/a.md",
        "line": 12,
        "column": 28,
    }
    assert uses[12, 7]["today"] == "如果是旧条次，现在是第六条"
    assert uses[29, 21]["today"] == ""


def test_an_article_that_the_revision_struck_out_is_said_to_be_gone(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    register = root / "docs/reference/statutes.yml"
    register.write_text(register.read_text(encoding="utf-8").replace("5: [6]", "5: []"), encoding="utf-8")

    assert run(root, "--edition", "shili-guize-2099") == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line for line in lines if "如果是旧条次，这一条已经删去" in line]
    assert not [line for line in lines if "现在是第六条" in line]


def test_a_time_limit_is_asked_for_by_its_number(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(root, "t-01") == 0
    assert capsys.readouterr().out.splitlines() == [
        "docs/a.md:5:13: 页面 XF-01 示例流程：时限 T-01",
        "docs/a.md:22:10: 步骤 XF-01 示例流程 2. 告知：时限 T-01",
        "docs/a.md:28:16: 流程图 XF-01 示例流程 s2“告知”：时限 T-01",
        "docs/reference/deadlines.yml:1:1: 时限 T-01 告知来信人：这一条本身",
    ]


def test_what_nothing_rests_on_is_said(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(root, "示例规则 第三十条") == 0
    assert capsys.readouterr() == ("", "手册里没有哪一处依据它\n")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("示例规侧 第五条",), "handbook: “示例规侧”法规登记表里没有；是不是“示例规则”？\n"),
        (("示例规则 第四十一条",), "handbook: 《示例规则》只有 40 条，没有“第四十一条”\n"),
        (("--edition", "shili-guize-2098"), "handbook: 法规登记表里没有编号“shili-guize-2098”；是不是“shili-guize-2089”？\n"),
        (("T-11",), "handbook: 时限表里没有编号“T-11”；是不是“T-01”？\n"),
        ((), "handbook: 要么写条款，要么写 --edition 编号，例如：handbook impact '监督执纪规则 第二十一条'\n"),
    ],
)  # fmt: skip
def test_a_wrong_question_is_refused(
    root: Path, capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...], message: str
) -> None:
    assert run(root, *arguments) == 2
    assert capsys.readouterr().err == message
