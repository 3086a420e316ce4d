"""The whole site works under the policy of deploy/nginx, served by a real nginx, with every tool in use."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from browser import tour
from browser.live import DRAWN
from browser.test_requests import visit
from browser.watch import Watch
from handbook.model.handbook import Handbook
from served import nginx, released

pytestmark = pytest.mark.browser

# What every page must come with; spelt out here, so that a weaker file of deploy/ is noticed.
STRICT = (
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
def strict_site(built_site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with nginx(released(built_site, tmp_path_factory.mktemp("srv"))) as server:
        yield server.address


def test_no_page_does_what_the_policy_forbids(
    context: BrowserContext, strict_site: str, page_paths: list[str], violations: list[str]
) -> None:
    watch = visit(context, strict_site, [path for path in page_paths if path != "404.html"])

    assert violations == [], "\n".join(violations)
    assert watch.faults == [], "\n".join(watch.faults)
    assert {policy for _, policy in watch.policies} == {STRICT}
    assert len(watch.policies) >= len(page_paths) - 1


def test_no_tool_does_what_the_policy_forbids(
    context: BrowserContext, page: Page, strict_site: str, violations: list[str], handbook: Handbook
) -> None:
    watch = Watch(strict_site)
    watch.attach(context)
    tour.take(page, strict_site, handbook)

    assert violations == [], "\n".join(violations)
    assert watch.faults == [], "\n".join(watch.faults)
    assert len(watch.requests) > 30


def test_unknown_address_deep_in_the_site_gets_the_page_that_says_so(
    page: Page, strict_site: str, violations: list[str]
) -> None:
    answer = page.goto(f"{strict_site}/petitions/none/none.html")

    assert answer is not None
    assert answer.status == 404
    expect(page.locator("main")).to_contain_text("没有")
    assert page.evaluate("document.styleSheets[0].cssRules.length > 0")
    page.get_by_role("link", name="信访举报").click()
    expect(page).to_have_url(f"{strict_site}/petitions/index.html")
    assert violations == []


def test_a_live_diagram_is_drawn_where_the_map_of_the_release_allows_it(
    context: BrowserContext, page: Page, tmp_path: Path, live_site: Path, violations: list[str]
) -> None:
    with nginx(released(live_site, tmp_path)) as server:
        watch = Watch(server.address)
        watch.attach(context)
        page.goto(f"{server.address}/sequence.html")
        page.wait_for_function(DRAWN, timeout=60_000)
        page.goto(f"{server.address}/index.html")
        page.wait_for_load_state("networkidle")

    assert (tmp_path / "live-diagrams.map").read_text(encoding="utf-8").count("\n") == 2
    assert violations == [], "\n".join(violations)
    assert watch.faults == []
    assert dict(watch.policies) == {
        "sequence.html": STRICT.replace("style-src 'self'", "style-src 'self' 'unsafe-inline'"),
        "index.html": STRICT,
    }


def test_a_page_that_breaks_the_policy_is_caught(
    tmp_path: Path, context: BrowserContext, page: Page, violations: list[str]
) -> None:
    (tmp_path / "site").mkdir()
    faulty = '<!doctype html><title>x</title><p style="color:red">甲</p><script>1</script>'
    (tmp_path / "site/page.html").write_text(faulty, encoding="utf-8")

    with nginx(released(tmp_path / "site", tmp_path / "srv")) as server:
        watch = Watch(server.address)
        watch.attach(context)
        page.goto(f"{server.address}/page.html")

    assert len(violations) == 2
    assert [fault for fault in watch.faults if fault.startswith("console:")]
