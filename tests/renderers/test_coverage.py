"""The coverage table counts what stands in the sources, and makes what is missing seen."""

from __future__ import annotations

from pathlib import Path

from handbook.model.handbook import Handbook
from handbook.renderers.coverage import compose, coverage
from registers import page, registers

CHART = """```mermaid
flowchart TD
    accTitle: 图
    accDescr: 图。
    s1["登记"] --> d1{"归谁管？"}
    d1 -->|本级| s2["报批"]
    d1 -->|上级| e1(["径送"])
    s2 --> e2(["办结"])
```"""
FULL = f"""## 办理步骤

### 1. 登记 {{#s1}}

初核以前先登记，用[登记表](a-w01.md)。

- **谁办**：专人。
- **依据**：《示例规则》第三条。

### 2. 报批 {{#s2}}

报批。

- **依据**：《示例规则》第四条第一款、第五条。

## 流程图

{CHART}
"""
TASKS = "{甲事: s1, 乙事: s1, 丙事: s2}"
TEMPLATE = page(
    "template", "登记表", "{{编号}}", code="XF-W01", area="petitions", version="2", fields="{编号: {类型: 编号}}"
)
STATUTES = """shili-guize:
  名称: 示例规则
  简称: [示例规则]
  状态: 现行有效
  条数: 9
  要点: {第三条: 登记, 第四条: 报批, 第五条: 报告}
"""
AREA = page("area", "信访举报", "说明。", area="petitions")


def made(root: Path, **pages: str) -> Handbook:
    register = root / "docs/reference/statutes.yml"
    register.parent.mkdir(parents=True)
    register.write_text(STATUTES, encoding="utf-8")
    keys = {"area": "petitions", "tasks": TASKS, "deadlines": "[T-04]", "templates": "[XF-W01]"}
    full = page("procedure", "受理", FULL, code="XF-01", **keys)
    return registers(
        root,
        **{
            "receive": full,
            "a-w01": TEMPLATE,
            "area": AREA,
            "coverage": page("coverage", "覆盖表", "## 怎么看\n\n看。"),
        },
        **pages,
    )


def table(root: Path, **pages: str) -> list[str]:
    handbook = made(root, **pages)
    return compose(handbook.pages["coverage.md"], handbook).split("\n")


def test_a_procedure_is_counted_from_its_page(tmp_path: Path) -> None:
    row = next(line for line in table(tmp_path) if line.startswith("| [XF-01 受理]"))

    cells = [cell.strip() for cell in row.strip("|").split("|")]
    assert cells[1:] == ["2", "5", "1", "1", "1", "3", "1", "3", "2099-01-05", "2100-01-05", "—"]


def test_what_a_procedure_lacks_is_said(tmp_path: Path) -> None:
    bare = page(
        "procedure", "转送", "## 办理步骤\n\n### 1. 看 {#s1}\n\n看。\n", code="XF-02", templates="[XF-W01, XF-W09]"
    )
    handbook = made(tmp_path, bare=bare)

    assert coverage(handbook.procedures["XF-02"], handbook).gaps == (
        "流程图",
        "依据",
        "任务（少于3条）",
        "第1步的依据",
        "XF-W01用在哪一步",
        "文书XF-W09",
    )


def test_a_chart_without_a_fork_is_missing_its_decisions(tmp_path: Path) -> None:
    straight = FULL.replace(CHART, '```mermaid\nflowchart TD\n    s1["登记"] --> s2["报批"]\n```')
    handbook = made(tmp_path, line=page("procedure", "直线", straight, code="XF-03", tasks=TASKS))

    assert coverage(handbook.procedures["XF-03"], handbook).gaps == ("图上的判断",)


def test_documents_tell_which_procedures_use_them(tmp_path: Path) -> None:
    unused = page(
        "template", "闲表", "{{编号}}", code="XF-W02", area="petitions", version="1", fields="{编号: {类型: 编号}}"
    )
    lines = table(tmp_path, unused=unused)

    assert "| [XF-W01 登记表](a-w01.md) | 1 | 2 | [XF-01](receive.md) | — |" in lines
    assert "| [XF-W02 闲表](unused.md) | 1 | 1 | **缺** | 没有流程用它 |" in lines
    assert "| 没有流程用的文书 | 1份 |" in lines


def test_our_own_procedures_lack_no_chart_no_fork_and_no_basis(handbook: Handbook) -> None:
    found = {code: coverage(page, handbook).gaps for code, page in handbook.procedures.items()}

    grave = {"步骤", "流程图", "图上的判断", "依据"}
    assert len(found) == 38
    assert {code: gaps for code, gaps in found.items() if grave & set(gaps)} == {}
