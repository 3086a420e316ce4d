"""Time limits where readers meet them: in the table of a procedure, at its steps, on their own page, in the calculator."""

from __future__ import annotations

import datetime as dt
import json
import re
from pathlib import Path
from typing import Any

import pytest

from handbook.model.handbook import Handbook
from handbook.renderers import COMPOSERS
from handbook.settings import Settings
from handbook.sources import load
from registers import page

DEADLINES = """T-04:
  事项: 告知
  期限: 15个工作日内
  数量: 15
  单位: 工作日
  起算: 收到之日
  延长: 可以延长5个工作日
  延长批准: 主要负责人
  延长数量: 5
  依据: 《示例规则》第一条
  说明: 重复的不再告知
T-07:
  事项: 反馈
  期限: 每季度一次
  单位: 频次
  起算: 不适用
  延长: 无
  依据: 《示例规则》第二条
T-16:
  事项: 持续
  期限: 12小时；要移交的24小时
  起算: 到案之时
  延长: 无
  顺延: 是
  顺延依据: 《示例规则》第九条
  依据: 《示例规则》第三条
  分项:
    - {名称: 一般, 期限: 12小时, 数量: 12, 单位: 小时}
    - {名称: 要移交的, 期限: 24小时, 数量: 24, 单位: 小时, 依据: 《示例规则》第四条}
"""
STEPS = "## 办理步骤\n\n### 1. 登记 {#s1}\n\n按 T-04、T-16 办（T-04）。\n\n### 2. 归档 {#s2}\n\n归档。\n\n## 时限\n\n自己的话。\n"
HOLIDAYS = "2026:\n  来源: 国务院办公厅通知\n  放假:\n    元旦: 2026-01-01至2026-01-03\n  上班: [2026-01-04]\n"


def read(root: Path, *, pages: bool = True) -> Handbook:
    files = {
        "mkdocs.yml": "site_name: 示例\nuse_directory_urls: false\nmarkdown_extensions: [attr_list]\n",
        "docs/petitions/index.md": page("area", "信访举报", "开头。", area="petitions"),
        "docs/petitions/a.md": page(
            "procedure", "受理", STEPS, code="XF-01", area="petitions", deadlines="[T-04, T-07, T-16]"
        ),
        "docs/reference/deadlines.yml": DEADLINES,
        "docs/reference/holidays.yml": HOLIDAYS,
    }
    if pages:
        files["docs/reference/deadlines.md"] = page("deadlines", "时限总表", "开头。\n\n## 结尾\n")
        files["docs/reference/calculator.md"] = page("calculator", "时限计算器", "开头。\n\n## 怎么数\n")
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return load(root, today=dt.date(2099, 1, 6), settings=Settings())


@pytest.fixture
def handbook(tmp_path: Path) -> Handbook:
    return read(tmp_path)


def composed(handbook: Handbook, src: str) -> list[str]:
    source = handbook.pages[src]
    return COMPOSERS[source.kind](source, handbook).split("\n")


def test_the_table_of_a_procedure_leads_to_the_calculator_where_there_is_a_last_day(handbook: Handbook) -> None:
    rows = [line for line in composed(handbook, "petitions/a.md") if line.startswith("| ")][2:]

    assert rows[0] == (
        "| T-04 | 告知<br><small>重复的不再告知</small> | **15个工作日内** "
        '[算到期日](../reference/calculator.md#t-04){: .hb-reckon aria-label="算到期日：T-04" } '
        "| 收到之日 | 可以延长5个工作日<br>谁批：主要负责人 | 《示例规则》第一条 |"
    )
    assert rows[1] == "| T-07 | 反馈 | **每季度一次** | 不适用 | 无 | 《示例规则》第二条 |"
    assert rows[2] == "| T-16 | 持续 | **12小时；要移交的24小时** | 到案之时 | 无 | 《示例规则》第三条 |"
    assert rows[4].startswith("| 其中 | 要移交的 | **24小时** [算到期日](../reference/calculator.md#t-16-2)")
    assert rows[4].endswith("| 同上 | 同上 | 《示例规则》第四条 |")


