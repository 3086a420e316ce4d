"""办案向导 in a real browser: by links alone, and with the script that remembers the answers."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

pytestmark = pytest.mark.browser

CHART = "petitions/receive.html"


@pytest.fixture
def plain_page(browser: Browser) -> Iterator[Page]:
    """A page on which no script runs."""
    context = browser.new_context(viewport={"width": 1280, "height": 800}, java_script_enabled=False)
    yield context.new_page()
    context.close()


def answer(page: Page, words: str) -> None:
    page.locator(".hb-wizard__answer:visible", has_text=words).and_(page.get_by_text(words, exact=True)).click()


def shown(page: Page) -> list[str]:
    """The boxes of the screens that can be seen."""
    boxes = page.locator(".hb-wizard__box:visible")
    return [str(box.get_attribute("data-step")) for box in boxes.all()]


def marked(page: Page) -> list[str]:
    nodes = page.locator(".hb-flow__canvas .hb-flow__node--now")
    return [str(node.get_attribute("data-step")) for node in nodes.all()]


def test_without_scripts_links_lead_from_the_first_question_to_an_end(plain_page: Page, base_url: str) -> None:
    plain_page.goto(f"{base_url}/{CHART}")
    seen = [shown(plain_page)]
    for words in ("否", "是", "否", "转送"):
        answer(plain_page, words)
        seen.append(shown(plain_page))

    assert seen == [["s1", "d1"], ["s2", "d2"], ["s3", "d3"], ["s4", "d4"], ["e4"]]
    expect(plain_page.locator(".hb-wizard__screen:visible")).to_contain_text("转送、径送和交办件办理（XF-04）")
    plain_page.get_by_text("从头开始").locator("visible=true").click()
    assert shown(plain_page) == ["s1", "d1"]


def test_a_screen_links_its_steps_its_templates_and_its_time_limits(page: Page, base_url: str) -> None:
    page.goto(f"{base_url}/{CHART}")
    screen = page.locator(".hb-wizard__screen--now")

    assert screen.locator("a[href='#s1']").count() == 1
    expect(screen.get_by_role("link", name="当日", exact=True)).to_have_attribute("href", "#时限")
    screen.get_by_role("link", name="检举控告登记表（XF-W01）").click()
    expect(page.locator("h1")).to_contain_text("检举控告登记表")


def test_answers_are_remembered_and_can_be_changed_and_the_chart_shows_where_one_is(page: Page, base_url: str) -> None:
    page.goto(f"{base_url}/{CHART}")
    assert marked(page) == []
    for words in ("否", "是"):
        answer(page, words)

    trail = page.locator(".hb-wizard__trail a")
    assert trail.all_inner_texts() == ["反映本机关主要负责人？ 否", "属纪检监察受理？ 是"]
    assert marked(page) == ["s3", "d3"]
    expect(page.locator(".hb-wizard__screen--now")).to_be_focused()
    trail.first.click()
    assert shown(page) == ["s1", "d1"]
    assert trail.count() == 0


def test_back_and_forward_of_the_browser_walk_through_the_answers(page: Page, base_url: str) -> None:
    page.goto(f"{base_url}/{CHART}")
    answer(page, "否")
    answer(page, "否")
    page.go_back()
    expect(page.locator(".hb-wizard__screen--now")).to_contain_text("属纪检监察受理？")
    assert page.locator(".hb-wizard__trail a").count() == 1


def test_a_step_that_the_reader_looks_up_leaves_the_wizard_where_it_is(page: Page, base_url: str) -> None:
    page.goto(f"{base_url}/{CHART}")
    answer(page, "否")
    page.locator(".hb-wizard__screen--now a[href='#s2']").click()

    assert page.evaluate("location.hash") == "#s2"
    assert shown(page) == ["s2", "d2"]


def test_a_link_to_a_screen_opens_it(page: Page, base_url: str) -> None:
    page.goto(f"{base_url}/{CHART}")
    target = page.locator(".hb-wizard__answer:visible").last.get_attribute("href")
    page.goto("about:blank")
    page.goto(f"{base_url}/{CHART}{target}")

    assert shown(page) == ["s2", "d2"]


def test_a_link_to_a_step_marks_it_in_the_chart(page: Page, base_url: str) -> None:
    page.goto(f"{base_url}/{CHART}#s5")

    assert marked(page) == ["s5"]


def test_the_keyboard_alone_answers(page: Page, base_url: str) -> None:
    page.goto(f"{base_url}/{CHART}")
    page.locator(".hb-wizard__answer:visible").last.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".hb-wizard__screen--now")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")

    assert page.evaluate("document.activeElement.textContent") in ("否", "是")
