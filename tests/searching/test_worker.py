"""The shipped worker answers, over an index that is one text and over one in shards, and answers the same."""

import dataclasses
import json
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from handbook.errors import HandbookError
from handbook.exporters.search.document import Corpus
from handbook.exporters.search.files import index_files
from handbook.searching import Answer, ask
from searching.conftest import LAYOUTS

QUERIES = (
    "受理 匿名举报 诬告 径送 批 交办件延期 十五个工作日 5个工作日 举报信没有署名怎么办 立案要报谁批 实名局报 失实成清 shiming jubao smjb "
    "xf01 监督执纪规则21条 规则第十条 来访接待 检举控告人的保护 处分决定 60日 麒麟鼎 x 第 的"
).split(" ")


def one(site: Path, query: str, *, kind: str = "", area: str = "") -> Answer:
    return ask(site, [query], kind=kind, area=area)[0]


def test_both_layouts_give_the_same_answers_in_the_same_order(sites: Mapping[str, Path]) -> None:
    text, shards = (ask(sites[name], QUERIES) for name in LAYOUTS)

    for whole, parts in zip(text, shards, strict=True):
        assert dataclasses.replace(whole, milliseconds=0, loaded=0) == dataclasses.replace(
            parts, milliseconds=0, loaded=0
        )
    assert sum(bool(answer.pages) for answer in text) >= 20


def test_the_index_is_the_same_bytes_each_time(corpus: Corpus) -> None:
    for limit in LAYOUTS.values():
        assert index_files(corpus, text_limit=limit) == index_files(corpus, text_limit=limit)


def test_a_question_leads_to_the_step_that_answers_it(site: Path) -> None:
    assert one(site, "初次件移交和重复件留存").pages[0].best == "petitions/receive.html#s5"


def test_a_citation_leads_to_the_provision_then_to_the_pages_that_rest_on_it(site: Path) -> None:
    answer = one(site, "《监督执纪规则》21条")

    assert answer.pages[0].best == "reference/rules.html#a21"
    assert "petitions/receive.html" in [page.url for page in answer.pages[1:]]


@pytest.mark.parametrize("query", ["XF-04", "xf04", "XF 04", "ＸＦ－０４"])
def test_a_code_leads_to_its_page(site: Path, query: str) -> None:
    assert one(site, query).pages[0].url == "petitions/transfer.html"


@pytest.mark.parametrize("query", ["wugao", "wu gao", "wu'gao", "诬高"])
def test_what_was_looked_for_instead_is_said(site: Path, query: str) -> None:
    answer = one(site, query)

    assert answer.notice.startswith("诬告")
    assert answer.pages[0].url == "petitions/clarification.html"


def test_other_names_of_a_term_find_it(site: Path) -> None:
    assert "匿名" in str(one(site, "匿名检举控告").pages[0])


def test_chinese_and_arabic_numbers_are_one(site: Path) -> None:
    assert one(site, "15个工作日").pages[0].best == one(site, "十五个工作日").pages[0].best


def test_one_hanzi_finds_the_words_that_begin_with_it(site: Path) -> None:
    assert one(site, "诬").pages[0].url == "petitions/clarification.html"


def test_what_is_nowhere_finds_nothing(site: Path) -> None:
    assert one(site, "麒麟鼎").pages == ()


def test_filters_leave_the_rest_out(site: Path) -> None:
    assert {page.kind for page in one(site, "规则", kind="法规").pages} == {"法规"}
    assert {page.area for page in one(site, "报批", area="petitions").pages} == {"信访举报"}
    limited = one(site, "告知", kind="时限").pages
    assert limited
    assert all(page.parts and not page.is_whole for page in limited)


def test_a_procedure_offers_its_templates_and_limits(site: Path) -> None:
    assert one(site, "诬告").pages[0].offers == (("templates/x.html#x", "用表：示例"),)


def test_without_an_index_the_user_is_told_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(HandbookError, match="make build"):
        one(tmp_path, "受理")


def test_a_broken_index_is_told(site: Path, tmp_path: Path) -> None:
    broken = tmp_path / "site"
    (broken / "search").mkdir(parents=True)
    (broken / "search/core.js").write_text("?", encoding="utf-8")

    with pytest.raises(HandbookError, match="没有答出来"):
        one(broken, "受理")


def program(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "handbook", "search", *arguments]
    return subprocess.run(command, capture_output=True, encoding="utf-8", check=False)


def test_the_command_prints_pages_and_steps(site: Path) -> None:
    ended = program("诬高", "--site-dir", str(site))

    assert ended.returncode == 0, ended.stderr
    assert ended.stdout.startswith("已按「诬告」查找\n1. ")
    assert "petitions/clarification.html#s" in ended.stdout


def test_the_command_prints_json(site: Path) -> None:
    answer = json.loads(program("诬告", "--site-dir", str(site), "--json").stdout)

    assert answer["pages"][0]["url"] == "petitions/clarification.html"


def test_nothing_found_is_a_finding(site: Path) -> None:
    ended = program("麒麟鼎", "--site-dir", str(site))

    assert (ended.returncode, ended.stdout) == (1, "没有找到\n")