def test_a_step_has_a_badge_for_each_limit_that_it_names(handbook: Handbook) -> None:
    lines = composed(handbook, "petitions/a.md")
    badges = [line for line in lines if line.startswith("- **时限**")]

    assert [re.findall(r"\]\((\S+?)\)", badge) for badge in badges] == [
        ["../reference/deadlines.md#t-04", "../reference/calculator.md#t-04"],
        ["../reference/deadlines.md#t-16", "../reference/calculator.md#t-16-1"],
    ]
    assert lines.index("### 1. 登记 {#s1}") < lines.index(badges[0]) < lines.index("按 T-04、T-16 办（T-04）。")
    assert lines.index(badges[1]) < lines.index("### 2. 归档 {#s2}")


def test_without_pages_of_limits_a_badge_leads_to_the_table_of_its_page(tmp_path: Path) -> None:
    lines = composed(read(tmp_path, pages=False), "petitions/a.md")

    assert "- **时限** [15个工作日内](#时限){: .hb-limits__limit } 告知（T-04）" in lines


def test_the_page_of_all_limits_has_each_with_its_anchor_and_its_users(handbook: Handbook) -> None:
    rows = [line for line in composed(handbook, "reference/deadlines.md") if line.startswith("| ")][2:]

    assert rows[0].startswith('| T-04 {: #t-04 .hb-register__id data-unit="工作日" data-areas="信访举报" } | ')
    assert rows[0].endswith("| [XF-01](../petitions/a.md) |")
    assert [re.search(r"#(t-[\d-]+)", row)[1] for row in rows] == ["t-04", "t-07", "t-16", "t-16-1", "t-16-2"]  # type: ignore[index]
    assert 'data-part-of="t-16"' in rows[3]


@pytest.mark.parametrize("src", ["reference/deadlines.md", "reference/calculator.md"])
def test_links_to_the_rows_of_limits_are_known(handbook: Handbook, src: str) -> None:
    assert {"t-04", "t-16", "t-16-2"} <= set(handbook.pages[src].anchors)


def facts(handbook: Handbook) -> dict[str, Any]:
    text = "\n".join(composed(handbook, "reference/calculator.md"))
    found = re.search(r'<script type="application/json">(.*?)</script>', text)
    assert found
    told: dict[str, Any] = json.loads(found[1])
    return told


def test_the_calculator_has_every_limit_and_the_announced_years(handbook: Handbook) -> None:
    told = facts(handbook)

    assert [limit["anchor"] for limit in told["limits"]] == ["t-04", "t-07", "t-16-1", "t-16-2"]
    assert told["limits"][0]["longest"] == {"amount": 5, "unit": "工作日", "total": False}
    assert "amount" not in told["limits"][1]
    assert (told["limits"][2]["rolls"], told["limits"][2]["rollsBy"]) == (True, "《示例规则》第九条")
    assert told["years"] == [{"year": 2026, "off": [["元旦", "2026-01-01", "2026-01-03"]], "on": ["2026-01-04"]}]


def test_the_calculator_page_holds_all_limits_without_its_script(handbook: Handbook) -> None:
    lines = composed(handbook, "reference/calculator.md")
    rows = [line for line in lines if line.startswith("| ") and "T-" in line]

    assert rows[0] == "| T-04 {: #t-04 } | 告知 | **15个工作日内** | 收到之日 | — |"
    assert rows[1] == '| <span id="t-16"></span>T-16 {: #t-16-1 } | 持续：一般 | **12小时** | 到案之时 | — |'
    assert rows[3] == "| T-07 {: #t-07 } | 反馈 | 每季度一次 |"
    assert lines.index("## 算不出到期日的 {#open}") < lines.index(rows[3])


def test_limits_are_offered_by_area(handbook: Handbook) -> None:
    form = next(line for line in composed(handbook, "reference/calculator.md") if "<form" in line)

    assert '<optgroup label="信访举报"><option value="t-04">T-04 告知（15个工作日内）</option>' in form
    assert '<option value="t-16-2">T-16 持续：要移交的（24小时）</option>' in form
    assert "t-07" not in form.partition("<script")[0]
