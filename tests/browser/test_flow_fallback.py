"""Diagrams that the build cannot draw: the browser does, with the library of our own site, and only there."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page

from browser.live import DRAWN
from browser.server import serve
from browser.watch import Watch

pytestmark = pytest.mark.browser


@pytest.fixture(params=["http", "file"])
def address(request: pytest.FixtureRequest, live_site: Path) -> Iterator[str]:
    if request.param == "file":
        yield live_site.as_uri()
    else:
        with serve(live_site) as served:
            yield served


@pytest.mark.parametrize("name", ["sequence", "gantt"])
def test_another_kind_of_diagram_is_drawn_by_the_browser_from_our_own_files(
    context: BrowserContext, page: Page, address: str, name: str
) -> None:
    watch = Watch(address)
    watch.attach(context)
    page.goto(f"{address}/{name}.html")
    page.wait_for_function(DRAWN, timeout=60_000)

    assert watch.faults == []
    assert [request for request in watch.requests if "mermaid" in request] == ["assets/dist/mermaid/mermaid.min.js"]


@pytest.mark.parametrize("name", ["index", "flow"])
def test_other_pages_do_not_load_the_library(context: BrowserContext, page: Page, address: str, name: str) -> None:
    watch = Watch(address)
    watch.attach(context)
    page.goto(f"{address}/{name}.html")
    watch.settle(page)

    assert watch.faults == []
    assert not [request for request in watch.requests if "mermaid" in request]
