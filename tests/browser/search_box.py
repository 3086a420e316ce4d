"""The search box as a reader uses it."""

import re
from urllib.parse import unquote, urldefrag

from playwright.sync_api import Page, expect

QUERY = "[data-md-component=search-query]"
RESULT = "[data-md-component=search-result] a.md-search-result__link"
_ANSWERED = re.compile("符合条件的结果")


def write(page: Page, words: str) -> None:
    """Write Chinese where the cursor is, as an input method does: the words come at once, then a key goes up."""
    page.keyboard.insert_text(words)
    page.keyboard.press("Shift")


def search(page: Page, words: str, *, root: str) -> list[str]:
    """Type words into the search box of an open page; the pages found, best first, relative to the site's root."""
    page.locator(QUERY).click()
    write(page, words)
    expect(page.locator(".md-search-result__meta")).to_have_text(_ANSWERED)
    if "没有" not in page.locator(".md-search-result__meta").inner_text():
        expect(page.locator(RESULT).first).to_be_visible()  # the list is drawn after its length is told
    addresses = page.locator(RESULT).evaluate_all("links => links.map(link => link.href)")
    pages = [
        unquote(urldefrag(address).url).partition("?")[0].removeprefix(f"{unquote(root)}/") for address in addresses
    ]
    return list(dict.fromkeys(pages))
