import re
import xml.etree.ElementTree as ET
from html import escape
from itertools import pairwise
from pathlib import Path

import pytest

from handbook.model.flowchart import Flowchart
from handbook.model.link import Link
from handbook.renderers.flowchart import render
from handbook.sources.mermaid import read_flowchart
from handbook.sources.mermaid.lettering import width, wrap

DOCS = Path(__file__).parents[2] / "docs"
SVG = "{http://www.w3.org/2000/svg}"
CHART = """\
flowchart TD
    accTitle: 接收登记
    accDescr: 收件以后的三步。
    s1["当日拆封、编号登记"] --> d1{"属纪检监察受理范围？"}
    d1 -->|是| s2["移交承办人"]
    d1 -->|否| e1(["转有关机关"])
    s2 -.-> e2(["办结"])
    s2 <--> s2b[("台账")]
    subgraph 后段["后段"]
        s2
    end
    后段 ==> e2
    click e1 "../forms.md"
"""


def chart(source: str, first_line: int = 2) -> Flowchart:
    return read_flowchart(source, path="a.md", fence_line=first_line - 1, first_line=first_line, indent=0)


def step_href(name: str) -> str:
    return f"#{name}" if re.fullmatch(r"s\d+", name) else ""


def click_href(link: Link) -> str:
    return link.target.replace(".md", ".html")


def html(source: str) -> str:
    return render(chart(source), step_href=step_href, click_href=click_href)


def figure(source: str) -> ET.Element:
    return ET.fromstring(html(source))


def drawn(root: ET.Element) -> dict[str, str]:
    nodes = (g for g in root.iter(f"{SVG}g") if "data-step" in g.attrib)
    return {g.attrib["data-step"]: "".join(g.itertext()) for g in nodes}


def our_charts() -> list[Flowchart]:
    fences = re.compile(r"^```mermaid\n(.*?)^```", re.DOTALL | re.MULTILINE)
    texts = (path.read_text(encoding="utf-8") for path in sorted(DOCS.rglob("*.md")))
    return [chart(source) for text in texts for source in fences.findall(text)]


def test_every_box_and_arrow_is_drawn_with_its_words() -> None:
    root = figure(CHART)

    assert drawn(root) == {node.id: node.label for node in chart(CHART).nodes.values()}
    edges = [path.attrib["data-edge"] for path in root.iter(f"{SVG}path") if "data-edge" in path.attrib]
    assert edges == [f"{edge.source} {edge.target}" for edge in chart(CHART).edges]


def test_steps_and_clicks_are_links_outside_of_the_order_of_keys() -> None:
    links = {
        a.attrib["{http://www.w3.org/1999/xlink}href"]: a.attrib["tabindex"] for a in figure(CHART).iter(f"{SVG}a")
    }

    assert links == {"#s1": "-1", "#s2": "-1", "../forms.html": "-1"}


def test_picture_has_a_role_a_title_and_a_description() -> None:
    svg = next(figure(CHART).iter(f"{SVG}svg"))

    assert (svg.attrib["role"], svg[0].text, svg[1].text) == ("img", "接收登记", "收件以后的三步。")
    assert (svg[0].attrib["id"], svg[1].attrib["id"]) == (svg.attrib["aria-labelledby"], svg.attrib["aria-describedby"])


def test_outline_says_what_the_picture_says() -> None:
    items = ["".join(item.itertext()) for item in figure(CHART).iter("li") if "id" in item.attrib]

    assert items == [
        "第1步 当日拆封、编号登记→判断1",
        "判断1 属纪检监察受理范围？是→第2步；否→结束2",
        "第2步 移交承办人→结束1；→其他1",
        "结束1 办结",
        "其他1 台账→第2步",
        "结束2 转有关机关",
        "后段：第2步→结束1",
    ]


def test_links_of_the_outline_lead_to_its_items_and_to_the_steps() -> None:
    root = figure(CHART)
    ids = {element.attrib["id"] for element in root.iter() if "id" in element.attrib}
    inner = {a.attrib["href"].removeprefix("#") for a in root.iter("a")} - {"s1", "s2", "../forms.html"}

    assert inner <= ids


