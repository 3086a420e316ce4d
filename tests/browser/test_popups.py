"""What a citation or a term is about shows beside it: to a mouse, a keyboard, a finger, a screen reader."""

from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from browser.colours import Scheme, show
from browser.test_accessibility import AXE, TOO_WIDE

pytestmark = pytest.mark.browser

PAGE = "petitions/receive.html"
CITED = "第七条第二款"
GIST = "第七条第二款：其他机关单位转来、属于受理范围的，也要收。"
# The pop-up and the lines of a link, as far as they share a point of the screen.
COVERED = """link => {
    const box = document.querySelector(".hb-popup:not([hidden])").getBoundingClientRect();
    return [...link.getClientRects()].filter(line => line.left < box.right && box.left < line.right
        && line.top < box.bottom && box.top < line.bottom).length;
}"""


def popup(page: Page) -> Locator:
    """The pop-up that is open."""
    return page.locator(".hb-popup:not([hidden])")


def citation(page: Page, words: str = CITED) -> Locator:
    return page.locator("main a.hb-cite", has_text=words).first


@pytest.fixture
def touch(browser: Browser) -> Iterator[Page]:
    """A phone of 320 px."""
    with browser.new_context(viewport={"width": 320, "height": 640}, has_touch=True, locale="zh-CN") as context:
        yield context.new_page()


def test_a_mouse_over_a_citation_shows_what_it_says_and_since_when(page: Page, base_url: str) -> None:
    page.goto(f"{base_url}/{PAGE}")
    expect(popup(page)).to_have_count(0)

    citation(page).hover()

    expect(popup(page)).to_contain_text("《检举控告规则》")
    expect(popup(page)).to_contain_text(GIST)
    expect(popup(page)).to_contain_text("现行有效，2020年1月21日起施行")
    expect(popup(page)).not_to_contain_text("第七条第一款")


def test_the_pop_up_stays_while_the_mouse_is_in_it_and_goes_when_the_mouse_leaves(page: Page, http_site: str) -> None:
    page.goto(f"{http_site}/{PAGE}")
    citation(page).hover()
    expect(popup(page)).to_be_visible()

    popup(page).hover()
    page.wait_for_timeout(500)
    expect(popup(page)).to_be_visible()

    page.locator("main h1").hover()
    expect(popup(page)).to_have_count(0)


def test_a_click_follows_the_citation_to_the_article(page: Page, base_url: str) -> None:
    page.goto(f"{base_url}/{PAGE}")

    citation(page).click()

    page.wait_for_url("**/reference/statutes/jianju-konggao-guize-2020.html#a7")
    expect(page.locator("#a7")).to_be_in_viewport()


def test_the_keyboard_opens_closes_and_follows(page: Page, base_url: str) -> None:
    page.goto(f"{base_url}/{PAGE}")
    page.keyboard.press("Tab")
    citation(page).focus()
    expect(popup(page)).to_contain_text(GIST)

    page.keyboard.press("Escape")
    expect(popup(page)).to_have_count(0)
    expect(citation(page)).to_be_focused()

    page.keyboard.press("Tab")
    page.keyboard.press("Shift+Tab")
    expect(popup(page)).to_contain_text(GIST)

    page.keyboard.press("Enter")
    page.wait_for_url("**/jianju-konggao-guize-2020.html#a7")


def test_one_pop_up_is_open_at_a_time(page: Page, http_site: str) -> None:
    page.goto(f"{http_site}/{PAGE}")
    citation(page).focus()
    page.locator("main a.hb-term").first.hover()
    expect(popup(page)).not_to_contain_text(GIST)

    expect(popup(page)).to_have_count(1)


def test_a_screen_reader_is_told_what_the_citation_says(page: Page, http_site: str) -> None:
    page.goto(f"{http_site}/{PAGE}")

    expect(citation(page)).to_have_accessible_description(GIST)


