"""The lists of the first month are ticked, remembered on this machine only, wiped, and handed on as paper."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from browser.colours import Scheme, show
from browser.test_accessibility import AXE, TOO_WIDE, tab_to

pytestmark = pytest.mark.browser

PATH = "start/first-days.html"
BOX = ".hb-checklist input[type=checkbox]"
COUNT = ".hb-checklist__count"
NO_STORAGE = "Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('', 'SecurityError'); }})"
SQUARES = """() => [...document.querySelectorAll(".hb-checklist > ul > li")].filter(item => {
    const square = getComputedStyle(item, "::before");
    return square.display !== "none" && parseFloat(square.width) > 8 && parseFloat(square.borderTopWidth) >= 1;
}).length"""


@pytest.fixture
def bare(browser: Browser) -> Iterator[Page]:
    """A browser without JavaScript."""
    with browser.new_context(java_script_enabled=False, locale="zh-CN") as context:
        yield context.new_page()


def boxes(page: Page) -> Locator:
    return page.locator(BOX)


def test_ticks_are_there_again_after_a_reload(page: Page, base_url: str) -> None:
    page.goto(f"{base_url}/{PATH}")
    total = boxes(page).count()
    assert total > 25
    boxes(page).nth(0).check()
    boxes(page).nth(3).check()
    expect(page.locator(COUNT)).to_have_text(f"已勾2项，共{total}项。")

    page.reload()

    assert [number for number in range(total) if boxes(page).nth(number).is_checked()] == [0, 3]
    expect(page.locator(COUNT)).to_have_text(f"已勾2项，共{total}项。")
    expect(page.locator(".hb-checklist__done").first).to_have_text("2/10")


def test_one_button_wipes_every_tick_for_good(page: Page, base_url: str) -> None:
    page.goto(f"{base_url}/{PATH}")
    boxes(page).nth(0).check()

    page.get_by_role("button", name="清空勾选").click()

    assert page.locator(f"{BOX}:checked").count() == 0
    assert page.evaluate("Object.keys(localStorage).filter(key => key.includes('checklist'))") == []
    page.reload()
    assert page.locator(f"{BOX}:checked").count() == 0


def test_only_the_words_of_the_list_are_kept(page: Page, http_site: str) -> None:
    page.goto(f"{http_site}/{PATH}")
    boxes(page).nth(1).check()

    kept = page.evaluate("localStorage.getItem('hb-checklist:first-days')")
    assert kept == '["听一遍纪律，签保密承诺书（DW-W05）。DW-03第1步"]'


def test_the_words_tick_their_box_and_the_links_in_them_lead_on(page: Page, base_url: str) -> None:
    page.goto(f"{base_url}/{PATH}")
    page.get_by_text("拿到岗位单").click()
    expect(boxes(page).nth(0)).to_be_checked()

    page.locator(".hb-checklist").get_by_role("link", name="DW-04 第1步").click()

    expect(page).to_have_url(f"{base_url}/team/staff.html#s1")


def test_every_item_says_where_to_go(page: Page, http_site: str) -> None:
    page.goto(f"{http_site}/{PATH}")
    items = page.locator(".hb-checklist > ul > li")

    assert items.filter(has_not=page.locator("a:not(.hb-term):not(.hb-mark)")).all_inner_texts() == []


def test_a_browser_that_keeps_nothing_ticks_all_the_same_and_says_so(page: Page, base_url: str) -> None:
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.add_init_script(NO_STORAGE)
    page.goto(f"{base_url}/{PATH}")

    boxes(page).nth(0).check()

    expect(boxes(page).nth(0)).to_be_checked()
    expect(page.locator(COUNT)).to_contain_text("勾选就没有了")
    page.get_by_role("button", name="清空勾选").click()
    expect(boxes(page).nth(0)).not_to_be_checked()
    assert [error for error in errors if "checklist" in error] == []


def test_the_keyboard_ticks_and_wipes(page: Page, base_url: str) -> None:
    page.goto(f"{base_url}/{PATH}")
    tab_to(page, ".hb-checklist__wipe", limit=60)
    tab_to(page, BOX)
    page.keyboard.press("Space")
    expect(boxes(page).nth(0)).to_be_checked()

    while not page.evaluate("document.activeElement.matches('.hb-checklist__wipe')"):
        page.keyboard.press("Shift+Tab")
    page.keyboard.press("Enter")

    assert page.locator(f"{BOX}:checked").count() == 0


@pytest.mark.parametrize("scheme", get_args(Scheme))
def test_axe_finds_nothing_in_a_list_that_is_half_ticked(
    page: Page, http_site: str, repo_root: Path, scheme: Scheme
) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto(f"{http_site}/{PATH}")
    show(page, scheme)
    for number in range(0, boxes(page).count(), 2):
        boxes(page).nth(number).check()
    page.evaluate((repo_root / "node_modules/axe-core/axe.min.js").read_text(encoding="utf-8"))

    assert [*page.evaluate(AXE), *page.evaluate(TOO_WIDE)] == []


def test_without_scripts_every_item_has_a_square_and_no_button_that_does_nothing(bare: Page, base_url: str) -> None:
    bare.goto(f"{base_url}/{PATH}")

    items = bare.locator(".hb-checklist > ul > li")
    assert items.count() > 25
    assert bare.evaluate(SQUARES) == items.count()
    assert bare.locator(".hb-checklist input, .hb-checklist button").count() == 0


def test_paper_has_empty_squares_also_when_ticked(page: Page, http_site: str) -> None:
    page.goto(f"{http_site}/{PATH}")
    boxes(page).nth(0).check()
    assert page.evaluate(SQUARES) == 0

    page.emulate_media(media="print")

    assert page.evaluate(SQUARES) == boxes(page).count()
    expect(boxes(page).nth(0)).to_be_hidden()
    expect(page.get_by_text("清空勾选", exact=True)).to_be_hidden()
