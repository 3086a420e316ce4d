"""The register of statutes for readers: the index, the page of each statute, and what pop-ups tell."""

from dataclasses import replace
from pathlib import Path

import pytest

from handbook.model.citation import Provision
from handbook.model.handbook import Handbook
from handbook.renderers import COMPOSERS
from handbook.renderers import statutes as statutes_renderer
from handbook.renderers.citations import notice, official_words, summary
from handbook.renderers.context import context
from handbook.renderers.reliance import Reliance
from statutes import small_handbook, with_texts

CURRENT, OLD = "shili-guize-2099", "shili-guize-2088"


@pytest.fixture
def handbook(tmp_path: Path) -> Handbook:
    return small_handbook(tmp_path)


def composed(handbook: Handbook, statute: str = CURRENT) -> list[str]:
    page = handbook.pages[f"reference/statutes/{statute}.md"]
    return COMPOSERS["statute"](page, handbook).split("\n")


def index(handbook: Handbook) -> list[str]:
    return COMPOSERS["statutes"](handbook.pages["reference/statutes.md"], handbook).split("\n")


def below(lines: list[str], heading: str) -> list[str]:
    """The lines that are not blank below a heading, up to the next one."""
    rest = lines[lines.index(heading) + 1 :]
    end = next((number for number, line in enumerate(rest) if line.startswith("#")), len(rest))
    return [line for line in rest[:end] if line]


def test_the_index_lists_statutes_by_kind_and_old_editions_apart(handbook: Handbook) -> None:
    lines = index(handbook)

    assert (
        "| [《示例规则》](statutes/shili-guize-2099.md) | 示例机关办理示例事项工作规则 | 现行有效 | 2099年1月1日 | 3条 |"
        in below(lines, "## 党内法规")
    )
    assert any("示例规则2088" in line for line in below(lines, "## 旧文本"))
    assert not any("示例规则2088" in line for line in below(lines, "## 党内法规"))


def test_the_authors_words_stand_around_the_lists_of_the_index(handbook: Handbook) -> None:
    lines = index(handbook)

    assert lines.index("先看状态。") < lines.index("## 党内法规") < lines.index("## 旧文本") < lines.index("## 怎么用")


def test_a_statute_shows_its_facts_and_its_chapters_with_the_articles_shown(handbook: Handbook) -> None:
    lines = composed(handbook)

    assert lines[0] == "# 示例机关办理示例事项工作规则"
    assert "| 文号 | 示发〔2099〕1号 |" in lines
    assert "| 旧文本 | [示例机关办理示例事项工作规则（2088年文本）](shili-guize-2088.md) |" in lines
    assert "| 第二章 办理 | 第十条至第三十条 | [10](#a10)、[11](#a11)、[12](#a12) |" in lines


def test_an_article_shows_its_summary_and_those_of_its_parts(handbook: Handbook) -> None:
    lines = below(composed(handbook), "### 第十条 {#a10}")

    assert lines[:2] == ["办理分三步。", "- **第二款**：三日内办完。"]


def test_an_article_shows_every_step_chart_and_time_limit_that_rests_on_it(handbook: Handbook) -> None:
    lines = below(composed(handbook), "### 第十条 {#a10}")

    assert (
        "- XF-01 办事：[第1步 收下（第二款）](../../petitions/a.md#s1)、[流程图“收下，《示例规则》第十条”]"
        "(../../petitions/a.md#s1)、[依据](../../petitions/a.md#basis)"
    ) in lines
    assert "- 时限T-01 办完（第二款）" in lines


def test_a_long_list_of_uses_is_closed_until_asked_for(handbook: Handbook, monkeypatch: pytest.MonkeyPatch) -> None:
    heading = "### 第十条 {#a10}"
    assert "用在哪里：" in below(composed(handbook), heading)

    monkeypatch.setattr(statutes_renderer, "_MOST_OPEN", 0)
    lines = below(composed(handbook), heading)

    assert '<details class="hb-uses" markdown="1">' in lines
    assert any(line.startswith("<summary>用在哪里：") and line.endswith("页</summary>") for line in lines)


def test_an_article_that_nothing_rests_on_says_so(handbook: Handbook) -> None:
    assert "手册里现在没有直接引用这一条。" in below(composed(handbook), "### 第十二条 {#a12}")


def test_an_article_tells_its_number_in_the_old_edition(handbook: Handbook) -> None:
    lines = composed(handbook)

    assert "在《示例规则2088》里是第七条。" in below(lines, "### 第十条 {#a10}")
    assert "在《示例规则2088》里是第八条。" in below(lines, "### 第十二条 {#a12}")


