"""Every rule on its fixtures: miniature projects with the fault, and without any."""

import datetime as dt
from pathlib import Path

import pytest

from handbook import rules, sources
from handbook.diagnostics import Diagnostic
from handbook.settings import read_settings

FIXTURES = Path(__file__).parents[1] / "fixtures" / "rules"
TODAY = dt.date(2026, 11, 25)
RULES = rules.all_rules()


def check(root: Path) -> tuple[Diagnostic, ...]:
    return rules.check(sources.load(root, today=TODAY, settings=read_settings(root)))


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_bad_fixture_gives_exactly_the_expected_lines(rule: rules.Rule) -> None:
    bad = FIXTURES / f"{rule.code}-{rule.name}" / "bad"
    expected = (bad / "expected.txt").read_text(encoding="utf-8").splitlines()

    found = [str(diagnostic) for diagnostic in check(bad) if diagnostic.code == rule.code]

    assert expected, "expected.txt is empty: the fixture proves nothing"
    assert found == expected


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_good_fixture_gives_no_diagnostic_of_any_rule(rule: rules.Rule) -> None:
    assert [str(diagnostic) for diagnostic in check(FIXTURES / f"{rule.code}-{rule.name}" / "good")] == []


def test_no_fixture_is_without_a_rule() -> None:
    assert sorted(path.name for path in FIXTURES.iterdir()) == [f"{rule.code}-{rule.name}" for rule in RULES]


def test_a_reasoned_comment_silences_its_rule_on_its_page_only(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "mkdocs.yml").write_text("site_name: 示例\n", encoding="utf-8")
    comment = "<!-- handbook: ignore LNK001 二期上线 -->"
    (tmp_path / "docs/index.md").write_text(f"# 甲\n\n{comment}\n[乙](b.md)\n\n[丙](c.md)\n", encoding="utf-8")
    (tmp_path / "docs/c.md").write_text("# 丙\n\n[乙](b.md)\n", encoding="utf-8")

    assert [(d.span.path, d.code) for d in check(tmp_path)] == [("docs/c.md", "LNK001")]
