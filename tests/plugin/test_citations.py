"""Citations in a page become links to the provisions, each with a note that is written once."""

import re
from dataclasses import replace
from pathlib import Path
from xml.etree.ElementTree import Element, fromstring

import markdown
import pytest

from handbook.model.handbook import Handbook
from handbook.plugin.citations import CitationExtension
from statutes import small_handbook, with_texts

EXTENSIONS = ["attr_list", "tables", "md_in_html", "admonition", "toc"]


@pytest.fixture
def handbook(tmp_path: Path) -> Handbook:
    return small_handbook(tmp_path, x="# 页\n")


def rendered(text: str, handbook: Handbook, src: str = "x.md") -> Element:
    extension = CitationExtension(lambda: (handbook.pages[src], handbook))
    return fromstring(f"<main>{markdown.markdown(text, extensions=[*EXTENSIONS, extension])}</main>")


def links(page: Element) -> list[tuple[str, str]]:
    """The words and the target of each citation, the folder and the file's ending left out."""
    found = page.iterfind(".//a[@class='hb-cite']")
    return [
        (link.text or "", str(link.get("href")).replace("reference/statutes/", "").replace(".md", "")) for link in found
    ]


def note(page: Element, words: str) -> list[str]:
    """The lines that the pop-up of the first link with these words shows."""
    link = next(link for link in page.iterfind(".//a[@class='hb-cite']") if link.text == words)
    described = page.find(f".//*[@id='{link.get('aria-describedby')}']")
    assert described is not None
    holder = next(one for one in page.iterfind(".//div[@class='hb-popups']/div") if described in list(one.iter()))
    shown = (
        part for part in holder if described in list(part.iter()) or (part.find("[@id]") is None and not part.get("id"))
    )
    return ["".join(part.itertext()) for part in shown if part.get("id") is None or part is described]


def test_the_name_leads_to_the_statute_and_each_article_to_its_own_place(handbook: Handbook) -> None:
    page = rendered("照《示例规则》第十条第二款、第十一条办。", handbook)

    assert links(page) == [
        ("《示例规则》", "shili-guize-2099"),
        ("第十条第二款", "shili-guize-2099#a10"),
        ("第十一条", "shili-guize-2099#a11"),
    ]
    assert "".join(page.find("p").itertext()) == "照《示例规则》第十条第二款、第十一条办。"  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("《示例规则》第10条", ["《示例规则》", "第10条"]),
        ("《示例规则》第十条至第十二条", ["《示例规则》", "第十条至第十二条"]),
        ("《示例规则》第十条第一款，同条第二款", ["《示例规则》", "第十条第一款", "同条第二款"]),
        ("**《示例规则》**第十条", ["《示例规则》", "第十条"]),
        ("《示例规则》\n第十条", ["《示例规则》", "第十条"]),
        ("按《示例规则》办", ["《示例规则》"]),
        ("| 依据 |\n|---|\n| 《示例规则》第十条 |", ["《示例规则》", "第十条"]),
        ("- 《示例规则》\n    - 第十条", ["《示例规则》"]),
        ("- 一项\n- 《示例规则》第十条", ["《示例规则》", "第十条"]),
    ],
)
def test_citations_are_found_as_people_write_them(handbook: Handbook, text: str, words: list[str]) -> None:
    assert [found for found, _ in links(rendered(text, handbook))] == words


@pytest.mark.parametrize(
    "text",
    [
        "# 《示例规则》第十条",
        "`《示例规则》第十条`",
        "    《示例规则》第十条",
        "[《示例规则》第十条](x.md)",
        "《没有的规则》第十条",
        '<div data-search-exclude markdown="1">《示例规则》第十条</div>',
    ],
)
def test_headings_code_links_and_unknown_names_stay_as_they_are(handbook: Handbook, text: str) -> None:
    assert links(rendered(text, handbook)) == []


def test_code_between_a_name_and_an_article_parts_them(handbook: Handbook) -> None:
    assert links(rendered("《示例规则》`x`第十条", handbook)) == [("《示例规则》", "shili-guize-2099")]


def test_an_article_that_the_statute_does_not_have_is_not_linked(handbook: Handbook) -> None:
    assert links(rendered("《示例规则》第九十九条", handbook)) == [("《示例规则》", "shili-guize-2099")]


def test_links_are_relative_to_the_page(handbook: Handbook) -> None:
    page = rendered("《示例规则》第十条", handbook, "petitions/a.md")

    assert [link.get("href") for link in page.iterfind(".//a")] == [
        "../reference/statutes/shili-guize-2099.md",
        "../reference/statutes/shili-guize-2099.md#a10",
    ]


def test_the_page_of_a_statute_does_not_link_its_own_name(handbook: Handbook) -> None:
    page = rendered("《示例规则》第十条", handbook, "reference/statutes/shili-guize-2099.md")

    assert [link.get("href") for link in page.iterfind(".//a")] == ["#a10"]


def test_the_note_tells_what_the_provision_says_and_since_when(handbook: Handbook) -> None:
    page = rendered("《示例规则》第十条第二款", handbook)

    assert note(page, "第十条第二款") == ["《示例规则》", "第十条第二款：三日内办完。", "现行有效，2099年1月1日起施行"]
    assert note(page, "《示例规则》")[1] == "示例机关办理示例事项工作规则"


def test_each_note_is_written_once_however_often_the_provision_is_cited(handbook: Handbook) -> None:
    page = rendered("《示例规则》第十条\n\n" * 9, handbook)

    assert len(links(page)) == 18
    assert len({link.get("aria-describedby") for link in page.iterfind(".//a")}) == 2
    assert len(page.findall(".//p[@id]")) == 2


def test_ids_of_notes_are_unique_and_every_link_has_one(handbook: Handbook) -> None:
    page = rendered("《示例规则》第十条；《示例办法》；《示例规则2088》第七条、第八条", handbook)
    ids = [str(one.get("id")) for one in page.iterfind(".//p[@id]")]

    assert len(ids) == len(set(ids))
    assert {link.get("aria-describedby") for link in page.iterfind(".//a")} == set(ids)


def test_the_notes_are_hidden_and_kept_out_of_the_search(handbook: Handbook) -> None:
    listed = rendered("《示例规则》第十条", handbook).find(".//div[@class='hb-popups']")

    assert listed is not None
    assert {"hidden", "data-search-exclude"} <= set(listed.keys())
    assert listed.get("data-module") == "hb-popups"


def test_the_official_words_stand_in_the_note_where_the_office_has_them(handbook: Handbook) -> None:
    html = markdown.markdown(
        "《示例规则》第十条第一款、第十一条",
        extensions=[CitationExtension(lambda: (handbook.pages["x.md"], with_texts(handbook)))],
    )

    assert re.findall(r'<p class="hb-popup__text">([^<]*)', html) == ["甲款的话。"]


def test_a_handbook_without_a_register_is_left_alone(handbook: Handbook) -> None:
    extension = CitationExtension(lambda: (handbook.pages["x.md"], replace(handbook, statutes={})))

    assert markdown.markdown("《示例规则》第十条", extensions=[extension]) == "<p>《示例规则》第十条</p>"
