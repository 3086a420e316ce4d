"""Readers find pages by Chinese words in the search box, on a server and from a folder."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from browser.search_box import QUERY, RESULT, search, write

pytestmark = pytest.mark.browser

STUB = 400  # bytes


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("受理", "petitions/receive.html"),
        ("实名举报", "petitions/real-name.html"),
        ("径送", "petitions/transfer.html"),
        ("诬告", "petitions/clarification.html"),
        ("检举控告登记表", "templates/petitions/xf-w01.html"),
        ("xfw01", "templates/petitions/xf-w01.html"),
        ("失实成清", "petitions/clarification.html"),
        ("wugao", "petitions/clarification.html"),
        ("举报信没有署名怎么办", "petitions/receive.html"),
    ],
)
def test_words_find_their_page_first(page: Page, base_url: str, words: str, expected: str) -> None:
    page.goto(f"{base_url}/index.html")

    assert search(page, words, root=base_url)[0] == expected


def test_a_word_that_is_nowhere_finds_nothing(page: Page, base_url: str) -> None:
    page.goto(f"{base_url}/index.html")

    assert search(page, "麒麟鼎", root=base_url) == []


def test_a_result_opens_the_page_that_it_names(page: Page, base_url: str) -> None:
    page.goto(f"{base_url}/templates/petitions/xf-w01.html")
    search(page, "诬告", root=base_url)
    result = page.locator(RESULT, has_text="诬告").first
    address = str(result.evaluate("link => link.href")).partition("?")[0].partition("#")[0]

    result.click()

    page.wait_for_url(f"{address}*")
    expect(page.locator("main h1")).to_be_visible()


def test_enter_opens_the_step_that_answers(page: Page, base_url: str) -> None:
    page.goto(f"{base_url}/index.html")
    search(page, "举报信没有署名怎么办", root=base_url)

    page.keyboard.press("Enter")

    page.wait_for_url(f"{base_url}/petitions/receive.html#s7")


def test_a_citation_leads_to_the_provision(page: Page, base_url: str) -> None:
    page.goto(f"{base_url}/index.html")
    search(page, "监督执纪规则21条", root=base_url)

    page.keyboard.press("Enter")

    page.wait_for_url(f"{base_url}/reference/statutes/jiandu-zhiji-guize-2019.html#a21")


@pytest.mark.parametrize("keys", ["Control+k", "Meta+k", "/"])
def test_keys_lead_into_the_box(page: Page, base_url: str, keys: str) -> None:
    page.goto(f"{base_url}/index.html")
    page.wait_for_load_state("networkidle")

    page.keyboard.press(keys)

    expect(page.locator(QUERY)).to_be_focused()


def test_words_that_come_without_a_key_are_searched(page: Page, base_url: str) -> None:
    """Pasted, spoken, or picked from the input method's list with the mouse."""
    page.goto(f"{base_url}/index.html")
    page.locator(QUERY).click()

    page.keyboard.insert_text("诬告")

    expect(page.locator(RESULT).first).to_contain_text("诬告")


def test_the_words_that_were_looked_for_are_said(page: Page, base_url: str) -> None:
    page.goto(f"{base_url}/index.html")
    search(page, "实名局报", root=base_url)

    expect(page.locator(".md-search-result__item").first).to_contain_text("已按「实名举报」查找")


def test_a_procedure_offers_its_templates_and_limits_at_once(page: Page, base_url: str) -> None:
    page.goto(f"{base_url}/index.html")
    search(page, "实名举报", root=base_url)
    first = page.locator(".md-search-result__item").first

    expect(first).to_contain_text("XF-03 · 流程 · 信访举报")
    for offer in ("用表：实名核实与受理告知记录（XF-W05）", "时限：告知实名检举控告人受理情况"):
        expect(first.locator("h2", has_text=offer)).to_be_visible()
    first.locator("h2", has_text="XF-W05").click()
    page.wait_for_url(f"{base_url}/templates/petitions/xf-w05.html#*")


def test_the_newest_words_win(page: Page, base_url: str) -> None:
    page.goto(f"{base_url}/index.html")
    page.locator(QUERY).click()
    for character in "检举控告登记表":
        page.keyboard.insert_text(character)

    expect(page.locator(RESULT).first).to_contain_text("检举控告登记表")
    expect(page.locator(RESULT).first).to_contain_text("XF-W01")


def test_nothing_is_loaded_before_somebody_asks(page: Page, http_site: str, built_site: Path) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.removeprefix(f"{http_site}/").partition("?")[0]))
    page.goto(f"{http_site}/petitions/receive.html")
    page.wait_for_load_state("networkidle")
    before = [path for path in asked if "search" in path]

    assert sorted(before) == ["assets/dist/search-box.js", "assets/dist/search-worker.js", "search/search_index.json"]
    assert sum((built_site / path).stat().st_size for path in before[1:]) < 2 * STUB + 700

    page.locator(QUERY).click()
    write(page, "诬告")
    expect(page.locator(RESULT).first).to_be_visible()
    assert "search/core.js" in asked


def test_no_query_shows_in_an_address(page: Page, base_url: str) -> None:
    """Servers keep the addresses that they are asked for."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{base_url}/index.html")
    search(page, "wugao", root=base_url)
    page.locator(RESULT).first.click()
    page.wait_for_load_state()

    assert [address for address in asked if "wugao" in address] == []
