import pytest

from handbook.model.flow import Flow
from handbook.model.similar import nearest_id
from handbook.sources.mermaid import read_flowchart


def flow(*lines: str, is_procedure: bool = False) -> Flow:
    source = "\n".join(("flowchart TD", *lines))
    chart = read_flowchart(source, path="a.md", fence_line=1, first_line=2, indent=0)
    return Flow(chart, is_procedure)


def test_a_plain_chart_without_end_shapes_ends_where_it_has_no_way_out() -> None:
    plain = flow("a[一] --> b[二]", "a --> c[三]")

    assert (plain.ends, plain.dead_ends) == ({"b", "c"}, ())


def test_a_box_without_a_way_out_is_a_dead_end_where_ends_are_marked() -> None:
    marked = flow("a[一] --> b{二}", "b -->|是| c[三]", "b -->|否| d([四])")

    assert [node.id for node in marked.dead_ends] == ["c"]


def test_a_mistyped_id_counts_as_the_id_that_was_meant() -> None:
    typed = flow('s1["一"] --> s2["二"]', "s2 --> s33", 's3["三"] --> e1(["完"])')

    assert typed.phantoms == {"s33": "s3"}
    assert ([n.id for n in typed.starts], typed.dead_ends, typed.cut_off) == (["s1"], (), ())


def test_a_circle_is_one_trap_whatever_leads_into_it() -> None:
    circle = flow('s1["一"] --> s2["二"]', 's2 --> s3["三"]', 's3 --> s4["四"]', "s4 --> s3")

    assert [[node.id for node in ring] for ring in circle.traps] == [["s3", "s4"]]


def test_an_arrow_at_a_frame_reaches_every_box_in_it() -> None:
    framed = flow("subgraph x", "a[一]", "b[二]", "end", "s[零] --> x", "x --> e([完])")

    assert ([n.id for n in framed.starts], framed.cut_off, framed.dead_ends) == (["s"], (), ())


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("s55", "s5"),
        ("S5", "s5"),
        ("ｓ5", "s5"),
        ("s_5", "s5"),
        ("5s", "s5"),
        ("dl", "d1"),
        ("s9", ""),
        ("registr", "register"),
    ],
)
def test_the_id_that_fingers_most_likely_meant_is_found(name: str, meant: str) -> None:
    assert nearest_id(name, ["s1", "s5", "d1", "register"]) == meant
