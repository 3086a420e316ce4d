"""Readers who see little, use no mouse, hold a phone or print can use every page."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import get_args

import pytest
from playwright.sync_api import Browser, ElementHandle, Page, expect

from browser.colours import CONTRAST, Scheme, show
from browser.places import ONE_OF_EACH
from browser.search_box import QUERY, RESULT, write

pytestmark = pytest.mark.browser

WIDTHS = {1280: 800, 320: 640}
VIEWS = [(scheme, width) for width in WIDTHS for scheme in get_args(Scheme)]
AXE = """async () => (await axe.run(document, {resultTypes: ["violations"]})).violations.flatMap(rule =>
    rule.nodes.map(node => `${rule.id} ${node.target.join(" ")}: ${node.failureSummary.split("\\n").at(-1).trim()}`))"""
# What makes the whole page scroll sideways.
TOO_WIDE = """() => document.scrollingElement.scrollWidth <= innerWidth ? [] : [...document.querySelectorAll("body *")]
    .filter(element => element.getBoundingClientRect().right > innerWidth + 1 && element.checkVisibility())
    .slice(0, 3).map(element => `too wide ${element.outerHTML.slice(0, 90)}`)"""
# The words of the article that are pale on white paper.
PALE = (
    f"() => {{ const contrast = {CONTRAST};"
    """
    const words = document.createTreeWalker(document.querySelector("main article"), NodeFilter.SHOW_TEXT), found = [];
    while (words.nextNode()) {
        const element = words.currentNode.parentElement, style = getComputedStyle(element);
        const colour = element instanceof SVGElement ? style.fill : style.color;
        if (words.currentNode.data.trim() && element.checkVisibility() && contrast(colour, "white") < 4.5)
            found.push(`${colour} ${words.currentNode.data.trim().slice(0, 40)}`);
    }
    return found;
}"""
)

# The boxes of charts that no part of a chart on paper shows.
UNPRINTED = """() => {
    const parts = [...document.querySelectorAll("svg.hb-flow__svg")].filter(svg => svg.checkVisibility());
    return [...document.querySelectorAll("svg[role=img] [data-step]")].filter(box => {
        const {x, y, width, height} = box.getBBox(), {e, f} = box.transform.baseVal[0].matrix;
        return !parts.some(({viewBox: {baseVal: view}}) => view.x <= e + x && e + x + width <= view.x + view.width
            && view.y <= f + y && f + y + height <= view.y + view.height);
    }).map(box => box.dataset.step);
}"""


@pytest.fixture(scope="module")
def axe(repo_root: Path) -> str:
    return (repo_root / "node_modules/axe-core/axe.min.js").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def seen(browser: Browser, http_site: str, page_paths: list[str], axe: str) -> Mapping[tuple[Scheme, int], list[str]]:
    """What is wrong in each view of each page; a page is loaded once and shown in every view."""
    found: dict[tuple[Scheme, int], list[str]] = {view: [] for view in VIEWS}
    with browser.new_context(locale="zh-CN", reduced_motion="reduce") as context:
        page = context.new_page()
        for path in page_paths:
            page.goto(f"{http_site}/{path}")
            page.evaluate(axe)
            for view in VIEWS:
                look(page, *view)
                found[view] += (f"{path}: {fault}" for fault in [*page.evaluate(AXE), *page.evaluate(TOO_WIDE)])
    return found


def look(page: Page, scheme: Scheme, width: int) -> None:
    """Show a page in some colours at some width."""
    page.set_viewport_size({"width": width, "height": WIDTHS[width]})
    show(page, scheme)


@pytest.mark.parametrize(("scheme", "width"), VIEWS)
def test_nothing_is_wrong_in_any_view_of_any_page(
    seen: Mapping[tuple[Scheme, int], list[str]], scheme: Scheme, width: int
) -> None:
    assert seen[scheme, width] == [], "\n".join(seen[scheme, width])


def test_axe_finds_what_is_wrong(page: Page, axe: str) -> None:
    page.set_content(
        '<html lang="zh"><title>x</title><main><h1>甲</h1><p style="color:#ccc">乙丙丁</p><img src=""></main>'
    )
    page.evaluate(axe)

    assert {fault.split()[0] for fault in page.evaluate(AXE)} == {"color-contrast", "image-alt"}


@pytest.mark.parametrize("scheme", get_args(Scheme))
def test_axe_finds_nothing_in_the_open_search(page: Page, http_site: str, axe: str, scheme: Scheme) -> None:
    page.goto(f"{http_site}/index.html")
    show(page, scheme)
    page.locator(QUERY).click()
    write(page, "登记")
    expect(page.locator(RESULT).first).to_be_visible()
    page.wait_for_function("document.getAnimations().length === 0")
    page.evaluate(axe)

    assert page.evaluate(AXE) == []


def test_axe_finds_nothing_in_the_open_drawer_of_a_phone(page: Page, http_site: str, axe: str) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto(f"{http_site}/petitions/receive.html")
    page.locator("label.md-header__button[for=__drawer]").click()
    expect(page.locator(".md-nav--primary")).to_be_in_viewport()
    page.wait_for_function("document.getAnimations().length === 0")
    page.evaluate(axe)

    assert page.evaluate(AXE) == []


def test_a_page_that_scrolls_sideways_is_caught(page: Page) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    page.set_content('<div style="width:400px">甲</div>')

    assert page.evaluate(TOO_WIDE) == ['too wide <div style="width:400px">甲</div>']


@pytest.mark.parametrize("path", ONE_OF_EACH)
def test_the_first_stop_of_the_keyboard_skips_to_the_content(page: Page, http_site: str, path: str) -> None:
    page.goto(f"{http_site}/{path}")
    page.keyboard.press("Tab")

    skip = page.locator("a.md-skip")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main') !== null")


def test_search_works_by_keyboard_alone(page: Page, base_url: str) -> None:
    page.goto(f"{base_url}/index.html")
    tab_to(page, QUERY)
    write(page, "诬告")
    expect(page.locator(RESULT).first).to_be_visible()

    page.keyboard.press("ArrowDown")
    expect(page.locator(f"{RESULT}:focus")).to_have_count(1)
    page.keyboard.press("Enter")

    page.wait_for_url(lambda address: "index.html" not in address)
    expect(page.locator("main h1")).to_be_visible()


def tab_to(page: Page, selector: str, limit: int = 20) -> None:
    """Press Tab until an element has the focus."""
    for _ in range(limit):
        page.keyboard.press("Tab")
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
    pytest.fail(f"Tab does not reach {selector}")


@pytest.mark.parametrize(
    ("path", "scheme"),
    [*((path, "light") for path in ONE_OF_EACH), ("petitions/receive.html", "dark")],
)
def test_the_focus_shows_wherever_it_is(page: Page, http_site: str, path: str, scheme: Scheme) -> None:
    page.goto(f"{http_site}/{path}")
    show(page, scheme)
    unseen = list(stops_unseen(page))

    assert unseen == [], "\n".join(unseen)


def stops_unseen(page: Page) -> Iterator[str]:
    """The markup of each stop of the keyboard where nothing on the screen changes with the focus.

    Stops of one class look alike, so one of each is looked at.
    """
    seen = set()
    for _ in range(900):
        page.keyboard.press("Tab")
        stop = page.evaluate_handle("document.activeElement").as_element()
        assert stop is not None
        kind = stop.evaluate("element => `${element.localName}.${element.className.baseVal ?? element.className}`")
        if kind.startswith("body"):
            return
        if kind not in seen:
            seen.add(kind)
            if not shows_focus(page, stop):
                yield stop.evaluate("element => element.outerHTML.slice(0, 120)")
    pytest.fail("the keyboard does not get out of the page")


def shows_focus(page: Page, stop: ElementHandle) -> bool:
    """True when the screen looks different while a stop has the focus; looked at until the page keeps still."""
    for _ in range(5):
        focused = page.screenshot(animations="disabled")
        stop.evaluate("element => element.blur()")
        blurred = page.screenshot(animations="disabled")
        stop.evaluate("element => element.focus()")
        if page.screenshot(animations="disabled") == focused:
            return focused != blurred
    pytest.fail("the page does not keep still")


def test_a_focus_that_nobody_sees_is_caught(page: Page) -> None:
    page.set_content('<style>.no:focus{outline:0}</style><a href="#">甲</a><a class="no" href="#">乙</a>')

    assert list(stops_unseen(page)) == ['<a class="no" href="#">乙</a>']


@pytest.mark.parametrize("scheme", get_args(Scheme))
@pytest.mark.parametrize("path", ONE_OF_EACH)
def test_a_printed_page_is_its_words_in_black_on_white(page: Page, http_site: str, path: str, scheme: Scheme) -> None:
    page.goto(f"{http_site}/{path}")
    show(page, scheme)
    page.emulate_media(media="print", color_scheme=scheme)

    for selector in (
        ".md-header",
        ".md-tabs",
        ".md-sidebar--primary",
        ".md-sidebar--secondary",
        ".md-search",
        ".md-top",
    ):
        assert [part for part in page.locator(selector).all() if part.is_visible()] == [], selector
    expect(page.locator("main h1")).to_be_visible()
    assert page.evaluate(PALE) == []


def test_a_printed_procedure_shows_every_step_and_the_whole_chart(page: Page, http_site: str) -> None:
    page.goto(f"{http_site}/petitions/receive.html")
    page.set_viewport_size({"width": 700, "height": 1000})
    page.emulate_media(media="print")

    steps = page.locator("main h3[id^=s]").all()
    assert len(steps) >= 7
    assert all(step.is_visible() for step in steps)
    charts = [chart.bounding_box() for chart in page.locator("svg.hb-flow__svg:visible").all()]
    assert charts
    assert [box for box in charts if box is None or box["x"] < 0 or box["x"] + box["width"] > 700] == []
    assert page.evaluate(UNPRINTED) == []
