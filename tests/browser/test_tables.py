"""Tables are read on any screen: as cards on a phone, with codes in one piece, and across where they hold counts."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

TABLES = ["adjudication/execution.html", "templates/petitions/xf-w01.html", "start/mistakes.html"]
CUT = """() => [...document.querySelectorAll(".md-typeset__scrollwrap")]
    .filter(frame => frame.scrollWidth > frame.clientWidth).map(frame => frame.textContent.trim().slice(0, 40))"""
BROKEN = """() => [...document.querySelectorAll("article .hb-code")]
    .filter(code => code.checkVisibility() && code.getClientRects().length > 1).map(code => code.textContent)"""
# What a cell shows before its own words.
HEADS = """() => [...document.querySelectorAll("#时限 ~ * td")].slice(0, 6)
    .map(cell => getComputedStyle(cell, "::before").content)"""


@pytest.fixture
def phone(browser: Browser) -> Iterator[Page]:
    with browser.new_context(viewport={"width": 320, "height": 640}, locale="zh-CN") as context:
        yield context.new_page()


@pytest.mark.parametrize("path", TABLES)
def test_on_a_phone_no_table_is_cut(phone: Page, base_url: str, path: str) -> None:
    phone.goto(f"{base_url}/{path}")
    phone.wait_for_selector(".hb-stack")

    assert phone.evaluate(CUT) == []


def test_on_a_phone_each_cell_says_what_it_is(phone: Page, http_site: str) -> None:
    phone.goto(f"{http_site}/adjudication/execution.html")
    phone.wait_for_selector(".hb-stack")

    assert phone.evaluate(HEADS) == ["none", '"事项："', '"期限："', '"从何时起："', '"能否延长："', '"依据："']


def test_on_a_desk_a_table_stays_a_table(page: Page, http_site: str) -> None:
    page.goto(f"{http_site}/adjudication/execution.html")
    page.wait_for_selector(".hb-stack")

    assert page.evaluate(HEADS) == ["none"] * 6


def test_counts_are_read_across_on_a_phone(phone: Page, http_site: str) -> None:
    phone.goto(f"{http_site}/maintain/coverage.html")
    phone.wait_for_selector(".md-typeset__table")

    assert phone.locator(".hb-stack").count() == 0


@pytest.mark.parametrize("path", ["templates/packets.html", "start/mistakes.html", "start/authority.html"])
def test_a_code_is_never_broken_at_its_hyphen(phone: Page, http_site: str, path: str) -> None:
    phone.goto(f"{http_site}/{path}")
    phone.wait_for_selector(".hb-code", state="attached")

    assert phone.evaluate(BROKEN) == []
