"""The chart, its outline and its wizard say the same, in charts of the handbook and in generated ones."""

import datetime as dt
import random
import re
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from handbook import sources
from handbook.model.flow import Flow, Way
from handbook.model.flowchart import Flowchart, Node
from handbook.model.page import Page
from handbook.renderers.flowchart import notes_of, render
from handbook.renderers.flowchart.notes import Note
from handbook.renderers.flowchart.wizard import Screen, edges, screens
from handbook.settings import read_settings
from handbook.sources.mermaid import read_flowchart

ROOT = Path(__file__).parents[2]
HANDBOOK = sources.load(ROOT, today=dt.date(2026, 11, 25), settings=read_settings(ROOT))
OURS = [(page, chart) for page in HANDBOOK.published for chart in page.flowcharts if chart.is_graph]
ARROW = re.compile(r"^(?:(.*)→)?$")


def read(*lines: str) -> Flowchart:
    source = "\n".join(("flowchart TD", *lines))
    return read_flowchart(source, path="a.md", fence_line=1, first_line=2, indent=0)


def generated(seed: int) -> Flowchart:
    """A procedure of steps and decisions, some with a way back, in which every path ends."""
    chance = random.Random(seed)
    count = chance.randint(6, 26)
    names = [f"d{i}" if chance.random() < 0.35 else f"s{i}" for i in range(1, count)]
    lines = [f'{name}{{"问{name}？"}}' if name[0] == "d" else f'{name}["办{name}"]' for name in names]
    lines += ['e1(["办结"])', 'e2(["退回"])']
    for place, name in enumerate(names):
        following = names[place + 1] if place + 1 < len(names) else "e1"
        lines.append(f"{name} -->|是| {following}" if name[0] == "d" else f"{name} --> {following}")
        if name[0] == "d":
            lines.append(f"{name} -->|否| {chance.choice([*names, 'e1', 'e2'])}")
            if chance.random() < 0.3:
                lines.append(f"{name} -.->|不清楚| {chance.choice(names)}")
    return read(*lines)


def figure(chart: Flowchart) -> ET.Element:
    return ET.fromstring(render(chart, step_href=lambda step: f"#{step}", click_href=lambda link: link.target))


def of_picture(root: ET.Element) -> tuple[dict[str, str], set[tuple[str, str]]]:
    svg = "{http://www.w3.org/2000/svg}"
    chart = next(root.iter(f"{svg}svg"))
    nodes = {g.attrib["data-step"]: "".join(g.itertext()) for g in chart.iter(f"{svg}g") if "data-step" in g.attrib}
    pairs = [p.attrib["data-edge"].split(" ") for p in chart.iter(f"{svg}path") if "data-edge" in p.attrib]
    return nodes, {(source, target) for source, target in pairs}


def of_picture_labels(root: ET.Element) -> list[str]:
    chart = next(root.iter("{http://www.w3.org/2000/svg}svg"))
    groups = (g for g in chart.iter() if g.attrib.get("class") == "hb-flow__notes")
    return sorted("".join(text.itertext()) for g in groups for text in g if text.tag.endswith("text"))


def of_outline(root: ET.Element, chart: Flowchart) -> tuple[dict[str, str], set[Way]]:
    """Boxes and ways, read from the items of the list and the links between them."""
    items = [item for item in root.iter("li") if "hb-flow__item" in item.attrib.get("class", "")]
    ids = {item.attrib["id"]: name for item in items for name in [name_of(item, chart)]}
    nodes, ways = {}, set()
    for item in items:
        ways_on = next((part for part in item if part.attrib.get("class") == "hb-flow__exits"), None)
        words = "".join(item.itertext()).removesuffix("".join(ways_on.itertext()) if ways_on is not None else "")
        nodes[ids[item.attrib["id"]]] = words.split(" ", 1)[1]
        before = ways_on.text if ways_on is not None else ""
        for link in ways_on if ways_on is not None else ():
            label = ARROW.fullmatch((before or "").removeprefix("；"))
            assert label, before
            ways.add(Way(ids[item.attrib["id"]], ids[link.attrib["href"][1:]], label[1] or ""))
            before = link.tail
    return nodes, ways


def name_of(item: ET.Element, chart: Flowchart) -> str:
    return list(chart.nodes)[int(item.attrib["id"].rsplit("-", 1)[1])]


def boxes(shown: tuple[Screen, ...]) -> dict[str, str]:
    return {box.id: box.label for screen in shown for box in screen.boxes}


