"""The time limit calculator: last days with their reasons, calendar files, the slip; nothing is sent or kept."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import pytest
from playwright.sync_api import Browser, BrowserContext, Download, Locator, Page, expect

from browser.colours import Scheme, show
from browser.test_accessibility import AXE, TOO_WIDE
from browser.watch import Watch

pytestmark = pytest.mark.browser

PATH = "reference/calculator.html"
RESULT = ".hb-clock__result"
LAST = ".hb-clock__last"


@pytest.fixture
def clock(page: Page, base_url: str) -> Page:
    page.goto(f"{base_url}/{PATH}", wait_until="load")
    return page


def reckon(page: Page, limit: str, start: str, time: str = "") -> Locator:
    page.locator("#hb-clock-limit").select_option(limit)
    page.locator("#hb-clock-start").fill(start)
    if time:
        page.locator("#hb-clock-time").fill(time)
    page.get_by_role("button", name="算出最后一天").click()
    return page.locator(RESULT)


def test_workdays_are_counted_with_the_reason_for_each_day(clock: Page) -> None:
    result = reckon(clock, "t-04", "2026-09-21")

    expect(result).to_be_focused()
    expect(result.locator(LAST)).to_have_text("最后一天：2026年10月19日（星期一）")
    days = [re.sub(r"\s+", " ", row.inner_text()) for row in result.locator("tbody tr").all()]
    assert len(days) == 29
    assert days[0] == "2026年9月21日（星期一） — 起算的这一天，不算"
    assert days[4] == "2026年9月25日（星期五） — 中秋节放假，不算"
    assert days[19] == "2026年10月10日（星期六） 9 调休上班日"
    assert days[-1] == "2026年10月19日（星期一） 15 工作日"
    expect(result.locator(".hb-clock__sentence")).to_have_text(
        "T-04 告知实名检举控告人受理情况：从2026年9月21日（星期一）起算，15个工作日内，"
        "最后一天是2026年10月19日（星期一）。依据：《检举控告规则》第二十六条。"
    )


def test_a_link_from_a_procedure_chooses_its_limit(page: Page, base_url: str) -> None:
    page.goto(f"{base_url}/petitions/receive.html")
    page.locator("#s7 + .hb-limits a.hb-reckon, #s7 ~ .hb-limits a.hb-reckon").first.click()

    expect(page.locator("#hb-clock-limit")).to_have_value("t-04")
    expect(page.locator("#hb-clock-start-hint")).to_have_text("从何时起：收到检举控告之日")
    expect(page.locator("#hb-clock-limit")).to_be_in_viewport()


def test_an_extension_names_its_approver_and_is_counted(clock: Page) -> None:
    reckon(clock, "t-26", "2026-08-31")
    expect(clock.locator("#hb-clock-more-hint")).to_contain_text("谁批：作出或者批准处分决定的组织")

    clock.locator("#hb-clock-extended").check()
    expect(clock.locator(LAST)).to_have_text("最后一天：2027年2月28日（星期日）")
    expect(clock.locator(".hb-clock__reasons")).to_contain_text("没有对应的日子，取月末那一天")

    clock.locator("#hb-clock-more").fill("3")
    expect(clock.locator(LAST)).to_have_text("最后一天：2026年11月30日（星期一）")
    clock.locator("#hb-clock-more").fill("7")
    expect(clock.locator("#hb-clock-more-error")).to_have_text("写1到6的整数")
    expect(clock.locator(RESULT)).to_be_hidden()


def test_hours_ask_for_the_time_of_day(clock: Page) -> None:
    clock.locator("#hb-clock-limit").select_option("t-38")
    expect(clock.locator("#hb-clock-time")).to_be_visible()

    result = reckon(clock, "t-38", "2026-02-28", "23:30")
    expect(result.locator(LAST)).to_have_text("最迟：2026年3月1日（星期日）23:30")


def test_a_last_day_on_a_holiday_moves_by_the_provision_that_says_so(clock: Page) -> None:
    result = reckon(clock, "t-33", "2026-09-01")

    expect(result.locator(LAST)).to_have_text("最后一天：2026年10月8日（星期四）")
    expect(result.locator(".hb-clock__reasons")).to_contain_text("按《监察法实施条例2021》第二百八十五条第三款")


def test_a_year_that_is_not_announced_is_never_guessed(clock: Page) -> None:
    result = reckon(clock, "t-04", "2098-12-20")

    expect(result.locator(LAST)).to_have_text("2098年放假安排未公布，现在算不出来")
    expect(result.get_by_role("button")).to_have_count(0)

    result = reckon(clock, "t-33", "2098-12-20")
    expect(result).to_contain_text("先按2099年1月20日（星期二）掌握，不会超期。")


def test_a_limit_without_a_last_day_says_why(page: Page, base_url: str) -> None:
    page.goto(f"{base_url}/{PATH}#t-12")

    expect(page.locator(RESULT)).to_contain_text("T-12 初步核实：算不出到期日")
    expect(page.locator(RESULT)).to_contain_text("〔待核〕")


def test_what_is_missing_is_said_at_its_input(clock: Page) -> None:
    clock.get_by_role("button", name="算出最后一天").click()

    expect(clock.locator("#hb-clock-limit-error")).to_have_text("选一个期限")
    expect(clock.locator("#hb-clock-start-error")).to_have_text("填起算的那一天")
    expect(clock.locator("#hb-clock-limit")).to_be_focused()


def lines_of(download: Download) -> list[str]:
    content = Path(download.path()).read_bytes()
    assert max(len(line) for line in content.split(b"\r\n")) <= 75
    assert b"\n" not in content.replace(b"\r\n", b"")
    return content.decode().replace("\r\n ", "").split("\r\n")


def test_the_calendar_file_holds_the_last_day(clock: Page) -> None:
    clock.locator("#hb-clock-label").fill("示镇-2099-001")
    reckon(clock, "t-04", "2026-09-21")
    with clock.expect_download() as caught:
        clock.get_by_role("button", name="加进日历").click()

    lines = lines_of(caught.value)
    assert caught.value.suggested_filename == "T-04-2026-10-19.ics"
    assert "DTSTART;VALUE=DATE:20261019" in lines
    assert "SUMMARY:T-04 告知实名检举控告人受理情况（15个工作日内）到期" in lines
    description = next(line for line in lines if line.startswith("DESCRIPTION:"))
    assert description.startswith("DESCRIPTION:示镇-2099-001，T-04 告知实名检举控告人受理情况")
    assert lines.count("BEGIN:VALARM") == lines.count("END:VALARM") == 2


def test_the_sentence_is_copied(context: BrowserContext, page: Page, base_url: str) -> None:
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(f"{base_url}/{PATH}")
    reckon(page, "t-24", "2026-09-21")
    page.get_by_role("button", name="复制这句话").click()
    expect(page.locator(".hb-clock__status")).to_have_text("已经复制。")

    page.locator("#hb-clock-label").fill("")
    page.locator("#hb-clock-label").press("Control+v")
    expect(page.locator("#hb-clock-label")).to_have_value(re.compile("^T-24 纪委审议通过后"))


@pytest.mark.parametrize("limit", ["t-04", "t-45-3", "t-37-3", "t-21-1"])
def test_the_slip_is_one_page_and_leaves_no_trace(page: Page, http_site: str, tmp_path: Path, limit: str) -> None:
    page.add_init_script("window.print = () => { window.printed = true; };")
    page.goto(f"{http_site}/{PATH}")
    reckon(page, limit, "2025-09-26")
    page.get_by_role("button", name="打印期限单").click()
    page.emulate_media(media="print")

    expect(page.locator(".hb-slip")).to_be_visible()
    expect(page.locator(".md-main")).to_be_hidden()
    paper = page.pdf(prefer_css_page_size=True)
    assert len(re.findall(rb"/Type\s*/Page\b", paper)) == 1
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    page.emulate_media(media="screen")
    expect(page.locator(".hb-slip")).to_have_count(0)
    expect(page.locator(".md-main")).to_be_visible()


def test_nothing_is_asked_of_a_server_or_kept(browser: Browser, http_site: str) -> None:
    with browser.new_context(locale="zh-CN") as context:
        watch = Watch(http_site)
        watch.attach(context)
        page = context.new_page()
        page.goto(f"{http_site}/{PATH}", wait_until="load")
        before = set(watch.requests)
        reckon(page, "t-04", "2026-09-21")
        page.locator("#hb-clock-label").fill("示镇-2099-001")
        stored = page.evaluate("[Object.values(localStorage), Object.values(sessionStorage), document.cookie].join()")

        assert watch.requests - before <= {"assets/favicon.svg"}  # which Chromium asks for when it likes
        assert watch.faults == []
        assert "示镇" not in stored
        assert "2026-09-21" not in stored


@pytest.fixture
def without_scripts(browser: Browser) -> Iterator[Page]:
    with browser.new_context(java_script_enabled=False, locale="zh-CN") as context:
        yield context.new_page()


def test_without_scripts_the_page_tells_how_to_count(without_scripts: Page, base_url: str) -> None:
    without_scripts.goto(f"{base_url}/{PATH}#t-04")

    expect(without_scripts.locator(".hb-clock__off")).to_contain_text("按“怎么数”数")
    expect(without_scripts.locator(".hb-clock__form")).to_be_hidden()
    expect(without_scripts.locator("#t-04")).to_be_in_viewport()
    without_scripts.goto(f"{base_url}/reference/deadlines.html")
    assert without_scripts.locator('.hb-register td[id^="t-"]').count() >= 50


def test_the_page_of_all_limits_is_filtered(page: Page, base_url: str) -> None:
    page.goto(f"{base_url}/reference/deadlines.html")
    shown = page.locator(".hb-register tbody tr:not([hidden]) td:first-child")
    expect(page.locator(".hb-register__count")).to_have_text("共50条")

    page.get_by_label("单位", exact=True).select_option("小时")
    assert [text for text in shown.all_inner_texts() if text != "其中"] == ["T-16", "T-19", "T-20", "T-38"]
    page.get_by_label("单位", exact=True).select_option("")
    page.get_by_label("业务", exact=True).select_option("信访举报")
    assert "T-04" in shown.all_inner_texts()
    assert "T-38" not in shown.all_inner_texts()
    page.get_by_label("找一个词").fill("天书")
    expect(page.locator(".hb-register__count")).to_have_text("没有这样的时限，换一个条件")

    page.evaluate("location.hash = '#t-38'")
    expect(page.locator("#t-38")).to_be_in_viewport()


@pytest.mark.parametrize("scheme", get_args(Scheme))
@pytest.mark.parametrize("width", [1280, 320])
def test_axe_finds_nothing_in_the_answer(
    page: Page, http_site: str, repo_root: Path, scheme: Scheme, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(f"{http_site}/{PATH}")
    show(page, scheme)
    reckon(page, "t-06", "2025-09-26")
    page.locator("#hb-clock-extended").check()
    reckon(page, "t-04", "2025-09-26")
    page.evaluate((repo_root / "node_modules/axe-core/axe.min.js").read_text(encoding="utf-8"))

    assert [*page.evaluate(AXE), *page.evaluate(TOO_WIDE)] == []
