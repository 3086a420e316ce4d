from __future__ import annotations

from pathlib import Path

import pytest

from handbook.model.handbook import Handbook
from handbook.renderers.terms import compose, note
from registers import registers


@pytest.fixture
def handbook(tmp_path: Path) -> Handbook:
    return registers(tmp_path)


@pytest.fixture
def lines(handbook: Handbook) -> list[str]:
    return compose(handbook.pages["reference/glossary.md"], handbook).split("\n")


def test_terms_stand_by_group_in_the_order_of_the_register_above_the_authors_first_section(lines: list[str]) -> None:
    headings = [line for line in lines if line.startswith("## ")]

    assert headings == ["## 线索", "## 审查", "## 处分", "## 结尾"]
    assert lines.index("开头。") < lines.index("## 线索") < lines.index("## 结尾")


def test_each_term_has_an_anchor_and_the_page_knows_it(handbook: Handbook, lines: list[str]) -> None:
    assert "初步核实 {: #t-初步核实 }" in lines
    assert set(handbook.pages["reference/glossary.md"].anchors) >= {"t-初步核实", "t-立案审查", "t-谈话"}


def test_a_term_tells_its_names_its_confusions_and_its_basis(lines: list[str]) -> None:
    start = lines.index("初步核实 {: #t-初步核实 }")

    assert [line for line in lines[start + 1 :] if line][:6] == [
        ":   立案以前查线索",
        ":   **简称**：初核",
        ":   **也叫**：摸底",
        ":   **不要混同**：[立案审查](#t-立案审查)——初核在前",
        ":   **不再使用**：“外调”——旧说法",
        ":   **依据**：《示例规则》第三条",
    ]


def test_the_other_term_of_a_confusion_tells_it_too(lines: list[str]) -> None:
    start = lines.index("立案审查 {: #t-立案审查 }")

    assert ":   **不要混同**：[初步核实](#t-初步核实)——初核在前" in lines[start:]


def test_the_note_of_a_term_names_what_it_is_confused_with(handbook: Handbook) -> None:
    told = note(handbook.glossary["初步核实"], handbook)

    assert (told.title, told.text) == ("初步核实", "立案以前查线索")
    assert told.facts == ("也叫：初核、摸底", "别和“立案审查”混同")