def test_output_has_neither_styles_nor_scripts_nor_foreign_objects() -> None:
    output = html(CHART)

    assert not re.search(r"<style|style=|<script|foreignObject|\son\w+=|mermaid", output)


def test_bytes_are_the_same_every_time_and_ids_differ_between_charts_of_a_page() -> None:
    assert html(CHART) == html(CHART)
    one = render(chart(CHART, 2), step_href=step_href, click_href=click_href)
    other = render(chart(CHART, 50), step_href=step_href, click_href=click_href)
    assert not set(re.findall(r' id="([^"]+)"', one)) & set(re.findall(r' id="([^"]+)"', other))


@pytest.mark.parametrize("words", ["</title><script>alert(1)</script>", "甲&乙<b", "' onload='x"])
def test_hostile_words_stay_words(words: str) -> None:
    source = f'flowchart TD\naccTitle: {words}\naccDescr: {words}\na["{words}"] -->|"{words}"| b["完"]\n'
    output = html(source)

    assert "<script" not in output
    ET.fromstring(output)


def test_another_kind_is_left_to_the_page_with_its_source_escaped() -> None:
    source = "sequenceDiagram\n    甲->>乙: 登记<br/>移交\n"

    assert html(source) == f'<pre class="mermaid"><code>{escape(source)}</code></pre>'


def test_a_faulty_chart_shows_its_faults_and_its_source() -> None:
    output = html('flowchart TD\na["一"] —> b["二"]\n')

    assert "第 3 行：箭头不能写成“—”" in output
    assert "mermaid" not in output


@pytest.mark.parametrize(
    "words", ["当日拆封、编号登记", "5个工作日内径送，转XF-04", "不予受理告知记录（XF-W04）", "甲" * 18]
)
def test_lines_fit_and_hold_all_words_and_never_begin_with_a_comma(words: str) -> None:
    lines = wrap(words, 10)

    assert "".join(lines) == words
    assert all(width(line) <= 10 for line in lines)
    assert not any(line[0] in "，、）" for line in lines)
    assert "XF-W04" not in words or any("XF-W04" in line for line in lines)


@pytest.mark.parametrize("source", our_charts(), ids=lambda chart: chart.title)
def test_charts_of_the_handbook_are_small_and_no_boxes_overlap(source: Flowchart) -> None:
    output = render(source, step_href=step_href, click_href=click_href)
    picture = output[output.index("<svg") : output.index("</svg>")]
    boxes = re.findall(r'data-step="\w+" transform="translate\((\S+) (\S+)\)', picture)

    assert len(boxes) == len(source.nodes)
    assert len(output.encode()) < 1_500 * len(source.nodes)  # its wizard and its outline included
    assert len(picture.encode()) < 650 * len(source.nodes) + 1_500
    places = sorted((float(y), float(x)) for x, y in boxes)
    assert all(abs(a[0] - b[0]) > 30 or abs(a[1] - b[1]) > 60 for a, b in pairwise(places))


def long_chart() -> str:
    lines = [f's{i}["第{i}步办什么"] --> s{i + 1}["第{i + 1}步办什么"]' for i in range(1, 40)]
    return "\n".join(["flowchart TD", "accTitle: 长图", *lines])


def test_a_long_chart_is_printed_in_parts_that_show_the_one_drawing() -> None:
    root = figure(long_chart())
    parts = [div for div in root.iter("div") if div.attrib.get("class") == "hb-flow__part"]
    uses = [use.attrib["href"] for part in parts for use in part.iter(f"{SVG}use")]

    assert ["".join(part.itertext()) for part in parts] == [
        "长图　第 1/3 部分", "长图（续）　第 2/3 部分", "长图（续）　第 3/3 部分",
    ]  # fmt: skip
    assert uses == [f"#{root.attrib['id']}-g"] * 3
    assert [g for g in root.iter(f"{SVG}g") if g.attrib.get("id") == f"{root.attrib['id']}-g"]


def test_a_chart_that_is_printed_otherwise_than_shown_is_drawn_twice_under_other_ids() -> None:
    source = long_chart().replace("flowchart TD", "flowchart LR")
    ids = re.findall(r' id="([^"]+)"', html(source))

    assert len(ids) == len(set(ids))
    assert html(source).count("data-edge=") == 2 * 39