def test_an_old_edition_warns_and_leads_to_the_articles_in_force(handbook: Handbook) -> None:
    lines = composed(handbook, OLD)

    assert '!!! warning "已修改，不要直接引用"' in lines
    assert "    现行的是[示例机关办理示例事项工作规则](shili-guize-2099.md)。" in lines
    table = below(lines, "## 条次对照")
    assert "| 第八条 | [第十一条](shili-guize-2099.md#a11)、[第十二条](shili-guize-2099.md#a12) |" in table
    assert "| 第九条 | 没有单独的对应条 |" in table


@pytest.mark.parametrize(
    ("statute", "title"), [("shili-banfa-2077", "效力待核"), ("shili-tiaoli-2066", "没有见到全文")]
)
def test_what_is_unconfirmed_is_said_first(handbook: Handbook, statute: str, title: str) -> None:
    lines = composed(handbook, statute)

    assert lines[2] == f'!!! warning "{title}"'
    assert "〔待核〕" in lines[4]


def test_the_official_words_are_shown_where_the_office_has_them(handbook: Handbook) -> None:
    assert not any("原文" in line for line in below(composed(handbook), "### 第十条 {#a10}"))

    lines = below(composed(with_texts(handbook)), "### 第十条 {#a10}")

    assert '<details class="quote"><summary>原文</summary><p>甲款的话。</p><p>乙款的话：</p></details>' in lines


def test_the_page_of_a_statute_leads_back_to_the_index(handbook: Handbook) -> None:
    page = handbook.pages[f"reference/statutes/{CURRENT}.md"]

    assert composed(handbook)[-1] == "回到[法规目录](../statutes.md)。"
    assert context(page, handbook)["area"] == {"title": "法规目录", "url": "reference/statutes.html"}


def test_places_that_name_no_article_stand_apart(tmp_path: Path) -> None:
    handbook = small_handbook(tmp_path, b="# 乙\n\n## 丙 {#c}\n\n看《示例规则》。\n")

    assert "- 乙：[丙](../../b.md#c)" in below(composed(handbook), "## 没有写到条的地方")
    assert "## 没有写到条的地方" not in composed(handbook, OLD)


def test_the_uses_of_an_article_hold_those_of_ranges_around_it(handbook: Handbook, tmp_path: Path) -> None:
    wider = small_handbook(tmp_path, b="# 乙\n\n《示例规则》第九条至第十一条。\n")

    assert "b.md" in {use.src for use in Reliance(CURRENT, wider).on(10)}
    assert "b.md" not in {use.src for use in Reliance(CURRENT, wider).on(12)}
    assert Reliance(OLD, handbook).on(7) == ()


def test_a_range_is_summed_up_article_by_article(handbook: Handbook) -> None:
    words = summary(Provision(CURRENT, 10), Provision(CURRENT, 12), handbook)

    assert words == "第十条：办理分三步。 第十一条：办完要归档。 第十二条：归档要签收。"


def test_a_part_without_a_summary_is_told_as_the_article_that_holds_it(handbook: Handbook) -> None:
    assert summary(Provision(CURRENT, 11, 3), None, handbook) == "第十一条第三款：办完要归档。"


def test_an_article_without_a_summary_is_told_to_have_none(handbook: Handbook) -> None:
    assert summary(Provision(CURRENT, 20), None, handbook) == "第二十条：这一条的要点还没有写，请看原文。"


def test_an_old_article_tells_its_number_of_today(handbook: Handbook) -> None:
    assert summary(Provision(OLD, 8), None, handbook).endswith("第八条现在是《示例规则》第十一条、第十二条。")
    assert summary(Provision(OLD, 9), None, handbook).endswith("第九条没有对应的现行条次。")


def test_a_notice_tells_the_standing_of_a_statute(handbook: Handbook) -> None:
    told = {name: notice(one, handbook) for name, one in handbook.statutes.items()}

    assert told[CURRENT].facts == ("现行有效，2099年1月1日起施行",)
    assert told[CURRENT].warnings == ()
    assert told[OLD].facts == ("已修改，现行的是《示例机关办理示例事项工作规则》",)
    assert told[OLD].warnings == ()  # its articles are renumbered in the register
    assert told["shili-banfa-2077"].warnings[0].startswith("〔待核〕效力")
    assert told["shili-tiaoli-2066"].warnings[0].startswith("〔待核〕没有见到全文")


def test_an_old_edition_without_renumbering_is_marked_unconfirmed(handbook: Handbook) -> None:
    old = replace(handbook.statutes[OLD], renumbered={})

    assert notice(old, handbook).warnings == ("〔待核〕这是旧文本的条次，现行条次没有核对。",)


def test_the_official_words_of_a_part_are_those_of_the_part(handbook: Handbook) -> None:
    office = with_texts(handbook)

    assert official_words(Provision(CURRENT, 10, 1), None, office) == ("甲款的话。",)
    assert official_words(Provision(CURRENT, 10), Provision(CURRENT, 12), office) == ()
    assert official_words(Provision(OLD, 7), None, office) == ()