def test_a_first_tap_shows_and_a_second_follows(touch: Page, base_url: str) -> None:
    touch.goto(f"{base_url}/{PAGE}")

    citation(touch).tap()
    expect(popup(touch)).to_contain_text(GIST)
    assert touch.url.endswith(PAGE)

    citation(touch).tap()
    touch.wait_for_url("**/jianju-konggao-guize-2020.html#a7")


def test_a_tap_on_the_link_in_the_pop_up_goes_on(touch: Page, base_url: str) -> None:
    touch.goto(f"{base_url}/{PAGE}")
    citation(touch).tap()

    popup(touch).get_by_role("link", name="打开这一页").tap()

    touch.wait_for_url("**/jianju-konggao-guize-2020.html#a7")


def test_a_tap_elsewhere_closes(touch: Page, http_site: str) -> None:
    touch.goto(f"{http_site}/{PAGE}")
    citation(touch).tap()
    expect(popup(touch)).to_be_visible()

    touch.locator("main h2").first.tap()

    expect(popup(touch)).to_have_count(0)
    assert touch.url.endswith(PAGE)


@pytest.mark.parametrize("at", [0, 120, 300, 560])
def test_on_a_narrow_screen_the_pop_up_is_whole_and_beside_the_line(touch: Page, http_site: str, at: int) -> None:
    touch.goto(f"{http_site}/{PAGE}")
    touch.evaluate(
        "([link, at]) => scrollTo(0, scrollY + link.getBoundingClientRect().top - at)",
        [citation(touch).element_handle(), at + 60],
    )

    citation(touch).tap()

    expect(popup(touch)).to_be_visible()
    box = popup(touch).bounding_box()
    assert box is not None
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 320
    assert box["y"] >= 0
    assert box["y"] + box["height"] <= 640
    assert citation(touch).evaluate(COVERED) == 0
    assert touch.evaluate(TOO_WIDE) == []


@pytest.mark.parametrize("scheme", get_args(Scheme))
def test_axe_finds_nothing_in_an_open_pop_up(page: Page, http_site: str, repo_root: Path, scheme: Scheme) -> None:
    page.goto(f"{http_site}/{PAGE}")
    show(page, scheme)
    citation(page).focus()
    expect(popup(page)).to_be_visible()
    page.evaluate((repo_root / "node_modules/axe-core/axe.min.js").read_text(encoding="utf-8"))

    assert page.evaluate(AXE) == []


def test_a_long_text_scrolls_inside_of_the_window_and_by_keyboard(page: Page, http_site: str) -> None:
    page.goto(f"{http_site}/{PAGE}")
    page.evaluate(
        "link => document.getElementById(link.getAttribute('aria-describedby')).append('很长的话。'.repeat(2000))",
        citation(page).element_handle(),
    )

    citation(page).focus()

    box = popup(page).bounding_box()
    assert box is not None
    assert box["y"] >= 0
    assert box["y"] + box["height"] <= 800
    assert popup(page).get_attribute("tabindex") == "0"
    assert citation(page).evaluate(COVERED) == 0


def test_a_printed_page_shows_no_note(page: Page, http_site: str) -> None:
    page.goto(f"{http_site}/{PAGE}")
    citation(page).focus()
    expect(popup(page)).to_be_visible()

    page.emulate_media(media="print")

    assert [one for one in page.locator(".hb-popup, .hb-popups").all() if one.is_visible()] == []
    assert citation(page).evaluate("link => getComputedStyle(link).textDecorationLine") == "none"


def test_without_scripts_a_citation_is_a_link(browser: Browser, file_site: str) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(f"{file_site}/{PAGE}")

        assert not page.locator(".hb-popups").first.is_visible()
        citation(page).click()

        assert page.url.endswith("/reference/statutes/jianju-konggao-guize-2020.html#a7")


def test_a_statute_leads_to_what_rests_on_it(page: Page, base_url: str) -> None:
    page.goto(f"{base_url}/reference/statutes/jianju-konggao-guize-2020.html#a26")

    uses = page.locator("#a26 ~ .hb-uses").first
    uses.locator("summary").click()
    uses.get_by_role("link", name="第7步").first.click()

    page.wait_for_url("**/petitions/receive.html#s7")
