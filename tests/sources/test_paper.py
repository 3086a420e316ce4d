"""Charts on A4: letters of at least 8 pt, cut only between boxes."""

import pytest

from handbook.model.flowchart import Flowchart
from handbook.sources.mermaid import read_flowchart
from handbook.sources.mermaid.layout import Layout, lay_out
from handbook.sources.mermaid.paper import LONGEST, SMALLEST, WIDEST, sheets


def chain(count: int, direction: str = "TD") -> Flowchart:
    lines = [f"flowchart {direction}"]
    lines += [f'd{i}{{"第{i}个条件满足吗？"}} -->|满足| d{i + 1}' for i in range(1, count)]
    lines += [f'd{i} -->|不满足| e{i}(["第{i}种情形转出"])' for i in range(1, count, 5)]
    source = "\n".join([*lines, f'd{count}{{"完了？"}}'])
    return read_flowchart(source, path="a.md", fence_line=1, first_line=2, indent=0)


def laid_out(chart: Flowchart) -> Layout:
    layout = lay_out(chart)
    assert layout is not None
    return layout


@pytest.mark.parametrize(("count", "parts"), [(4, 1), (14, 2), (18, 3)])
def test_a_long_chart_is_cut_into_few_parts_of_about_one_length(count: int, parts: int) -> None:
    chart = chain(count)
    printed = sheets(chart, laid_out(chart))
    lengths = [part.bottom - part.top for part in printed.parts]

    assert len(lengths) == parts
    assert max(lengths) <= LONGEST
    assert max(lengths) - min(lengths) < 0.3 * LONGEST
    assert printed.points >= SMALLEST


def test_parts_follow_one_another_and_no_cut_crosses_a_box_or_words() -> None:
    chart = chain(24)
    printed = sheets(chart, laid_out(chart))
    cuts = [part.bottom for part in printed.parts[:-1]]

    assert cuts == [part.top for part in printed.parts[1:]]
    for cut in cuts:
        assert not any(abs(cut - box.y) < box.b for box in printed.layout.boxes)
        assert not any(
            route.lines and abs(cut - route.at[1]) < route.label_size[1] / 2 for route in printed.layout.routes
        )


def test_a_chart_that_runs_sideways_is_printed_from_top_to_bottom() -> None:
    chart = chain(12, "LR")
    screen = laid_out(chart)
    printed = sheets(chart, screen)

    assert screen.right - screen.left > WIDEST >= printed.layout.right - printed.layout.left
    assert printed.points >= SMALLEST


def test_a_chart_that_fits_is_printed_as_it_is() -> None:
    chart = chain(4)
    screen = laid_out(chart)

    assert sheets(chart, screen).layout is screen
