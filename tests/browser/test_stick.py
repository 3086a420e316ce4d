"""The stick as a village office uses it: unpacked, 开始.html opened, no server, every tool in use."""

import datetime as dt
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from browser import tour
from browser.watch import Watch
from handbook.model.handbook import Handbook
from handbook.release.usb import Label, pack
from release.test_usb import unpack

pytestmark = pytest.mark.browser

MADE, EXPIRES = dt.date(2026, 11, 25), dt.date(2027, 5, 25)
START = "开始.html"
SITE = "乡镇（街道）纪检监察工作一本通"
NOTICE = ".hb-edition"


@pytest.fixture(scope="module")
def stick(built_site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The zip of our site, unpacked into a folder with a name that a Windows desktop has."""
    folder = tmp_path_factory.mktemp("usb")
    label = Label(SITE, "20261125-0123456789ab", MADE, EXPIRES, "一本通.zip")
    pack(built_site, label, dt.datetime(2026, 11, 25, tzinfo=dt.UTC), folder / "一本通.zip")
    return unpack(folder / "一本通.zip", folder / "新建文件夹 (2)#100%")


@pytest.fixture
def on(page: Page) -> Page:
    """A computer whose clock stands within the time of the stick."""
    page.clock.install(time="2026-12-01T09:00:00+08:00")
    return page


def test_start_page_leads_into_the_site_at_once_and_every_tool_works(
    context: BrowserContext, on: Page, stick: Path, handbook: Handbook
) -> None:
    watch = Watch(stick.as_uri())
    watch.attach(context)
    on.goto((stick / START).as_uri())
    on.wait_for_url((stick / "site/index.html").as_uri())
    expect(on.locator(NOTICE)).to_have_text("U盘版，2026年11月25日做，2027年5月25日前有效。")

    tour.take(on, (stick / "site").as_uri(), handbook)

    assert watch.faults == [], "\n".join(watch.faults)
    assert all(not request.startswith("http") for request in watch.requests)


@pytest.mark.parametrize(("day", "warned"), [("2027-05-25", 0), ("2027-05-26", 1), ("2031-01-01", 1)])
def test_every_page_warns_once_the_stick_has_expired(page: Page, stick: Path, day: str, warned: int) -> None:
    page.clock.install(time=f"{day}T09:00:00")
    for path in ("index.html", "petitions/receive.html", "templates/petitions/xf-w01.html"):
        page.goto((stick / "site" / path).as_uri())
        expect(page.locator(NOTICE)).to_be_visible()
        expect(page.get_by_role("alert").filter(has_text="向县（市、区）纪委监委换新的")).to_have_count(warned)


def test_computer_with_a_date_before_the_stick_was_made_is_told_so(page: Page, stick: Path) -> None:
    """An empty battery sets the clock years back: nothing expires then, and every time limit is counted wrong."""
    page.clock.install(time="2009-01-01T09:00:00")
    page.goto((stick / "site/reference/calculator.html").as_uri())

    expect(page.get_by_role("alert").filter(has_text="先把电脑的日期改对")).to_be_visible()


def test_start_page_opened_inside_of_the_zip_says_to_unpack_it(page: Page, stick: Path, tmp_path: Path) -> None:
    """A double click in the zip copies this one file somewhere, without what lies beside it."""
    (tmp_path / START).write_bytes((stick / START).read_bytes())
    page.goto((tmp_path / START).as_uri())

    expect(page.locator("body")).to_contain_text("这个压缩包还没有解压")
    expect(page.locator("body")).to_contain_text("全部解压缩")
    assert page.url == (tmp_path / START).as_uri()


def test_start_page_without_scripts_has_a_link(browser: Browser, stick: Path) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto((stick / START).as_uri())
        page.get_by_role("link", name="打开手册").click()
        expect(page.get_by_role("heading", level=1)).to_contain_text("我要办什么")
