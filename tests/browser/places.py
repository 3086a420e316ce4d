"""Which pages to look at, and where things are on the screen."""

from playwright.sync_api import Page
from playwright.sync_api import TimeoutError as TooLate

# A page of each kind.
ONE_OF_EACH = (
    "index.html",
    "petitions/index.html",
    "petitions/receive.html",
    "templates/petitions/xf-w01.html",
    "casefile/index.html",
    "casefile/sc-w12.html",
    "start/about.html",
    "start/first-days.html",
    "start/cards/distress.html",
    "search.html",
    "reference/statutes.html",
    "reference/statutes/jiancha-fa-2018.html",
)
_IN_VIEW = """id => {
    const target = document.getElementById(id).getBoundingClientRect();
    const head = document.querySelector(".md-header").getBoundingClientRect();
    return target.top >= head.bottom - 1 && target.bottom <= innerHeight;
}"""


def stands_in_view(page: Page, id: str) -> bool:  # noqa: A002 (an element's id)
    """True when an element comes to stand below the header and above the lower edge of the window."""
    try:
        page.wait_for_function(_IN_VIEW, arg=id, timeout=2000)
    except TooLate:
        return False
    return True
