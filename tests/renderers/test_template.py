from __future__ import annotations

import datetime as dt
from html.parser import HTMLParser
from pathlib import Path

import pytest

from documents import read, stored
from handbook.model.handbook import Handbook
from handbook.renderers.sheet import sheet
from handbook.renderers.template import compose
from handbook.settings import Settings
from handbook.sources import load

MKDOCS = "site_name: 示例\nmarkdown_extensions: [attr_list]\n"
TEMPLATE = """---
kind: template
title: 登记表
summary: 登记*每一件*。
area: petitions
code: XF-W01
version: 2
layout: 审批表
owner: 示例部门
reviewed: 2099-01-05
review_in: 12个月
step: XF-01 第1步
approve: 主要负责人
seal: 登记人_签名_
basis: 《示例规则》第一条
note: 以[上级]下发的为准
fields:
  接收日期: {类型: 日期, 必填: 是, 示例: 2099-01-05}
  渠道: {类型: 单选, 选项: [来信, 来|访], 示例: 来信}
  摘要: {类型: 多段文字, 最多字数: 200, 说明: "<b>简要</b>"}
---

# 登记表

{右}{{接收日期}}

::: 表格 56 100
| 渠道 | {{渠道}} |
| 摘要（去身份化的） @40 | {{摘要}}【签名】 |
:::
"""
PROCEDURE = """---
kind: procedure
title: 受理
code: XF-01
templates: [XF-W01]
---

# 受理

## 办理步骤

### 1. 登记 {#s1}

- **用表**：[登记表（XF-W01）](forms/xf-w01.md)

### 2. 移交 {#s2}

- **用表**：[移交单（XF-W011）](forms/xf-w01.md)
"""


@pytest.fixture
def handbook(tmp_path: Path) -> Handbook:
    files = {
        "mkdocs.yml": MKDOCS,
        "docs/forms/xf-w01.md": TEMPLATE,
        "docs/steps.md": PROCEDURE,
        "docs/forms/unused.md": TEMPLATE.replace("XF-W01", "XF-W02"),
    }
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    return load(tmp_path, today=dt.date(2099, 1, 5), settings=Settings())


@pytest.fixture
def composed(handbook: Handbook) -> list[str]:
    return compose(handbook.pages["forms/xf-w01.md"], handbook).split("\n")


def section(composed: list[str], title: str) -> list[str]:
    start = next(i for i, line in enumerate(composed) if line.startswith(f"## {title} "))
    end = next((i for i, line in enumerate(composed) if i > start and line.startswith("## ")), len(composed))
    return [line for line in composed[start + 1 : end] if line]


