"""Use every tool of the site once, as a reader does; each step fails when its tool does not work."""

import re

from playwright.sync_api import Page, expect

from browser.colours import toggle
from browser.filling import OPEN, SEND, content, example_facts, facts_file, parts, written
from browser.search_box import search
from browser.test_checking import judged, payload, sampled
from browser.test_clock import LAST, reckon
from browser.test_flow_wizard import answer, marked
from browser.test_packets import DRAFT, answers, unpacked
from browser.test_packets import SEND as SEND_PACKET
from handbook.model.handbook import Handbook

CODE = "XF-W01"
PROCEDURE = "petitions/receive.html"


def take(page: Page, address: str, handbook: Handbook) -> None:
    """Visit a site with all of its tools."""
    look_for(page, address)
    read(page, address)
    follow_the_chart(page, address)
    count_days(page, address)
    tick(page, address)
    fill_in(page, address, handbook)
    fill_in_a_packet(page, address, handbook)
    check(page, address, handbook)


def look_for(page: Page, address: str) -> None:
    page.goto(f"{address}/index.html")
    assert "petitions/receive.html" in search(page, "举报信", root=address)
    page.keyboard.press("Escape")
    for _ in range(3):
        toggle(page)
    page.goto(f"{address}/search.html")
    page.get_by_role("searchbox", name="要找什么").fill("诬高")
    expect(page.locator(".hb-search__title").first).to_contain_text("诬告")
    page.goto(f"{address}/reference/deadlines.html")
    page.get_by_label("单位", exact=True).select_option("小时")
    expect(page.locator(".hb-register__count")).not_to_have_text("共50条")


def read(page: Page, address: str) -> None:
    page.goto(f"{address}/{PROCEDURE}")
    page.locator("main a.hb-cite").first.hover()
    expect(page.locator(".hb-popup:not([hidden])")).to_contain_text("《检举控告规则》")
    page.mouse.move(0, 0)


def follow_the_chart(page: Page, address: str) -> None:
    page.goto(f"{address}/{PROCEDURE}")
    for words in ("否", "是"):
        answer(page, words)
    assert marked(page) == ["s3", "d3"]
    page.get_by_role("button", name="放大").click()
    for kind in ("SVG", "PNG"):
        with page.expect_download() as saved:
            page.get_by_role("button", name=f"存为 {kind}").click()
        assert len(content(saved.value)) > 10_000
    page.get_by_role("button", name="全屏查看").click()
    expect(page.locator("dialog.hb-flow__dialog")).to_be_visible()
    page.locator(".hb-flow__canvas [data-step=s2] a").click()
    expect(page).to_have_url(f"{address}/{PROCEDURE}#s2")


def count_days(page: Page, address: str) -> None:
    page.goto(f"{address}/reference/calculator.html")
    result = reckon(page, "t-04", "2026-09-21")
    expect(result.locator(LAST)).to_have_text("最后一天：2026年10月19日（星期一）")
    with page.expect_download() as saved:
        page.get_by_role("button", name="加进日历").click()
    assert b"DTSTART;VALUE=DATE:20261019" in content(saved.value)


def tick(page: Page, address: str) -> None:
    page.goto(f"{address}/start/first-days.html")
    box = page.locator(".hb-checklist input[type=checkbox]").first
    box.check()
    page.reload()
    expect(box).to_be_checked()
    page.get_by_role("button", name="清空勾选").click()
    expect(box).not_to_be_checked()


def fill_in(page: Page, address: str, handbook: Handbook) -> None:
    template = handbook.templates[CODE]
    page.goto(f"{address}/{handbook.pages[template.src].url}")
    with page.expect_download() as blank:
        page.locator("main a[href$='xf-w01.docx']").first.click()
    assert "word/document.xml" in parts(content(blank.value))
    page.get_by_role("button", name=OPEN).click()
    facts = example_facts(template)
    file = facts_file(template, facts).encode()
    page.locator(".hb-fill__file").set_input_files({"name": "x.json", "mimeType": "", "buffer": file})
    expect(page.locator(".hb-fill__status")).to_contain_text("读入了")
    with page.expect_download() as filled:
        page.get_by_role("button", name=SEND).click()
    assert written(content(filled.value))["编号"] == facts["编号"]


def fill_in_a_packet(page: Page, address: str, handbook: Handbook) -> None:
    packet = next(iter(handbook.registers.packets.values()))
    templates = [handbook.templates[code] for code, _ in packet.codes]
    page.goto(f"{address}/{handbook.pages[packet.src].url}")
    page.get_by_role("button", name=OPEN).click()
    file = facts_file(templates[0], answers(templates)).encode()
    page.locator(".hb-fill__file").set_input_files({"name": "x.json", "mimeType": "", "buffer": file})
    expect(page.locator(".hb-fill__status")).to_contain_text("读入了")
    with page.expect_download() as waiting:
        page.get_by_role("button", name=SEND_PACKET).click()
        if page.locator(".hb-fill__summary").is_visible():
            page.get_by_role("button", name=DRAFT).click()
    assert len(unpacked(waiting.value)) == len(templates)


def check(page: Page, address: str, handbook: Handbook) -> None:
    template = handbook.templates[CODE]
    page.goto(f"{address}/templates/check.html")
    (found,) = judged(page, payload(f"{CODE}.docx", sampled(template))).values()
    assert re.match(f"{template.title}（{CODE}）", found[0])
