"""Emergency cards are one sheet of A4, two screens of a phone, and on top of the home page."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from handbook.kinds.card import SECTIONS
from handbook.model.handbook import Handbook

pytestmark = pytest.mark.browser

PHONE = {"width": 390, "height": 844}
SHEET = re.compile(rb"/Type\s*/Page(?![A-Za-z])")
BOTTOM = "document.querySelector('.hb-page').getBoundingClientRect().bottom + scrollY"
LETTERS = "parseFloat(getComputedStyle(document.querySelector('.hb-page li')).fontSize)"


def cards(handbook: Handbook) -> list[str]:
    return [card.url for card in handbook.of_kind("card")]


def test_the_six_events_have_a_card(handbook: Handbook) -> None:
    assert [card.title for card in handbook.of_kind("card")] == [
        "群众上门",
        "接到举报电话",
        "当事人情绪激动或身体不适",
        "谈话当天",
        "发现涉嫌职务犯罪线索",
        "接到说情打招呼",
    ]


def test_each_card_prints_on_one_sheet_of_a4_in_large_letters(page: Page, http_site: str, handbook: Handbook) -> None:
    sheets = {}
    for url in cards(handbook):
        page.goto(f"{http_site}/{url}")
        page.emulate_media(media="print")
        assert page.evaluate(LETTERS) > 16
        sheets[url] = len(SHEET.findall(page.pdf(prefer_css_page_size=True)))

    assert sheets == dict.fromkeys(cards(handbook), 1)


def test_a_page_of_two_sheets_is_caught(page: Page, http_site: str) -> None:
    page.goto(f"{http_site}/start/mistakes.html")

    assert len(SHEET.findall(page.pdf(prefer_css_page_size=True))) > 1


def test_each_card_is_at_most_two_screens_of_a_phone(browser: Browser, http_site: str, handbook: Handbook) -> None:
    with browser.new_context(viewport=PHONE, locale="zh-CN") as context:  # type: ignore[arg-type]
        page = context.new_page()
        for url in cards(handbook):
            page.goto(f"{http_site}/{url}")
            assert page.evaluate(BOTTOM) <= 2 * PHONE["height"], url


def test_what_to_say_stands_first_and_every_part_is_there(page: Page, http_site: str, handbook: Handbook) -> None:
    for url in cards(handbook):
        page.goto(f"{http_site}/{url}")
        assert page.locator("main h2").evaluate_all("all => all.map(one => one.firstChild.data)") == list(SECTIONS)
        expect(page.locator(".hb-page blockquote").first).to_be_in_viewport()


def test_the_cards_are_on_top_of_the_home_page(page: Page, base_url: str, handbook: Handbook) -> None:
    page.goto(f"{base_url}/index.html")
    assert page.locator("main h2").first.inner_text().startswith("应急卡")
    assert page.locator(".hb-cards a").all_inner_texts() == [card.title for card in handbook.of_kind("card")]

    page.locator(".hb-cards").get_by_role("link", name="谈话当天").click()

    expect(page).to_have_url(f"{base_url}/start/cards/interview-day.html")
