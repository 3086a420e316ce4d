"""Every rule on its fixtures: miniature projects with the fault, and without any."""

import datetime as dt
import shutil
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


def project(root: Path, name: str = "PAG024-unknown-neighbour") -> Path:
    return Path(shutil.copytree(FIXTURES / name / "good", root / "handbook"))


def codes(root: Path) -> list[str]:
    return [diagnostic.code for diagnostic in check(root)]


def test_settings_that_cannot_be_read_are_all_that_is_told(tmp_path: Path) -> None:
    settings = project(tmp_path) / "mkdocs.yml"
    settings.write_text(
        f"{settings.read_text(encoding='utf-8')}nav:\n  - 首页: index.md\n - 甲: a.md\n", encoding="utf-8"
    )

    assert codes(settings.parent) == ["PAG006"]


def test_a_mistyped_front_matter_is_not_told_again_by_the_pages_that_name_the_procedure(tmp_path: Path) -> None:
    root = project(tmp_path)
    page = root / "docs/b.md"
    page.write_text(page.read_text(encoding="utf-8").replace("title: ", "title：", 1), encoding="utf-8")

    assert codes(root) == ["PAG006"]


def test_a_mistyped_register_is_not_told_again_by_the_pages_that_use_it(tmp_path: Path) -> None:
    root = project(tmp_path, "DLN003-undeclared-limit")
    register = root / "docs/reference/deadlines.yml"
    register.write_text(register.read_text(encoding="utf-8").replace("T-01:", "T-01：", 1), encoding="utf-8")

    assert codes(root) == ["PAG006"]


@pytest.mark.parametrize(
    ("correct", "mistyped", "told"),
    [
        (" {#s2}", "", ["PAG022"]),
        ("deadlines: [T-01]", "deadlines: [T-01，T-02]", ["PAG013"]),
        ("deadlines: [T-01]", "deadlines: 【T-01】", ["PAG013"]),
        ("reviewed: 2026-11-01", "reviewed: 2026-11-31", ["PAG006"]),
    ],
)
def test_a_mistake_on_a_page_is_told_once(tmp_path: Path, correct: str, mistyped: str, told: list[str]) -> None:
    root = project(tmp_path, "DLN003-undeclared-limit")
    page = root / "docs/a.md"
    page.write_text(page.read_text(encoding="utf-8").replace(correct, mistyped, 1), encoding="utf-8")

    assert codes(root) == told


def test_a_mistyped_mark_of_a_document_is_told_by_the_rules_of_documents(tmp_path: Path) -> None:
    root = project(tmp_path, "TPL003-bad-grid")
    page = root / "docs/form.md"
    lines = page.read_text(encoding="utf-8").split("\n")
    row = next(number for number, line in enumerate(lines) if line.startswith("| "))
    lines[row] = lines[row].replace("|", "｜")
    page.write_text("\n".join(lines), encoding="utf-8")

    assert "TPL003" in codes(root)
    assert "PAG039" not in codes(root)
