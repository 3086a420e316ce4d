"""Every fault of a flowchart is reported at its own line, wherever on the page the chart stands."""

import datetime as dt
from pathlib import Path

import pytest

from handbook import rules, sources
from handbook.settings import read_settings

SETTINGS = """\
site_name: 示例
markdown_extensions:
  - admonition
  - pymdownx.details
  - pymdownx.superfences
  - pymdownx.tabbed: {alternate_style: true}
"""
FAULTY = """\
```mermaid
flowchart TD
    s1["登记"] --> d1{"受理？"}
    d1 -->|是| s2[“移交”]
    d1 --> s2; s3
    d1 -->|是| s55
    s2 --> s5["归档"]
    s2 --> s6["审核"]
    s5 --> d2{"齐了？"}
    d2 -->|齐了| s7["补正"]
    s7 --> s8["再审"]
    s8 --> s7
    s6["审查"] --> s9["送达"]
    style s9 fill:#f00
    s10["宣布"] --> e1(["办结"])
```
"""
# The text before the chart, and the columns by which the chart is indented in it.
FRAMES = {
    "plain": ("", 0),
    "admonition": ("!!! note\n\n", 4),
    "details": ('??? note "展开"\n\n', 4),
    "tab": ('=== "甲"\n\n', 4),
    "second tab": ('=== "甲"\n\n    字\n\n=== "乙"\n\n', 4),
    "list": ("1. 先看图\n\n", 4),
    "tab in admonition": ('!!! note\n\n    === "甲"\n\n', 8),
    "admonition in list": ("- 先看图\n\n    !!! note\n\n", 8),
}


def faults(root: Path, before: str, indent: int) -> list[tuple[str, int, int]]:
    """The code, line and column of each finding, counted from the chart's own first line and column."""
    (root / "docs").mkdir(parents=True)
    (root / "mkdocs.yml").write_text(SETTINGS, encoding="utf-8")
    head = f"# 图\n\n{before}"
    chart = "".join(f"{' ' * indent}{line}\n" for line in FAULTY.splitlines())
    (root / "docs/index.md").write_text(head + chart, encoding="utf-8")
    found = rules.check(sources.load(root, today=dt.date(2026, 11, 25), settings=read_settings(root)))
    above = len(head.splitlines())
    return [(d.code, d.span.line - above, d.span.column - indent) for d in found if d.code.startswith("FLW")]


@pytest.mark.parametrize("name", FRAMES)
def test_faults_are_reported_where_they_stand(tmp_path: Path, name: str) -> None:
    plain = faults(tmp_path / "plain", "", 0)

    assert {code for code, _, _ in plain} >= {f"FLW{number:03}" for number in (2, 3, 4, 6, 7, 8, 9, 10, 11, 13, 14, 15)}
    assert faults(tmp_path / "framed", *FRAMES[name]) == plain
