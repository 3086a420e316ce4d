"""Readers find pages by Chinese words, on a server and from a folder."""

import pytest
from playwright.sync_api import Page, expect

from browser.search_box import RESULT, search

pytestmark = pytest.mark.browser


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("受理", "petitions/receive.html"),
        ("实名举报", "petitions/real-name.html"),
        ("径送", "petitions/transfer.html"),
        ("诬告", "petitions/clarification.html"),
        ("登记表", "templates/petitions/xf-w01.html"),
    ],
)
def test_a_word_finds_its_page(page: Page, base_url: str, words: str, expected: str) -> None:
    page.goto(f"{base_url}/index.html")

    assert expected in search(page, words, root=base_url)[:5]


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
