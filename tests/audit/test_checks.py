"""Every check of the built site: its bad and good fixtures, its manual, and what it says about whole sites."""

import json
from pathlib import Path

import pytest

from handbook.audit import Check, all_checks, audit
from handbook.diagnostics import Diagnostic, Severity

FIXTURES = Path(__file__).parents[1] / "fixtures/audit"
FOLDERS = sorted(FIXTURES.iterdir())


def findings(folder: Path, side: str) -> tuple[Diagnostic, ...]:
    options = folder / "options.json"
    chosen = json.loads(options.read_text(encoding="utf-8")) if options.exists() else {}
    return audit(folder / side, shown="", **{"intranet": False, **chosen})


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_bad_fixture_gives_exactly_the_expected_lines(folder: Path) -> None:
    code = folder.name.partition("-")[0]
    expected = (folder / "bad/expected.txt").read_text(encoding="utf-8").splitlines()

    assert [str(found) for found in findings(folder, "bad") if found.code == code] == expected


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_good_fixture_gives_nothing(folder: Path) -> None:
    assert [str(found) for found in findings(folder, "good")] == []


def test_every_check_has_a_fixture_and_every_fixture_a_check() -> None:
    assert [folder.name for folder in FOLDERS] == [f"{check.code}-{check.name}" for check in all_checks()]


@pytest.mark.parametrize("check", all_checks(), ids=lambda check: check.code)
def test_manual_says_why_and_shows_wrong_and_right(check: Check) -> None:
    assert check.manual.splitlines()[0].endswith("。")
    assert [word for word in ("为什么：", "错误：", "正确：") if word not in check.manual] == []


def test_what_breaks_an_intranet_is_an_error_there_and_a_warning_elsewhere() -> None:
    site = FIXTURES / "AUD007-outside-request/bad"

    def severities(*, intranet: bool) -> set[Severity]:
        return {found.severity for found in audit(site, intranet=intranet) if found.code == "AUD007"}

    assert severities(intranet=True) == {Severity.ERROR}
    assert severities(intranet=False) == {Severity.WARNING}
