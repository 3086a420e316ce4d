import random
import sys

import pytest

from handbook.model.flowchart import Flowchart
from handbook.sources.mermaid import engine, read_flowchart

CHART = """\
flowchart TD
    accTitle: 接收登记
    accDescr: 收件以后的三步。
    s1["登记"] --> d1{"受理？"}
    d1 -->|是| s2["移交<br/>承办人"] & s3
    d1 -- 否 --> e1(["转 #quot;信访#quot;"])
    s2 ==> s3["`**归档**`"]
    click s1 href "../a.md#s1" "提示"
"""


def read(source: str, *, first_line: int = 11, indent: int = 0) -> Flowchart:
    return read_flowchart(source, path="docs/a.md", fence_line=first_line - 1, first_line=first_line, indent=indent)


def faults(source: str) -> list[str]:
    return [f"{f.span.line}:{f.span.column} {f.message}" for f in read(source).faults]


def test_boxes_have_their_words_shapes_and_places() -> None:
    boxes = [(n.id, n.label, n.shape, n.span.line, n.span.column) for n in read(CHART).nodes.values()]

    assert boxes == [
        ("s1", "登记", "square", 14, 5),
        ("d1", "受理？", "diamond", 14, 18),
        ("s2", "移交承办人", "square", 15, 15),
        ("s3", "归档", "square", 15, 34),
        ("e1", '转 "信访"', "stadium", 16, 17),
    ]


def test_arrows_have_their_conditions_and_the_places_where_they_begin() -> None:
    edges = [(e.source, e.target, e.label, e.span.line, e.span.column) for e in read(CHART, indent=4).edges]

    assert edges == [
        ("s1", "d1", "", 14, 18),
        ("d1", "s2", "是", 15, 12),
        ("d1", "s3", "是", 15, 12),
        ("d1", "e1", "否", 16, 12),
        ("s2", "s3", "", 17, 12),
    ]


def test_title_description_direction_and_clicks_are_read() -> None:
    chart = read(CHART)

    assert (chart.kind, chart.title, chart.description, chart.direction) == (
        "flowchart",
        "接收登记",
        "收件以后的三步。",
        "TB",
    )
    assert [(link.target, link.span.line, link.span.column) for link in chart.clicks] == [("../a.md#s1", 18, 20)]
    assert chart.nodes["s1"].click == chart.clicks[0]


def test_chains_ids_of_hanzi_frames_and_invisible_arrows() -> None:
    chart = read('graph LR; 登记-->移交-->归档\nsubgraph 一["第一段"]\n登记\nend\n一 --> 归档\n登记 ~~~ 归档\n')

    assert list(chart.nodes) == ["登记", "移交", "归档"]
    assert [(e.source, e.target) for e in chart.edges] == [("登记", "移交"), ("移交", "归档"), ("一", "归档")]
    assert [(f.id, f.title, f.members) for f in chart.subgraphs] == [("一", "第一段", ("登记",))]


def test_only_a_box_without_words_of_its_own_is_unlabelled() -> None:
    chart = read('graph TD\na["a"] --> b\nb --> c@{ shape: stadium, label: "完" }\nc --> d\nd["一"]\nd["二"]\n')

    assert [node.id for node in chart.nodes.values() if not node.labelled] == ["b"]
    assert [(words.text, words.span.line) for words in chart.nodes["d"].words] == [("一", 15), ("二", 16)]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ('flowchart TD\n%% 注\n\n a["x"] --> b｛"y"｝\n', "14:14 全角括号“｛”不能用来画框"),
        ('---\ntitle: 图\n---\n%% 注\nflowchart TD\n a["x"] —> b["y"]\n', "16:9 箭头不能写成“—”"),
        ('flowchart TD\n subgraph x\n a["x"] --> b["y"]\n', "12:2 这个“subgraph”没有写“end”"),
        ('flowchart TD\n a["x"] --> b["y"]\n a --> c["z"\n b --> c\n', "13:9 括号没有成对，少了“]”"),
        ('flowchart TD\n a["x"] --> b["y"]\n c["说"你"了"]\n b --> c\n', "13:2 框的文字里面又有半角双引号"),
        ('flowchart TD\n a["x"] -->|是 b["y"]\n', "12:12 箭头上的条件少了右边的“|”"),
        ('flowchrt TD\n a["x"]\n', "11:1 “flowchrt TD”不是图的种类"),
        ("", "11:1 流程图是空的"),
        ("flowchart TD\n", "11:1 图里一个框也没有"),
    ],
)
def test_a_syntax_fault_is_reported_at_its_markdown_line(source: str, expected: str) -> None:
    assert faults(source) == [expected]


def test_other_kinds_keep_their_name_and_their_faults() -> None:
    assert (read("sequenceDiagram\n 甲->>乙: 好\n").kind, faults("sequenceDiagram\n 甲->>乙: 好\n")) == ("sequence", [])
    assert faults("sequenceDiagram\n 甲->>乙 好\n") == ["12:2 看不懂“甲->>乙 好”"]


def test_statements_about_looks_are_kept_with_their_places() -> None:
    chart = read('flowchart TD\n a["x"] --> b["y"]\n style a fill:red\n classDef c fill:red\n')

    assert [(style.text, style.span.line) for style in chart.styles] == [
        ("style a fill:red", 13),
        ("classDef c fill:red", 14),
    ]


def test_without_merman_there_is_neither_graph_nor_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "merman", None)
    engine._merman.cache_clear()
    try:
        chart = read(CHART)
    finally:
        monkeypatch.undo()
        engine._merman.cache_clear()

    assert (chart.kind, chart.is_graph, chart.faults, chart.source) == ("", False, (), CHART)


def test_no_text_makes_it_raise_and_every_place_lies_in_the_fence() -> None:
    pieces = [*"[]{}()|\"'`;:%&-=<>~x@#\n\t\0｛“；→🙂\ud800\r", "-->", "subgraph ", "end", "---\n", "%%{", "click "]
    dice = random.Random(4)
    for _ in range(300):
        text = list(CHART)
        for _ in range(dice.randint(1, 6)):
            place = dice.randrange(len(text))
            text[place : place + dice.randint(0, 3)] = dice.choice(pieces)
        source = "".join(text)
        chart = read(source)
        spans = [part.span for part in (*chart.nodes.values(), *chart.edges, *chart.faults)]
        assert all(11 <= span.line <= 11 + source.count("\n") for span in spans)