def assert_all_say_the_same(chart: Flowchart) -> None:
    root = figure(chart)
    nodes, pairs = of_picture(root)
    outlined, ways = of_outline(root, chart)
    shown = screens(Flow(chart))

    assert outlined == nodes == boxes(shown)
    assert {(way.source, way.target) for way in ways} == pairs
    assert ways == edges(shown)
    assert of_picture_labels(root) == sorted(edge.label for edge in chart.edges if edge.label)


def assert_every_path_ends(chart: Flowchart) -> None:
    flow, shown = Flow(chart), screens(Flow(chart))
    ending = {screen.id for screen in shown if not screen.answers and screen.boxes[-1].id in flow.ends}
    for _ in shown:
        ending |= {screen.id for screen in shown if any(way.target in ending for way in screen.answers)}
    assert ending == {screen.id for screen in shown}


@pytest.mark.parametrize(("page", "chart"), OURS, ids=[f"{page.src}:{chart.span.line}" for page, chart in OURS])
def test_chart_outline_and_wizard_of_the_handbook_say_the_same(page: Page, chart: Flowchart) -> None:
    assert_all_say_the_same(chart)
    assert_every_path_ends(chart)


@pytest.mark.parametrize("seed", range(60))
def test_chart_outline_and_wizard_of_generated_charts_say_the_same(seed: int) -> None:
    chart = generated(seed)

    assert set(boxes(screens(Flow(chart)))) <= set(chart.nodes)
    reached = Flow(chart).reachable([start.id for start in Flow(chart).starts])
    if reached >= set(chart.nodes):
        assert_all_say_the_same(chart)


def test_a_screen_runs_to_the_next_decision_and_stops_where_ways_meet() -> None:
    chart = read(
        's1["一"] --> s2["二"] -->|次日| d1{"三？"}', "d1 -->|是| s4", "d1 -->|否| s3", 's3["四"] --> s4["五"]',
        's4 --> e1(["完"])',
    )  # fmt: skip

    shown = screens(Flow(chart))

    assert [[box.id for box in screen.boxes] for screen in shown] == [["s1", "s2", "d1"], ["s4", "e1"], ["s3"]]
    assert [[way.target for way in screen.answers] for screen in shown] == [["s4", "s3"], [], ["s4"]]


def test_an_arrow_at_a_frame_leads_on_from_its_last_boxes_to_its_first() -> None:
    chart = read('s["零"] --> x', "subgraph x", 'a["一"] --> b["二"]', "end", 'x --> e(["完"])')

    (screen,) = screens(Flow(chart))

    assert [box.id for box in screen.boxes] == ["s", "a", "b", "e"]


def test_several_starts_are_a_question() -> None:
    chart = read('a["来信"] --> c["登记"]', 'b["来访"] --> c')

    assert [way.target for way in screens(Flow(chart))[0].answers] == ["a", "b"]


def test_a_circle_without_end_is_still_a_wizard_with_an_end() -> None:
    shown = screens(Flow(read('a["一"] --> b["二"]', "b --> a")))

    assert [[box.id for box in screen.boxes] for screen in shown] == [["a", "b"]]


def test_links_of_the_wizard_lead_to_its_screens_and_back_to_the_first() -> None:
    root = figure(generated(3))
    ids = [section.attrib["id"] for section in root.iter("section")]
    links = {a.attrib["href"][1:] for a in root.iter("a") if "-w" in a.attrib.get("href", "")}

    assert links == set(ids)
    assert root.find(f".//section[@id='{ids[-1]}']").attrib["class"].endswith("--first")  # type: ignore[union-attr]


def test_a_chart_without_questions_has_no_wizard() -> None:
    assert figure(read('s1["一"] --> e1(["完"])')).find(".//section") is None


def test_a_step_has_its_time_limits_and_templates_beside_it() -> None:
    page = HANDBOOK.pages["petitions/receive.md"]
    notes = notes_of(page, HANDBOOK)

    found = notes(page.flowcharts[0].nodes["s4"])

    assert [note.lead for note in found] == ["时限", "用表", "用表"]
    assert found[0].address == "#时限"
    assert found[1] == Note("用表", "检举控告处理呈批单（XF-W03）", "../templates/petitions/xf-w03.html")


def test_a_procedure_that_a_box_names_is_linked() -> None:
    page = HANDBOOK.pages["petitions/receive.md"]
    end = Node("e1", "转XF-04", "stadium", page.span)

    (note,) = notes_of(page, HANDBOOK)(end)

    assert (note.lead, note.address) == ("转到", "transfer.html")
