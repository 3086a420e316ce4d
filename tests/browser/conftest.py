"""A real Chromium that can reach nothing but this machine, and the built site over http and from a folder."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from browser import live
from browser.server import serve

ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--no-first-run",
    "--disable-component-update",
    "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
)
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge")


@pytest.fixture(scope="session")
def chromium() -> str:
    wanted = os.environ.get("HANDBOOK_CHROMIUM")
    found = next(filter(None, map(shutil.which, [wanted] if wanted else NAMES)), None)
    if found is None:
        pytest.fail("浏览器测试要用 Chromium：请安装它，或者用 HANDBOOK_CHROMIUM 指明它在哪里", pytrace=False)
    return found


@pytest.fixture(scope="session")
def browser(chromium: str) -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=[*ARGUMENTS])
        yield browser
        browser.close()


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(viewport={"width": 1280, "height": 800}, locale="zh-CN")
    context.set_default_timeout(30_000)  # two browsers and a build on two cores are slow at times
    yield context
    context.close()


@pytest.fixture
def page(context: BrowserContext) -> Page:
    return context.new_page()


@pytest.fixture(scope="session")
def http_site(built_site: Path) -> Iterator[str]:
    """The address of the site on a server."""
    with serve(built_site) as address:
        yield address


@pytest.fixture(scope="session")
def file_site(built_site: Path) -> str:
    """The address of the site as a folder on a USB stick."""
    return built_site.as_uri()


@pytest.fixture(params=["http", "file"])
def base_url(request: pytest.FixtureRequest) -> str:
    address: str = request.getfixturevalue(f"{request.param}_site")
    return address


@pytest.fixture(scope="session")
def live_site(tmp_path_factory: pytest.TempPathFactory, repo_root: Path) -> Path:
    """The site of a small handbook whose diagrams only the browser can draw."""
    return live.build(tmp_path_factory.mktemp("live"), repo_root)


@pytest.fixture(scope="session")
def page_paths(built_site: Path) -> list[str]:
    """The path of every page of the site."""
    return sorted(path.relative_to(built_site).as_posix() for path in built_site.rglob("*.html"))
