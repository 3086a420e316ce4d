"""Every flowchart is drawn on the reader's screen: each label can be read, in its box, and leads to its step."""

from typing import Any

import pytest
from playwright.sync_api import Locator, Page

from browser.colours import CONTRAST, show
from browser.places import stands_in_view
from handbook.model.flowchart import Flowchart
from handbook.model.handbook import Handbook
from handbook.model.page import Page as SourcePage

pytestmark = pytest.mark.browser

# A box as the screen shows it: its words, their size, and by how many pixels they stick out of its outline.
BOXES = (
    f"figure => {{ const contrast = {CONTRAST};"
    """
return [...figure.querySelectorAll("svg[role=img] [data-step]")].map(node => {
    const text = node.querySelector("text"), outline = node.querySelector("rect, polygon, path, circle, ellipse");
    const inner = text.getBoundingClientRect(), outer = outline.getBoundingClientRect();
    const scale = outer.width / outline.getBBox().width;
    return {
        id: node.dataset.step,
        words: text.textContent.replace(/\\s+/g, ""),
        seen: text.checkVisibility({checkOpacity: true, checkVisibilityCSS: true}) && inner.width > 0,
        size: parseFloat(getComputedStyle(text).fontSize) * scale,
        out: Math.max(outer.left - inner.left, inner.right - outer.right,
                      outer.top - inner.top, inner.bottom - outer.bottom),
        contrast: contrast(getComputedStyle(text.querySelector("tspan") ?? text).fill, getComputedStyle(outline).fill),
    };
})
}"""
)


@pytest.fixture(scope="session")
def charts(handbook: Handbook) -> list[tuple[SourcePage, Flowchart]]:
    """Every flowchart of the handbook with its page; there is one on each procedure page."""
    found = [(page, chart) for page in handbook.published for chart in page.flowcharts]
    assert {page.code for page, _ in found} >= set(handbook.procedures)
    return found


def figure(page: Page, chart: Flowchart) -> Locator:
    """The figure of a chart, by the title that it is announced with."""
    return page.locator("figure.hb-flow", has=page.get_by_role("img", name=chart.title, exact=True))


def plain(text: str) -> str:
    """Words without spaces and line breaks, which the drawing may move."""
    return "".join(text.replace("<br/>", "").replace("<br>", "").split())


def test_every_label_stands_readable_in_its_box(
    page: Page, base_url: str, charts: list[tuple[SourcePage, Flowchart]]
) -> None:
    faults = []
    for source, chart in charts:
        page.goto(f"{base_url}/{source.url}")
        boxes: list[dict[str, Any]] = figure(page, chart).evaluate(BOXES)
        drawn = {box["id"]: box["words"] for box in boxes}
        wanted = {node.id: plain(node.label) for node in chart.nodes.values()}
        faults += [
            f"{source.url}: {name} shows {drawn.get(name)}" for name in wanted if wanted[name] != drawn.get(name)
        ]
        faults += [f"{source.url}: {box['id']} is not seen" for box in boxes if not box["seen"]]
        faults += [f"{source.url}: {box['id']} sticks out by {box['out']:.1f}" for box in boxes if box["out"] > 1]
        faults += [f"{source.url}: {box['id']} is {box['size']:.1f} px high" for box in boxes if box["size"] < 12]

    assert faults == [], "\n".join(faults)


def test_every_condition_stands_on_its_arrow(
    page: Page, http_site: str, charts: list[tuple[SourcePage, Flowchart]]
) -> None:
    faults = []
    for source, chart in charts:
        page.goto(f"{http_site}/{source.url}")
        notes = figure(page, chart).locator("svg[role=img] text:not([data-step] text)")
        drawn = sorted(plain(note) for note in notes.all_text_contents())
        wanted = sorted(plain(edge.label) for edge in chart.edges if edge.label)
        paths = (
            figure(page, chart)
            .locator("svg[role=img] [data-edge]")
            .evaluate_all("paths => paths.map(p => p.dataset.edge)")
        )
        if drawn != wanted or sorted(paths) != sorted(f"{edge.source} {edge.target}" for edge in chart.edges):
            faults.append(f"{source.url}: {drawn} {paths}")

    assert faults == [], "\n".join(faults)


def test_no_two_boxes_overlap(page: Page, http_site: str, charts: list[tuple[SourcePage, Flowchart]]) -> None:
    overlaps = """figure => {
        const boxes = [...figure.querySelectorAll("svg[role=img] [data-step]")].map(node => [node.dataset.step,
            node.querySelector("rect, polygon, path, circle, ellipse").getBoundingClientRect()]);
        return boxes.flatMap(([a, p], i) => boxes.slice(i + 1).filter(([b, q]) =>
            p.left < q.right && q.left < p.right && p.top < q.bottom && q.top < p.bottom).map(([b]) => `${a} ${b}`));
    }"""
    faults = []
    for source, chart in charts:
        page.goto(f"{http_site}/{source.url}")
        faults += [f"{source.url}: {pair}" for pair in figure(page, chart).evaluate(overlaps)]

    assert faults == [], "\n".join(faults)


def test_boxes_and_outline_lead_to_the_step_on_the_page(
    page: Page, base_url: str, charts: list[tuple[SourcePage, Flowchart]]
) -> None:
    for source, chart in charts:
        if source.kind != "procedure":  # the boxes of the others lead to the procedures
            continue
        page.goto(f"{base_url}/{source.url}")
        shown = figure(page, chart)
        steps = [name for name in chart.nodes if name in source.anchors]
        for step in steps:
            assert shown.locator(f"svg[role=img] [data-step={step}] a").get_attribute("xlink:href") == f"#{step}"

        shown.locator(".hb-flow__outline summary").click()
        for step in (steps[0], steps[-1]):
            shown.locator(f".hb-flow__outline a[href='#{step}']").first.click()
            page.wait_for_function("id => location.hash === `#${id}`", arg=step)
            assert stands_in_view(page, step), f"{source.url}#{step}"

        shown.locator(f"svg[role=img] [data-step={steps[1]}] a").click()
        page.wait_for_function("id => location.hash === `#${id}`", arg=steps[1])


def test_the_outline_says_every_box_and_every_condition(
    page: Page, http_site: str, charts: list[tuple[SourcePage, Flowchart]]
) -> None:
    for source, chart in charts:
        page.goto(f"{http_site}/{source.url}")
        words = plain(figure(page, chart).locator(".hb-flow__outline").text_content() or "")

        missing = [node.label for node in chart.nodes.values() if plain(node.label) not in words]
        missing += [edge.label for edge in chart.edges if edge.label and plain(edge.label) not in words]
        assert missing == [], source.url


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_labels_contrast_with_their_boxes(
    page: Page, http_site: str, charts: list[tuple[SourcePage, Flowchart]], scheme: Any
) -> None:
    faults = []
    for source, chart in charts:
        page.goto(f"{http_site}/{source.url}")
        show(page, scheme)
        boxes = figure(page, chart).evaluate(BOXES)
        faults += [f"{source.url}: {box}" for box in boxes if box["contrast"] < 4.5]

    assert faults == [], "\n".join(faults)


def test_the_contrast_of_known_colours_is_measured(page: Page) -> None:
    def contrast(words: str, ground: str) -> float:
        measured: float = page.evaluate(f"([words, ground]) => ({CONTRAST})(words, ground)", [words, ground])
        return measured

    assert contrast("black", "white") == pytest.approx(21)
    assert contrast("#767676", "#fff") == pytest.approx(4.54, abs=0.01)
    assert contrast("rgba(0, 0, 0, 0)", "rgb(10, 20, 30)") == pytest.approx(1)