class Balance(HTMLParser):
    """Counts the tags that are open, and notes what a strict policy would bar."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.barred: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.barred += [name for name, _ in attrs if name == "style" or name.startswith("on")]
        if tag not in ("br", "col"):
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def test_the_page_has_its_title_its_summary_and_its_sections_in_order(composed: list[str]) -> None:
    assert composed[0] == "# 登记表（XF-W01）"
    assert composed[2] == "登记&#42;每一件&#42;。"
    assert [line for line in composed if line.startswith("## ")] == [
        "## 下载 {#download}",
        "## 在线填写 {#fill}",
        "## 用在哪里 {#uses}",
        "## 谁批谁签 {#approval}",
        "## 字段说明 {#fields}",
        "## 预览 {#preview}",
        "## 填好的样例 {#sample}",
        "## 依据 {#basis}",
    ]


def test_both_documents_are_offered_with_version_and_note(composed: list[str]) -> None:
    links, version, note = section(composed, "下载")

    assert "[下载空白文书 XF-W01.docx](xf-w01.docx)" in links
    assert "[下载填好的虚构样例](xf-w01-sample.docx)" in links
    assert version.startswith("第2版。")
    assert note == "**注意**：以&#91;上级&#93;下发的为准"


def test_the_steps_that_name_the_template_are_linked(composed: list[str]) -> None:
    assert section(composed, "用在哪里") == ["- [受理（XF-01）](../steps.md)：[第1步 登记](../steps.md#s1)"]


def test_a_template_that_no_procedure_uses_shows_the_authors_words(handbook: Handbook) -> None:
    composed = compose(handbook.pages["forms/unused.md"], handbook).split("\n")

    assert section(composed, "用在哪里") == ["XF-01 第1步"]


@pytest.mark.parametrize(
    ("code", "uses"),
    [
        ("XF-W03", ["SC-04 第1步（流程还没有编好）"]),
        ("XF-W01", ["- [受理（XF-01）](../steps.md)：[第1步 登记](../steps.md#s1)", "- SC-04（流程还没有编好）"]),
    ],
    ids=["only in one", "in another, too"],
)
def test_procedures_that_are_not_written_yet_are_named(tmp_path: Path, code: str, uses: list[str]) -> None:
    planned = TEMPLATE.replace("XF-W01", code).replace("step: XF-01 第1步", "step: SC-04 第1步\nplanned_in: [SC-04]")
    for name, text in {"mkdocs.yml": MKDOCS, "forms/form.md": planned, "steps.md": PROCEDURE}.items():
        path = tmp_path / ("docs" if name.endswith("md") else "") / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    loaded = load(tmp_path, today=dt.date(2099, 1, 5), settings=Settings())

    assert section(compose(loaded.pages["forms/form.md"], loaded).split("\n"), "用在哪里") == uses


def test_who_approves_and_who_signs(composed: list[str]) -> None:
    assert section(composed, "谁批谁签") == ["- **谁批**：主要负责人", "- **签名盖章**：登记人&#95;签名&#95;"]


def test_fields_are_listed_with_examples_as_they_are_printed(composed: list[str]) -> None:
    assert section(composed, "字段说明")[2:] == [
        "| 接收日期 | 日期 | 是 |  |  | 2099年1月5日 |",
        "| 渠道 | 单选 | 否 | 来信、来&#124;访 |  | 来信 |",
        "| 摘要 | 多段文字 | 否 |  | &#60;b&#62;简要&#60;/b&#62;；最多200字 |  |",
    ]


def test_the_second_of_two_templates_with_one_code_offers_no_download(tmp_path: Path, handbook: Handbook) -> None:
    root = tmp_path / "docs/forms"
    (root / "xf-w01b.md").write_text(TEMPLATE, encoding="utf-8")
    twice = load(tmp_path, today=dt.date(2099, 1, 5), settings=Settings())

    assert section(compose(twice.pages["forms/xf-w01b.md"], twice).split("\n"), "下载") == []


def test_the_preview_is_one_line_of_html_that_looks_like_the_sheet(composed: list[str]) -> None:
    (preview,) = section(composed, "预览")

    assert preview == (
        '<div class="hb-sheet hb-sheet--form"><p class="hb-sheet__title">登记表</p>'
        '<p class="hb-sheet__right"><span class="hb-blank">接收日期</span></p>'
        '<table class="hb-sheet__grid"><colgroup><col width="35.9%"><col width="64.1%"></colgroup><tbody>'
        '<tr><th scope="row">渠道</th><td><span class="hb-blank">渠道</span></td></tr>'
        '<tr height="120"><th scope="row">摘要<br>（去身份化的）</th><td><span class="hb-blank">摘要</span>'
        '<span class="hb-sheet__signature"><span class="hb-sheet__line">签名：　　　　　</span>'
        '<span class="hb-sheet__line">年　　月　　日</span></span></td></tr></tbody></table></div>'
    )


@pytest.mark.parametrize("name", ["letter", "form", "record"])
def test_the_preview_is_balanced_and_needs_no_inline_style(name: str) -> None:
    parser = Balance()
    parser.feed(sheet(stored(name)))

    assert parser.open == []
    assert parser.barred == []


def test_the_preview_numbers_headings_and_escapes_words() -> None:
    preview = sheet(stored("letter"))

    assert '<p class="hb-sheet__heading1">二、要求</p>' in preview
    assert '<p class="hb-sheet__heading3">1.页数 &lt;b&gt;&amp;</p>' in preview


def test_the_preview_of_a_record_shows_the_signature_at_the_foot() -> None:
    assert sheet(stored("record")).endswith('<p class="hb-sheet__foot">签名（捺印）：</p></div>')


def test_the_preview_shows_merged_cells() -> None:
    grid = sheet(
        read("---\nkind: template\nlayout: 审批表\n---\n::: 表格 56 50 50\n| 甲 | ← | {{乙}} |\n| ↑ | ↑ | 丙 |\n:::")
    )

    assert '<tr><th scope="row" colspan="2" rowspan="2">甲</th><td><span class="hb-blank">乙</span></td></tr>' in grid
    assert '<tr><th scope="col">丙</th></tr>' in grid


def test_the_sample_shows_examples_as_they_are_printed() -> None:
    template = read(
        "---\nkind: template\nlayout: 审批表\nfields:\n"
        "  接收日期: {类型: 日期, 示例: 2099-01-05}\n"
        "  渠道: {类型: 多选, 选项: [来信, 来访], 示例: 来访}\n"
        "  空着: {类型: 文字}\n---\n"
        "::: 表格 56 50 50\n| {{接收日期}} | {{渠道}} | {{空着}} |\n:::"
    )

    sample = sheet(template, filled=True)

    assert '<span class="hb-blank hb-blank--filled">2099年1月5日</span>' in sample
    assert "\u2610来信\u3000\u2611来访" in sample
    assert '<span class="hb-blank">空着</span>' in sample


def test_the_sample_repeats_the_rows_of_a_group_and_stretches_what_covers_them() -> None:
    template = read(
        "---\nkind: template\nlayout: 审批表\nfields:\n"
        "  财物:\n    类型: 重复组\n    每行:\n      名称: {类型: 文字}\n"
        "    示例: [{名称: 现金}, {名称: <手表>}]\n---\n"
        "::: 表格 56 100\n| 清单 | 名称 |\n|* ↑ | {{财物.名称}} |\n:::"
    )

    sample = sheet(template, filled=True)

    assert 'rowspan="3">清单' in sample
    assert sample.index("现金") < sample.index("&lt;手表&gt;")
    assert sheet(template).count("名称</span>") == 1
