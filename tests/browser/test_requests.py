"""Nothing leaves the site: every page is opened, and every request, failure and complaint of the browser counts."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext

from browser.server import serve
from browser.watch import Watch

pytestmark = pytest.mark.browser


def visit(context: BrowserContext, address: str, paths: Sequence[str]) -> Watch:
    """Open pages, several at a time, until their network has been silent for a while."""
    watch = Watch(address)
    watch.attach(context)
    tabs = [context.new_page() for _ in range(min(6, len(paths)))]
    for start in range(0, len(paths), len(tabs)):
        batch = paths[start : start + len(tabs)]
        for tab, path in zip(tabs, batch, strict=False):
            tab.goto(f"{address}/{path}", wait_until="commit")
        watch.settle(*tabs[: len(batch)])
        for tab in tabs[: len(batch)]:
            watch.look(tab)
    return watch


def test_every_page_asks_this_site_only_and_complains_of_nothing(
    context: BrowserContext, base_url: str, page_paths: list[str]
) -> None:
    # Only a server shows 404.html, from whatever address was asked.
    paths = [path for path in page_paths if path != "404.html" or base_url.startswith("http:")]

    watch = visit(context, base_url, paths)

    assert watch.faults == [], "\n".join(watch.faults)
    assert set(paths) <= watch.requests
    assert any("search" in request for request in watch.requests - set(paths))


FAULTY_PAGES = {
    "picture": '<img src="http://other.example/a.png">',
    "style": '<style>@import "http://other.example/a.css";</style>',
    "font": "<style>@font-face{font-family:x;src:url(http://other.example/a.woff2)}p{font-family:x}</style><p>字</p>",
    "frame": '<iframe srcdoc="<script src=http://other.example/a.js></script>"></iframe>',
    "fetch": '<script>fetch("http://other.example/a.json").catch(() => 0)</script>',
    "beacon": '<script>navigator.sendBeacon("http://other.example/a")</script>',
    "preconnect": '<link rel="preconnect" href="http://other.example">',
    "worker": '<script src="start-worker.js"></script>',
}


@pytest.mark.parametrize("name", FAULTY_PAGES)
def test_a_page_that_asks_another_host_is_caught(tmp_path: Path, context: BrowserContext, name: str) -> None:
    (tmp_path / "page.html").write_text(f"<!doctype html><title>x</title>{FAULTY_PAGES[name]}", encoding="utf-8")
    (tmp_path / "start-worker.js").write_text("new Worker('worker.js')", encoding="utf-8")
    (tmp_path / "worker.js").write_text("fetch('http://other.example/a').catch(() => 0)", encoding="utf-8")

    with serve(tmp_path) as address:
        watch = visit(context, address, ["page.html"])

    assert [fault for fault in watch.faults if fault.startswith("outside:") and "other.example" in fault]


@pytest.mark.parametrize(
    ("markup", "fault"),
    [
        ('<img src="missing.png">', "status:"),
        ("<script>console.error('甲')</script>", "console:"),
        ("<script>throw Error('甲')</script>", "script:"),
    ],
)
def test_a_page_with_a_fault_of_its_own_is_caught(
    tmp_path: Path, context: BrowserContext, markup: str, fault: str
) -> None:
    (tmp_path / "page.html").write_text(f"<!doctype html><title>x</title>{markup}", encoding="utf-8")

    with serve(tmp_path) as address:
        watch = visit(context, address, ["page.html"])

    assert [found for found in watch.faults if found.startswith(fault)]


def test_a_page_in_a_folder_that_reads_outside_of_it_is_caught(tmp_path: Path, context: BrowserContext) -> None:
    folder = tmp_path / "site"
    folder.mkdir()
    (tmp_path / "other.png").touch()
    (folder / "page.html").write_text('<title>x</title><img src="../other.png">', encoding="utf-8")

    watch = visit(context, folder.as_uri(), ["page.html"])

    assert [fault for fault in watch.faults if fault.startswith("outside:")]
