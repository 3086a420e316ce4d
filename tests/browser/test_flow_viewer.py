"""Looking at a chart: bigger, over the whole screen, on a phone, on paper, and as a picture to keep."""

import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

pytestmark = pytest.mark.browser

CHART = "petitions/receive.html"
SVG = ".hb-flow__canvas svg"
LETTERS = """
svg => Math.min(...Array.from(svg.querySelectorAll("text"), text => {
    const scale = svg.getBoundingClientRect().width / svg.viewBox.baseVal.width;
    return parseFloat(getComputedStyle(text).fontSize) * scale;
}))
"""


@pytest.fixture
def phone(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(viewport={"width": 320, "height": 640}, has_touch=True, locale="zh-CN")
    yield context
    context.close()


def width(page: Page) -> float:
    box = page.locator(SVG).first.bounding_box()
    assert box
    return box["width"]


def test_buttons_and_keys_and_the_wheel_scale_the_chart(page: Page, base_url: str) -> None:
    page.goto(f"{base_url}/{CHART}")
    canvas = page.locator(".hb-flow__canvas")
    usual = width(page)
    page.get_by_role("button", name="放大").click()
    assert width(page) == pytest.approx(usual * 1.25, rel=0.01)
    canvas.press("0")
    assert width(page) == pytest.approx(usual)
    canvas.press("-")
    assert width(page) == pytest.approx(usual / 1.25, rel=0.01)
    canvas.press("0")
    canvas.hover(position={"x": 50, "y": 50})
    page.keyboard.down("Control")
    page.mouse.wheel(0, -200)
    page.keyboard.up("Control")
    page.wait_for_function(f"document.querySelector('{SVG}').getBoundingClientRect().width > {usual} + 50")


def test_a_chart_a_little_wider_than_the_page_is_shown_whole(page: Page, base_url: str) -> None:
    page.goto(f"{base_url}/investigation/verification.html")
    whole = page.locator(SVG).first.get_attribute("viewBox")
    assert whole
    drawn = float(whole.split()[2])
    assert 0.8 * drawn < width(page) < drawn
    assert page.locator(".hb-flow__canvas").evaluate("canvas => canvas.scrollWidth <= canvas.clientWidth")

    page.get_by_role("button", name="全屏查看").click()
    assert page.locator(".hb-flow__canvas").evaluate("canvas => [canvas.scrollLeft, canvas.scrollTop]") == [0, 0]
    page.locator(".hb-flow__canvas").press("0")
    assert width(page) == pytest.approx(drawn, abs=1)


def test_the_mouse_drags_the_chart_and_a_drag_is_no_click(page: Page, base_url: str) -> None:
    page.goto(f"{base_url}/{CHART}")
    canvas = page.locator(".hb-flow__canvas")
    canvas.focus()
    for _ in range(4):
        canvas.press("+")
    link = canvas.locator("[data-step=s1] a")
    link.scroll_into_view_if_needed()
    box = link.bounding_box()
    assert box
    before = canvas.evaluate("canvas => canvas.scrollLeft")
    page.mouse.move(box["x"] + 60, box["y"] + 10)
    page.mouse.down()
    page.mouse.move(box["x"] - 40, box["y"] + 10, steps=4)
    page.mouse.up()

    assert canvas.evaluate("canvas => canvas.scrollLeft") == pytest.approx(before + 100, abs=2)
    assert page.evaluate("location.hash") == ""


def test_full_screen_opens_over_the_page_and_escape_returns_to_the_button(page: Page, base_url: str) -> None:
    page.goto(f"{base_url}/{CHART}")
    page.get_by_role("button", name="全屏查看").click()
    dialog = page.locator("dialog.hb-flow__dialog")
    expect(dialog).to_be_visible()
    box = dialog.bounding_box()
    assert box
    assert (box["width"], box["height"]) == (1280, 800)
    assert page.evaluate("document.activeElement.className") == "hb-flow__canvas"
    page.keyboard.press("Escape")

    expect(dialog).to_have_count(0)
    assert page.evaluate("document.activeElement.textContent") == "全屏查看"
    assert page.locator(f".hb-flow__chart {SVG}").count() == 1


def test_a_link_in_full_screen_leads_to_its_step(page: Page, base_url: str) -> None:
    page.goto(f"{base_url}/{CHART}")
    page.get_by_role("button", name="全屏查看").click()
    page.locator(".hb-flow__canvas [data-step=s2] a").click()

    expect(page.locator("dialog.hb-flow__dialog")).to_have_count(0)
    assert page.evaluate("location.hash") == "#s2"


def test_a_browser_without_dialogs_gets_a_layer(page: Page, base_url: str) -> None:
    page.add_init_script("delete HTMLDialogElement.prototype.showModal")
    page.goto(f"{base_url}/{CHART}")
    page.get_by_role("button", name="全屏查看").click()
    layer = page.locator(".hb-flow__dialog--layer")
    expect(layer).to_be_visible()
    box = layer.bounding_box()
    assert box
    assert box["height"] == 800
    page.keyboard.press("Escape")

    expect(layer).to_have_count(0)
    assert page.evaluate("document.activeElement.textContent") == "全屏查看"


def test_the_chart_is_kept_as_svg_that_stands_alone(page: Page, base_url: str, tmp_path: Path) -> None:
    page.goto(f"{base_url}/{CHART}")
    with page.expect_download() as saved:
        page.get_by_role("button", name="存为 SVG").click()
    saved.value.save_as(tmp_path / "a.svg")
    root = ET.parse(tmp_path / "a.svg").getroot()

    assert saved.value.suggested_filename == "接收、登记和受理判断流程图.svg"
    assert "当日拆封" in "".join(root.itertext())
    assert not [element for element in root.iter() if element.tag.endswith("}a") or "class" in element.attrib]


def test_the_chart_is_kept_as_png(page: Page, base_url: str, tmp_path: Path) -> None:
    page.goto(f"{base_url}/{CHART}")
    with page.expect_download() as saved:
        page.get_by_role("button", name="存为 PNG").click()
    saved.value.save_as(tmp_path / "a.png")
    content = (tmp_path / "a.png").read_bytes()

    assert content.startswith(b"\x89PNG")
    assert int.from_bytes(content[16:20], "big") == pytest.approx(2 * width(page), abs=2)
    assert len(content) > 20_000


def test_without_scripts_there_are_no_buttons_and_the_chart_is_there(browser: Browser, base_url: str) -> None:
    context = browser.new_context(viewport={"width": 320, "height": 640}, java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{base_url}/{CHART}")

    assert page.locator(".hb-flow__bar").count() == 0
    expect(page.locator(SVG).first).to_be_visible()
    assert width(page) > 320
    context.close()


def test_a_phone_shows_the_wizard_first_and_the_chart_over_the_whole_screen(
    phone: BrowserContext, base_url: str
) -> None:
    page = phone.new_page()
    page.goto(f"{base_url}/{CHART}")
    expect(page.locator(".hb-wizard")).to_be_visible()
    expect(page.locator(SVG).first).to_be_hidden()
    page.get_by_role("button", name="全屏查看").click()
    svg = page.locator(SVG).first
    expect(svg).to_be_visible()
    for _ in range(5):
        page.get_by_role("button", name="缩小").click()

    assert svg.evaluate(LETTERS) >= 12
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_paper_has_the_chart_in_parts_with_letters_of_eight_points(page: Page, base_url: str) -> None:
    page.set_viewport_size({"width": 658, "height": 971})  # A4 without its margins
    page.goto(f"{base_url}/{CHART}")
    page.emulate_media(media="print")
    parts = page.locator(".hb-flow__part")

    assert parts.locator("p").all_inner_texts() == [
        "接收、登记和受理判断流程图　第 1/2 部分",
        "接收、登记和受理判断流程图（续）　第 2/2 部分",
    ]
    for part in parts.all():
        box = part.bounding_box()
        assert box
        assert box["height"] < 971
        shown = part.locator("svg").evaluate(
            "svg => Math.min(svg.getBoundingClientRect().width / svg.viewBox.baseVal.width,"
            " svg.getBoundingClientRect().height / svg.viewBox.baseVal.height)"
        )
        assert 14 * shown * 0.75 >= 8
    for hidden in (".hb-wizard", ".hb-flow__bar", ".hb-flow__outline"):
        expect(page.locator(hidden)).to_be_hidden()
    main = page.locator(".hb-flow__chart").bounding_box()
    assert main
    assert main["height"] == 0


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_words_stay_inside_of_their_boxes(page: Page, base_url: str, scheme: str) -> None:
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    page.goto(f"{base_url}/{CHART}")
    beyond = page.locator(SVG).first.evaluate(
        """svg => Array.from(svg.querySelectorAll(".hb-flow__node"), node => {
            const words = node.querySelector("text").getBoundingClientRect();
            const box = node.querySelector("rect, path, ellipse").getBoundingClientRect();
            const inside = words.left > box.left && words.right < box.right && words.top > box.top
                && words.bottom < box.bottom;
            return inside ? "" : node.textContent;
        }).filter(Boolean)"""
    )

    assert beyond == []
