"""Terms, marks, the glossary and what is unconfirmed, as readers with a mouse, a finger, a keyboard or paper use them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from browser.colours import Scheme, show
from browser.places import stands_in_view
from browser.test_accessibility import AXE, TOO_WIDE

pytestmark = pytest.mark.browser

PAGE = "petitions/receive.html"
GLOSSARY = "reference/glossary.html"
PENDING = "reference/pending.html"
AUTHORITY = "start/authority.html"


def popup(page: Page) -> Locator:
    """The pop-up that is open."""
    return page.locator(".hb-popup:not([hidden])")


def term(page: Page, words: str) -> Locator:
    return page.locator("main a.hb-term", has_text=words).first


@pytest.fixture
def touch(browser: Browser) -> Iterator[Page]:
    """A phone of 320 px."""
    with browser.new_context(viewport={"width": 320, "height": 640}, has_touch=True, locale="zh-CN") as context:
        yield context.new_page()


def test_a_mouse_over_a_term_shows_what_it_means(page: Page, base_url: str) -> None:
    page.goto(f"{base_url}/{PAGE}")

    term(page, "监察对象").hover()

    expect(popup(page)).to_contain_text("六类公职人员")
    expect(popup(page)).to_contain_text("混同")


def test_a_click_on_a_term_leads_to_its_entry(page: Page, base_url: str) -> None:
    page.goto(f"{base_url}/{PAGE}")

    term(page, "监察对象").click()

    expect(page).to_have_url(f"{base_url}/{GLOSSARY}#t-%E7%9B%91%E5%AF%9F%E5%AF%B9%E8%B1%A1")
    expect(page.locator("dt[id='t-监察对象']")).to_be_visible()
    assert stands_in_view(page, "t-监察对象")


def test_a_tap_on_a_mark_tells_what_it_means_and_leads_on(touch: Page, http_site: str) -> None:
    touch.goto(f"{http_site}/{PAGE}")

    mark = touch.locator(".hb-mark--unconfirmed").first
    mark.scroll_into_view_if_needed()
    mark.tap()

    expect(popup(touch)).to_contain_text("没有见到原文")
    popup(touch).get_by_role("link").tap()
    expect(touch).to_have_url(f"{http_site}/{PENDING}#unconfirmed")


def test_a_term_and_its_meaning_are_read_together(page: Page, http_site: str) -> None:
    page.goto(f"{http_site}/{PAGE}")

    expect(term(page, "监察对象")).to_have_accessible_description(
        "监察机关可以监察的六类公职人员和有关人员，村（居）里从事管理的人员也在内"
    )


def test_each_term_is_explained_once_on_a_page(page: Page, http_site: str) -> None:
    page.goto(f"{http_site}/{PAGE}")

    described = page.locator("main a.hb-term").evaluate_all("links => links.map(link => link.getAttribute('href'))")

    assert len(described) == len(set(described)) > 5


def test_a_few_characters_narrow_the_glossary(page: Page, base_url: str) -> None:
    page.goto(f"{base_url}/{GLOSSARY}")
    whole = page.locator(".hb-glossary dt:visible").count()

    page.get_by_role("searchbox", name="筛选").fill("初核")

    expect(page.locator("dt[id='t-初步核实']")).to_be_visible()
    expect(page.get_by_role("status").filter(has_text="找到")).to_contain_text("个词")
    assert 0 < page.locator(".hb-glossary dt:visible").count() < whole / 4
    expect(page.get_by_role("heading", name="村务和集体经济")).to_be_hidden()
    page.get_by_role("searchbox", name="筛选").fill("")
    assert page.locator(".hb-glossary dt:visible").count() == whole


def test_what_a_term_is_called_comes_before_what_is_said_of_it(page: Page, http_site: str) -> None:
    page.goto(f"{http_site}/{GLOSSARY}")
    box = page.get_by_role("searchbox", name="筛选")

    box.fill("暂扣")
    expect(page.locator(".hb-glossary dt:visible")).to_have_text(["暂扣"])
    box.fill("先收下保管")

    expect(page.locator(".hb-glossary dt:visible")).to_have_text(["暂扣"])


def test_the_glossary_finds_words_out_of_use_and_says_when_it_finds_none(page: Page, http_site: str) -> None:
    page.goto(f"{http_site}/{GLOSSARY}")
    box = page.get_by_role("searchbox", name="筛选")

    box.fill("双规")
    expect(page.locator("dt[id='t-留置']")).to_be_visible()
    box.fill("没有这样的词")

    expect(page.locator(".hb-filter__count")).to_contain_text("没有这个词")
    expect(page.locator(".hb-glossary dt:visible")).to_have_count(0)


def test_a_link_to_a_term_shows_it_again_when_it_was_filtered_away(page: Page, http_site: str) -> None:
    page.goto(f"{http_site}/{GLOSSARY}")
    page.get_by_role("searchbox", name="筛选").fill("谈话提醒")
    expect(page.locator("dt[id='t-留置']")).to_be_hidden()

    page.evaluate("location.hash = '#t-留置'")

    expect(page.locator("dt[id='t-留置']")).to_be_visible()
    assert stands_in_view(page, "t-留置")


def test_the_glossary_is_whole_without_scripts(browser: Browser, http_site: str) -> None:
    with browser.new_context(java_script_enabled=False, locale="zh-CN") as context:
        page = context.new_page()
        page.goto(f"{http_site}/{GLOSSARY}")

        assert page.locator(".hb-glossary dt:visible").count() >= 212
        expect(page.get_by_role("searchbox", name="筛选")).to_have_count(0)


def test_what_is_unconfirmed_leads_to_where_it_stands(page: Page, http_site: str) -> None:
    page.goto(f"{http_site}/{PENDING}")

    page.get_by_role("link", name="XF-01 接收、登记和受理判断：3. 判断归哪一级管").first.click()

    expect(page).to_have_url(f"{http_site}/{PAGE}#s3")


def test_a_procedure_leads_to_the_row_of_its_authority(page: Page, http_site: str) -> None:
    page.goto(f"{http_site}/{PAGE}")

    page.locator(".hb-authority").get_by_role("link", name="笔迹").click()

    expect(page).to_have_url(f"{http_site}/{AUTHORITY}#a-46")
    expect(page.locator("#a-46")).to_be_visible()
    assert stands_in_view(page, "a-46")


def test_paper_has_the_marks_and_no_pop_up(page: Page, http_site: str) -> None:
    page.goto(f"{http_site}/{PAGE}")
    term(page, "监察对象").hover()
    expect(popup(page)).to_have_count(1)

    page.emulate_media(media="print")

    expect(page.locator(".hb-popup")).to_have_count(page.locator(".hb-popup:not(:visible)").count())
    style = "link => getComputedStyle(link).textDecorationLine"
    assert page.locator("a.hb-mark").first.evaluate(style) == "none"
    expect(page.locator(".hb-mark--unconfirmed").first).to_be_visible()


@pytest.mark.parametrize("scheme", get_args(Scheme))
@pytest.mark.parametrize("width", [1280, 320])
@pytest.mark.parametrize("path", [GLOSSARY, PENDING, AUTHORITY])
def test_nothing_is_wrong_with_the_pages_of_registers(
    page: Page, http_site: str, repo_root: Path, path: str, width: int, scheme: Scheme
) -> None:
    page.set_viewport_size({"width": width, "height": 700})
    page.goto(f"{http_site}/{path}")
    show(page, scheme)
    page.evaluate((repo_root / "node_modules/axe-core/axe.min.js").read_text(encoding="utf-8"))

    assert [*page.evaluate(AXE), *page.evaluate(TOO_WIDE)] == []
