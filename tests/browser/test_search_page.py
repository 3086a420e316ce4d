"""The page that searches with filters: by hand, by keyboard, on a phone, on a server and from a folder."""

from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from browser.search_box import QUERY, RESULT, write

pytestmark = pytest.mark.browser

STATUS = ".hb-search__status"
TITLES = ".hb-search__title"
WIDE = "() => document.scrollingElement.scrollWidth > innerWidth"


def box(page: Page) -> Locator:
    return page.get_by_role("searchbox", name="要找什么")


def ask(page: Page, base_url: str, words: str) -> None:
    page.goto(f"{base_url}/search.html")
    box(page).fill(words)
    expect(page.locator(STATUS)).not_to_be_empty()


def test_pages_and_their_steps_are_listed(page: Page, base_url: str) -> None:
    ask(page, base_url, "举报信没有署名怎么办")

    expect(page.locator(TITLES).first).to_have_text("接收、登记和受理判断 XF-01")
    expect(page.locator(".hb-search__sections").first.get_by_role("link").first).to_have_text("7. 分清实名和匿名")
    page.locator(".hb-search__sections").first.get_by_role("link").first.click()
    page.wait_for_url(f"{base_url}/petitions/receive.html#s7")


def test_the_words_that_were_looked_for_are_said(page: Page, base_url: str) -> None:
    ask(page, base_url, "诬高")

    expect(page.locator(STATUS)).to_contain_text("已按「诬告」查找")


def test_nothing_found_says_what_to_try(page: Page, base_url: str) -> None:
    ask(page, base_url, "麒麟鼎")

    expect(page.locator(STATUS)).to_contain_text("换个说法")
    expect(page.locator(TITLES)).to_have_count(0)


@pytest.mark.parametrize("kind", ["流程", "文书", "法规"])
def test_one_kind_alone(page: Page, base_url: str, kind: str) -> None:
    ask(page, base_url, "检举控告")

    page.get_by_role("radio", name=kind).check()

    expect(page.locator(".hb-search__where").first).to_contain_text(kind)
    page.wait_for_timeout(2000)  # the list of the query without the filter may still stand
    wheres = page.locator(".hb-search__where").all_text_contents()
    assert [where for where in wheres if not where.startswith(kind)] == []


def test_time_limits_alone_lead_to_what_says_them(page: Page, base_url: str) -> None:
    ask(page, base_url, "告知实名举报人")

    page.get_by_role("radio", name="时限").check()

    expect(page.locator(".hb-search__sections").first).to_contain_text("15个工作日")


def test_one_area_alone(page: Page, base_url: str) -> None:
    ask(page, base_url, "登记")

    page.get_by_role("radio", name="信访举报").check()

    page.wait_for_timeout(2000)  # the list of the query without the filter may still stand
    expect(page.locator(".hb-search__where").first).to_contain_text("信访举报")
    assert {where.partition(" · ")[2] for where in page.locator(".hb-search__where").all_text_contents()} == {
        "信访举报"
    }


def test_a_procedure_offers_its_templates_and_limits(page: Page, base_url: str) -> None:
    ask(page, base_url, "实名举报")

    expect(page.locator(".hb-search__offers").first.get_by_role("link", name="XF-W05")).to_be_visible()


def test_by_keyboard_alone(page: Page, base_url: str) -> None:
    page.goto(f"{base_url}/search.html")
    box(page).focus()
    write(page, "诬告")
    first = page.locator(TITLES).first.get_by_role("link")
    expect(first).to_be_visible()

    page.keyboard.press("ArrowDown")
    expect(first).to_be_focused()
    page.keyboard.press("ArrowUp")
    expect(box(page)).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("ArrowRight")
    expect(page.get_by_role("radio", name="流程")).to_be_checked()


def test_who_comes_back_finds_the_answers_again(page: Page, base_url: str) -> None:
    ask(page, base_url, "诬告")
    page.get_by_role("radio", name="文书").check()
    expect(page.locator(".hb-search__where").first).to_contain_text("文书")
    page.locator(TITLES).first.get_by_role("link").click()
    page.wait_for_load_state()

    page.go_back()

    expect(box(page)).to_have_value("诬告")
    expect(page.get_by_role("radio", name="文书")).to_be_checked()
    expect(page.locator(".hb-search__where").first).to_contain_text("文书")
    assert "诬告" not in page.url


def test_the_search_box_hands_its_words_over(page: Page, base_url: str) -> None:
    page.goto(f"{base_url}/petitions/receive.html")
    page.locator(QUERY).click()
    write(page, "诬告")

    page.get_by_role("link", name="打开搜索页").click()

    expect(box(page)).to_have_value("诬告")
    expect(page.locator(TITLES).first).to_contain_text("诬告")
    assert page.url == f"{base_url}/search.html"


def test_the_search_box_goes_on_working_beside_the_page(page: Page, base_url: str) -> None:
    ask(page, base_url, "诬告")
    page.keyboard.press("Control+k")
    write(page, "径送")

    expect(page.locator(RESULT).first).to_contain_text("径送")
    page.keyboard.press("Escape")
    box(page).fill("受理")
    expect(page.locator(TITLES).first).to_contain_text("受理")


def test_nothing_is_loaded_before_somebody_asks(page: Page, http_site: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{http_site}/search.html")
    page.wait_for_load_state("networkidle")

    assert [address for address in asked if "search-engine" in address or "search/core" in address] == []


@pytest.mark.parametrize("width", [1280, 320])
def test_the_answers_are_clean_and_fit_the_screen(page: Page, http_site: str, repo_root: Path, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 640})
    ask(page, http_site, "检举控告人的保护")
    expect(page.locator(TITLES).first).to_be_visible()
    page.evaluate((repo_root / "node_modules/axe-core/axe.min.js").read_text(encoding="utf-8"))
    found = page.evaluate("async () => (await axe.run(document)).violations.map(rule => rule.id)")

    assert found == []
    assert not page.evaluate(WIDE)


def test_without_scripts_the_page_says_so(browser: object, http_site: str) -> None:
    context = browser.new_context(java_script_enabled=False, locale="zh-CN")  # type: ignore[attr-defined]
    page = context.new_page()
    page.goto(f"{http_site}/search.html")

    expect(page.locator(".hb-search__off")).to_be_visible()
    expect(page.locator(".hb-search__form")).to_be_hidden()
    context.close()
