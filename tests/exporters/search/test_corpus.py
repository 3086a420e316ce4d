"""What is searched of a handbook and its finished pages."""

import datetime as dt
from pathlib import Path

import pytest

from handbook.exporters.search import Finished, read_corpus
from handbook.exporters.search.document import Corpus, Document
from handbook.settings import Settings
from handbook.sources import load

PROCEDURE = """\
---
kind: procedure
title: 受理
area: petitions
code: XF-01
summary: 收到的信先登记
aliases: [收信]
tasks: {收到一封信: s1}
deadlines: [T-04]
templates: [XF-W01]
search: {boost: 0.5}
---

# 受理
"""
TEMPLATE = """\
---
kind: template
title: 登记表
area: petitions
code: XF-W01
fields:
  编号: {类型: 编号, 示例: 示镇-2099-001}
---

# 登记表

{{编号}}
"""
DEADLINES = "T-04: {事项: 告知, 期限: 15个工作日, 起算: 收到之日, 延长: 无, 依据: 《示例规则》第一条}\n"
HTML = (
    '<h1 id="受理">受理</h1><p>先登记</p><h2 id="办理步骤">办理步骤</h2><h3 id="s1">1. 登记</h3><p>5个工作日内登记</p>'
    '<h2 id="时限">时限</h2><p>见表</p><h2 id="流程图">流程图</h2><p>登记→办结</p>'
)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    files = {
        "mkdocs.yml": "site_name: 示例\nuse_directory_urls: false\nexclude_docs: '!/templates/'\n",
        "docs/index.md": "# 首页\n",
        "docs/petitions/receive.md": PROCEDURE,
        "docs/templates/xf-w01.md": TEMPLATE,
        "docs/secret.md": "---\nsearch: {exclude: true}\n---\n# 不搜\n",
        "docs/reference/deadlines.yml": DEADLINES,
    }
    for name, text in files.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path


@pytest.fixture
def corpus(root: Path) -> Corpus:
    handbook = load(root, today=dt.date(2099, 1, 1), settings=Settings())
    pages = [
        Finished.read("templates/xf-w01.md", "templates/xf-w01.html", "登记表", '<h1 id="t">登记表（XF-W01）</h1>'),
        Finished.read("petitions/receive.md", "petitions/receive.html", "受理", HTML),
        Finished.read("secret.md", "secret.html", "不搜", "<h1>不搜</h1>"),
        Finished.read("made.md", "made.html", "别的插件做的", "<p>甲</p>"),
        Finished.read("index.md", "index.html", "首页", "<h1>首页</h1>"),
    ]
    return read_corpus(pages, handbook)


@pytest.fixture
def procedure(corpus: Corpus) -> Document:
    return next(document for document in corpus.documents if document.code == "XF-01")


def test_pages_stand_in_the_order_of_their_paths_without_those_that_are_not_searched(corpus: Corpus) -> None:
    assert [document.url for document in corpus.documents] == [
        "index.html",
        "made.html",
        "petitions/receive.html",
        "templates/xf-w01.html",
    ]


def test_a_page_is_known_by_its_kind(corpus: Corpus) -> None:
    assert [document.kind for document in corpus.documents] == ["栏目", "说明", "流程", "文书"]


def test_the_first_unit_is_the_page_as_a_whole(procedure: Document) -> None:
    first = procedure.units[0]

    assert (first.anchor, first.heading, first.text, first.also) == ("", "受理", "收到的信先登记\n先登记", ("收信",))
    assert first.names == ("登记表 XF-W01",)


def test_a_task_leads_to_its_step(procedure: Document) -> None:
    assert {unit.anchor: unit.also for unit in procedure.units if unit.also and unit.anchor} == {"s1": ("收到一封信",)}


def test_a_unit_that_says_within_what_time_is_marked(procedure: Document) -> None:
    assert [unit.anchor for unit in procedure.units if unit.has_limit] == ["s1"]


def test_a_section_that_says_again_what_the_steps_say_is_marked(procedure: Document) -> None:
    assert [unit.anchor for unit in procedure.units if unit.is_restated] == ["时限"]


def test_what_the_flowchart_says_again_is_not_searched(procedure: Document) -> None:
    assert [unit.text for unit in procedure.units if unit.heading == "流程图"] == [""]


def test_a_procedure_offers_its_templates_and_limits(procedure: Document) -> None:
    assert procedure.offers == (
        ("templates/xf-w01.html#t", "用表：登记表（XF-W01）"),
        ("petitions/receive.html#时限", "时限：告知，15个工作日（T-04）"),
    )


def test_a_template_is_found_by_its_fields(corpus: Corpus) -> None:
    assert corpus.documents[-1].units[0].names == ("编号",)


def test_a_page_may_ask_for_less_weight(procedure: Document) -> None:
    assert procedure.boost == 0.5
