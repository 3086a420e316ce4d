from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from handbook.model.handbook import Handbook
from handbook.renderers import procedure
from handbook.renderers.authority import box, compose
from registers import registers


@pytest.fixture
def handbook(tmp_path: Path) -> Handbook:
    return registers(tmp_path)


def test_each_matter_stands_in_the_section_of_its_kind_with_its_anchor(handbook: Handbook) -> None:
    lines = compose(handbook.pages["start/authority.md"], handbook).split("\n")

    own = lines.index("| 党纪立案，见[XF-01](../receive.md#s1) {: #a-07 } | 两级负责人批 | 《示例规则》第四条 |")
    above = lines.index("| 监察立案 {: #a-24 } | 县级监委批，派出机构看授权〔待核〕 |  |")
    never = lines.index("| 留置，见[XF-01](../receive.md) {: #a-40 } | 监察机关定 |  |")
    order = [lines.index("## 自己能办"), own, lines.index("## 要县级（及以上）批"), above]
    assert order == sorted(order)
    assert lines.index("## 不能办") < never < lines.index("## 一律适用的底线")
    assert lines[-5:-3] == ["- 两人以上办：《示例规则》第五条。", "  {: #a-60 }"]


def test_the_page_knows_the_anchors_of_its_matters(handbook: Handbook) -> None:
    assert {"a-07", "a-24", "a-40", "a-60"} <= set(handbook.pages["start/authority.md"].anchors)


def test_a_procedure_tells_the_matters_that_name_it_below_who_approves(handbook: Handbook) -> None:
    lines = procedure.compose(handbook.pages["receive.md"], handbook).split("\n")

    first = lines.index("- **能办** [党纪立案](start/authority.md#a-07)：两级负责人批")
    assert lines[first + 1] == "- **不能办** [留置](start/authority.md#a-40)：监察机关定"
    assert lines.index("## 谁办谁批") < first < lines.index("自己的话。")


def test_a_procedure_that_no_matter_names_has_no_box(handbook: Handbook) -> None:
    page = handbook.pages["receive.md"]

    assert list(box(page, replace(handbook, authority={"A-24": handbook.authority["A-24"]}))) == []
