"""The home page leads from what one has at hand to the step that answers it."""

import pytest
from playwright.sync_api import Page, expect

from handbook.model.handbook import Handbook

pytestmark = pytest.mark.browser

BOX = "手上是什么事"
GROUPS = ".hb-finder details"


def test_groups_are_closed_until_asked_for(page: Page, base_url: str, handbook: Handbook) -> None:
    page.goto(f"{base_url}/index.html")

    expect(page.locator(GROUPS)).to_have_count(len(handbook.procedures))
    assert page.locator(f"{GROUPS}[open]").count() == 0


def test_typing_opens_the_groups_that_hold_the_words_and_hides_the_others(page: Page, base_url: str) -> None:
    page.goto(f"{base_url}/index.html")
    page.get_by_label(BOX).fill("举报信")

    shown = page.locator(f"{GROUPS}:not([hidden]) li:not([hidden])")
    expect(shown.filter(has_text="收到一封举报信")).to_be_visible()
    expect(page.locator(f"{GROUPS}[open]").get_by_role("link", name="收到网上举报")).to_be_hidden()
    assert all(
        "举报信" in text for text in page.locator(f"{GROUPS}[open] .hb-tasks li:not([hidden])").all_inner_texts()
    )
    expect(page.get_by_role("heading", name="队伍建设", exact=True)).to_be_hidden()
    assert [group.inner_text() for group in page.locator(f"{GROUPS}[hidden]").all() if group.is_visible()] == []
    expect(page.locator(".hb-filter__count")).to_contain_text("件事对得上")

    shown.filter(has_text="收到一封举报信").get_by_role("link").click()
    expect(page).to_have_url(f"{base_url}/petitions/receive.html#s1")


def test_what_people_call_a_procedure_leads_to_all_its_tasks(page: Page, base_url: str) -> None:
    page.goto(f"{base_url}/index.html")
    page.get_by_label(BOX).fill("匿名")

    expect(page.locator(f"{GROUPS}[open] summary").first).to_contain_text("接收、登记和受理判断")
    expect(page.locator(f"{GROUPS}[open]").get_by_role("link", name="举报信没有署名", exact=True)).to_be_visible()


def test_full_width_and_several_words_narrow_too(page: Page, base_url: str) -> None:
    page.goto(f"{base_url}/index.html")
    page.get_by_label(BOX).fill("接收　举报")
    expect(page.locator(f"{GROUPS}[open] summary")).to_contain_text(["接收、登记和受理判断"])
    page.get_by_label(BOX).fill("没有这种事")
    expect(page.locator(".hb-filter__count")).to_contain_text("没有对得上的")
    page.get_by_label(BOX).fill("")
    assert page.locator(f"{GROUPS}:visible").count() > 30


def test_common_tasks_come_first_and_lead_to_their_steps(page: Page, base_url: str) -> None:
    page.goto(f"{base_url}/index.html")
    page.locator(".hb-tasks").first.get_by_role("link", name="收到一封举报信").click()

    expect(page).to_have_url(f"{base_url}/petitions/receive.html#s1")
