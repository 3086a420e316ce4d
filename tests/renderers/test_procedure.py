from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from handbook.model.handbook import Handbook
from handbook.renderers import COMPOSERS
from handbook.renderers.context import context
from handbook.renderers.procedure import compose
from handbook.settings import Settings
from handbook.sources import load

PROCEDURE = """---
kind: procedure
title: 受理
summary: 收到举报后怎么办。
area: petitions
code: XF-01
owner: 示例部门
reviewed: 2099-01-05
review_in: 12个月
aliases: [收信, 登记]
tasks:
  收到一封[举报]信: s1
deadlines: [T-04]
templates: [XF-W01]
next: [XF-02]
---

# 受理

## 办理步骤

### 1. 登记 {#s1}

登记。

## 时限

自己的话。

## 文书

## 上一步/下一步流程
"""
TEMPLATE = """---
kind: template
title: 登记|表
code: XF-W01
area: petitions
step: 第1步
approve: 主要负责人
---

# 登记表
"""
DEADLINES = "T-04: {事项: 告知, 期限: 15个工作日, 起算: 收到之日, 延长: 无, 依据: 《检举控告规则》第二十六条}\n"


@pytest.fixture
def handbook(tmp_path: Path) -> Handbook:
    files = {
        "mkdocs.yml": (
            'site_name: 示例\nexclude_docs: "!/templates/"\nuse_directory_urls: false\nnav: [a.md]\n'
            "markdown_extensions: [attr_list]\n"
        ),
        "docs/index.md": "---\nkind: home\ntitle: 我要办什么\n---\n\n# 我要办什么\n",
        "docs/petitions/index.md": "---\nkind: area\ntitle: 信访举报\narea: petitions\n---\n\n# 信访举报\n",
        "docs/petitions/receive.md": PROCEDURE,
        "docs/petitions/visits.md": PROCEDURE.replace("XF-01", "XF-02").replace("next: [XF-02]", "previous: [XF-01]"),
        "docs/templates/petitions/xf-w01.md": TEMPLATE,
        "docs/reference/deadlines.yml": DEADLINES,
    }
    for name, text in files.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return load(tmp_path, today=dt.date(2099, 1, 6), settings=Settings())


def composed(handbook: Handbook, src: str = "petitions/receive.md") -> list[str]:
    return compose(handbook.pages[src], handbook).split("\n")


def test_tasks_stand_below_the_title_and_lead_to_their_steps(handbook: Handbook) -> None:
    lines = composed(handbook)

    assert "- [收到一封&#91;举报&#93;信](#s1)" in lines
    assert lines.index("# 受理") < lines.index("- [收到一封&#91;举报&#93;信](#s1)") < lines.index("## 办理步骤")
    assert "也叫：收信、登记" in lines


def test_steps_stand_below_the_summary_and_lead_to_their_headings(handbook: Handbook) -> None:
    lines = composed(handbook)

    assert lines.index("收到举报后怎么办。") < lines.index("1. [登记](#s1)") < lines.index("## 办理步骤")
    assert "共1步，从第1步做起：" in lines


def test_the_deadline_table_stands_between_the_heading_and_the_authors_words(handbook: Handbook) -> None:
    lines = composed(handbook)
    row = "| T-04 | 告知 | **15个工作日** | 收到之日 | 无 | 《检举控告规则》第二十六条 |"

    assert lines.index("## 时限") < lines.index(row) < lines.index("自己的话。")


def test_templates_are_linked_by_relative_paths_with_their_download(handbook: Handbook) -> None:
    row = next(line for line in composed(handbook) if line.startswith("| [登记"))

    assert row == (
        "| [登记&#124;表（XF-W01）](../templates/petitions/xf-w01.md) | 第1步 | 主要负责人 "
        "| [下载 XF-W01.docx](../templates/petitions/xf-w01.docx){: .hb-download } |"
    )


def test_neighbours_lead_to_the_other_procedure(handbook: Handbook) -> None:
    assert "- **下一步**：[受理（XF-02）](visits.md)" in composed(handbook)
    assert "- **上一步**：[受理（XF-01）](receive.md)" in composed(handbook, "petitions/visits.md")


def test_the_front_matter_is_not_composed(handbook: Handbook) -> None:
    assert composed(handbook)[:2] == ["", "# 受理"]


def test_home_leads_from_every_task_to_its_step(handbook: Handbook) -> None:
    lines = COMPOSERS["home"](handbook.pages["index.md"], handbook).split("\n")

    assert "### 信访举报" in lines
    summary = '<summary>受理<span class="hb-finder__count">1件事</span></summary>'
    assert f'<details data-called="收信 登记" markdown="1">{summary}' in lines
    assert "- [从头看：受理（XF-01）](petitions/receive.md)" in lines
    assert "- [收到一封&#91;举报&#93;信](petitions/receive.md#s1)" in lines


def test_an_area_lists_its_procedures_and_templates(handbook: Handbook) -> None:
    lines = COMPOSERS["area"](handbook.pages["petitions/index.md"], handbook).split("\n")

    assert "| XF-02 | [受理](visits.md) | 收到举报后怎么办。 |" in lines
    assert lines[-1] == (
        "| XF-W01 | [登记&#124;表](../templates/petitions/xf-w01.md) "
        "| [下载 XF-W01.docx](../templates/petitions/xf-w01.docx){: .hb-download } |"
    )


def test_a_procedure_says_when_it_was_reviewed_and_where_it_belongs(handbook: Handbook) -> None:
    hb = context(handbook.pages["petitions/receive.md"], handbook)

    assert hb["reviewed"] == "2099年1月5日"
    assert hb["area"] == {"title": "信访举报", "url": "petitions/index.html"}
