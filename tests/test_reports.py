from __future__ import annotations

import json

from handbook.diagnostics import Diagnostic, Severity, Span, ordered
from handbook.reports import report

DEAD = Diagnostic(Span("docs/a.md", 3, 5), "LNK001", "dead-link", "链接“b.md”不存在", "改对路径", target="b.md")
LATE = Diagnostic(
    Span("docs/a,1.md", 1, 1), "PAG013", "review-overdue", "过了100%，\n该核对", severity=Severity.WARNING
)


def test_text_is_one_line_a_finding() -> None:
    assert report([DEAD], "text") == "docs/a.md:3:5: LNK001 dead-link 链接“b.md”不存在；改对路径"


def test_json_keeps_every_part_and_the_target_only_of_links() -> None:
    first, second = json.loads(report([DEAD, LATE], "json"))

    assert first == {
        "path": "docs/a.md",
        "line": 3,
        "column": 5,
        "code": "LNK001",
        "rule": "dead-link",
        "severity": "error",
        "message": "链接“b.md”不存在",
        "hint": "改对路径",
        "target": "b.md",
    }
    assert second["severity"] == "warning"
    assert "target" not in second


def test_github_commands_escape_what_would_end_them() -> None:
    line = report([LATE], "github")

    assert line == ("::warning file=docs/a%2C1.md,line=1,col=1,title=PAG013 review-overdue::过了100%25，%0A该核对")


def test_gitlab_fingerprints_stay_when_lines_move_and_differ_for_repeats() -> None:
    moved = Diagnostic(Span("docs/a.md", 9, 5), DEAD.code, DEAD.rule, DEAD.message, DEAD.hint)

    before = json.loads(report([DEAD], "gitlab"))[0]["fingerprint"]
    after = [entry["fingerprint"] for entry in json.loads(report([moved, moved], "gitlab"))]

    assert after[0] == before
    assert after[1] != before


def test_no_findings_are_an_empty_report_that_still_parses() -> None:
    assert report([], "text") == ""
    assert json.loads(report([], "json")) == []
    assert json.loads(report([], "gitlab")) == []


def test_findings_are_sorted_by_place_and_never_repeated() -> None:
    later = Diagnostic(Span("docs/a.md", 10, 1), "LNK001", "dead-link", "甲")
    earlier = Diagnostic(Span("docs/a.md", 9, 1), "LNK002", "dead-anchor", "乙")

    assert ordered([later, earlier, later]) == (earlier, later)
