"""Terms and marks of a page become links that explain themselves in notes written once."""

from __future__ import annotations

from pathlib import Path
from xml.etree.ElementTree import Element, fromstring

import markdown
import pytest

from handbook.model.handbook import Handbook
from handbook.plugin.marks import MarkExtension
from handbook.plugin.terms import TermExtension
from registers import page, registers

EXTENSIONS = ["attr_list", "tables", "md_in_html", "admonition"]


@pytest.fixture
def handbook(tmp_path: Path) -> Handbook:
    return registers(tmp_path, **{"start/x": page("guide", "页", "正文。")})


def rendered(text: str, handbook: Handbook, src: str = "start/x.md") -> Element:
    both = [extend(lambda: (handbook.pages[src], handbook)) for extend in (TermExtension, MarkExtension)]
    return fromstring(f"<main>{markdown.markdown(text, extensions=[*EXTENSIONS, *both])}</main>")


def terms(shown: Element) -> list[tuple[str, str]]:
    return [(link.text or "", link.get("href", "")) for link in shown.iterfind(".//a[@class='hb-term']")]


def badges(shown: Element) -> list[tuple[str, str, str]]:
    found = (link for link in shown.iter("a") if "hb-mark" in link.get("class", "").split())
    return [(link.text or "", link.get("class", "").split()[1], link.get("href", "")) for link in found]


def words(shown: Element) -> str:
    return "".join("".join(part.itertext()) for part in shown if part.get("data-search-exclude") is None)


def test_the_first_use_of_a_term_leads_to_the_glossary(handbook: Handbook) -> None:
    shown = rendered("先初步核实，再立案审查。\n\n初步核实以后报批。", handbook)

    assert terms(shown) == [
        ("初步核实", "../reference/glossary.md#t-初步核实"),
        ("立案审查", "../reference/glossary.md#t-立案审查"),
    ]


def test_the_words_of_the_page_stay_as_they_are(handbook: Handbook) -> None:
    shown = rendered("先**初步核实**，再立案审查〔待核〕，然后*初步核实*报批。", handbook)

    assert words(shown).strip() == "先初步核实，再立案审查〔待核〕，然后初步核实报批。"


def test_an_abbreviation_counts_as_a_use_of_its_term(handbook: Handbook) -> None:
    assert terms(rendered("初核完了，初步核实报告交上来。", handbook)) == [
        ("初核", "../reference/glossary.md#t-初步核实")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "## 初步核实",
        "[初步核实](a.md)",
        "`初步核实`",
        "《初步核实办法》",
        "〔做法：初步核实〕",
        "摸底",
        "谈话",
        "移送党组织处理",
        "立案审查调查",
    ],
)
def test_headings_links_code_titles_and_other_words_stay_without_a_note(text: str, handbook: Handbook) -> None:
    assert terms(rendered(text, handbook)) == []


def test_the_glossary_does_not_explain_itself(handbook: Handbook) -> None:
    assert terms(rendered("初步核实", handbook, "reference/glossary.md")) == []


def test_each_link_has_its_note(handbook: Handbook) -> None:
    shown = rendered("先初步核实，再立案审查。", handbook)

    notes = shown.find("div[@data-module='hb-popups']")
    assert notes is not None
    assert "hidden" in notes.attrib
    described = [link.get("aria-describedby") for link in shown.iterfind(".//a[@class='hb-term']")]
    assert [notes.findtext(f".//p[@id='{name}']") for name in described] == ["立案以前查线索", "党纪立案"]


def test_terms_are_explained_in_tables_lists_and_boxes(handbook: Handbook) -> None:
    text = '| 事 | 谁 |\n|---|---|\n| 初步核实 | 甲 |\n\n!!! note "说明"\n    - 立案审查\n'

    assert [word for word, _ in terms(rendered(text, handbook))] == ["初步核实", "立案审查"]


def test_a_mark_is_a_badge_that_leads_to_what_it_means(handbook: Handbook) -> None:
    shown = rendered("授权〔待核〕。专人专柜〔做法〕。期限〔待核：县级规定〕。", handbook)

    assert badges(shown) == [
        ("〔待核〕", "hb-mark--unconfirmed", "../reference/pending.md#unconfirmed"),
        ("〔做法〕", "hb-mark--practice", "../reference/pending.md"),
        ("〔待核：县级规定〕", "hb-mark--unconfirmed", "../reference/pending.md#unconfirmed"),
    ]
    assert len(shown.findall("div[@data-module='hb-popups']/div")) == 2


def test_the_word_at_the_end_of_a_remark_on_an_edition_is_a_badge(handbook: Handbook) -> None:
    assert [text for text, _, _ in badges(rendered("第三条（2021年文本，条次待核）。待核事项见下。", handbook))] == [
        "待核"
    ]


def test_a_handbook_without_these_pages_shows_its_words_as_they_are(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    plain = registers(tmp_path)
    bare = type(plain)(site=plain.site, pages={"a.md": plain.pages["receive.md"]}, glossary=plain.glossary)

    assert list(rendered("初步核实〔待核〕", bare, "a.md").iter("a")) == []
