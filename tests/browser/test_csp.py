"""The site works under the strictest Content-Security-Policy that a server can send."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from browser.colours import toggle
from browser.places import ONE_OF_EACH
from browser.search_box import search
from browser.server import serve
from browser.watch import Watch

pytestmark = pytest.mark.browser

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
LISTEN = """
addEventListener("securitypolicyviolation", event => noteViolation(
    `${event.effectiveDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber} ${event.sample}`))
"""


@pytest.fixture
def violations(context: BrowserContext) -> list[str]:
    """What the browser refuses on any page of the context, as it comes."""
    found: list[str] = []

    def note(source: dict[str, Page], words: str) -> None:
        found.append(f"{source['page'].url}: {words}")

    context.expose_binding("noteViolation", note)
    context.add_init_script(LISTEN)
    return found


@pytest.fixture(scope="module")
def strict_site(built_site: Path) -> Iterator[str]:
    with serve(built_site, {"Content-Security-Policy": POLICY}) as address:
        yield address


def test_no_page_does_what_the_policy_forbids(
    context: BrowserContext, page: Page, strict_site: str, page_paths: list[str], violations: list[str]
) -> None:
    watch = Watch(strict_site)
    watch.attach(context)
    for path in page_paths:
        page.goto(f"{strict_site}/{path}")
        if path in ONE_OF_EACH:
            assert search(page, "登记", root=strict_site) != [], path
            page.keyboard.press("Escape")
            toggle(page)

    assert violations == [], "\n".join(violations)
    assert watch.faults == [], "\n".join(watch.faults)


def test_the_search_page_answers_under_the_policy(page: Page, strict_site: str, violations: list[str]) -> None:
    page.goto(f"{strict_site}/search.html")
    page.get_by_role("searchbox", name="要找什么").fill("诬高")
    expect(page.locator(".hb-search__title").first).to_contain_text("诬告")

    assert violations == [], "\n".join(violations)


def test_a_page_that_breaks_the_policy_is_caught(
    tmp_path: Path, context: BrowserContext, page: Page, violations: list[str]
) -> None:
    faulty = '<!doctype html><title>x</title><p style="color:red">甲</p><script>1</script>'
    (tmp_path / "page.html").write_text(faulty, encoding="utf-8")

    with serve(tmp_path, {"Content-Security-Policy": POLICY}) as address:
        watch = Watch(address)
        watch.attach(context)
        page.goto(f"{address}/page.html")

    assert len(violations) == 2
    assert [fault for fault in watch.faults if fault.startswith("console:")]
