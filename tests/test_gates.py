"""The gate of the sources: hostile and careless inputs are refused at their line, what authors need goes through."""

import os
import time
from pathlib import Path

import pytest

import hostile
import hostile_texts
from hostile_files import FILES
from hostile_project import HOME, SECONDS, check_files, verdict

PAGES: dict[str, tuple[str | bytes, str]] = {
    f"{group}: {name}": case
    for table, groups in (
        (hostile, ("SCRIPTS", "ATTRIBUTES", "ADDRESSES", "TITLES", "DIAGRAMS")),
        (hostile_texts, ("ENCODINGS", "FRONT_MATTERS", "STRUCTURES")),
    )
    for group in groups
    for name, case in getattr(table, group).items()
}
PAGES |= {f"SAFE: {name}": (text, "") for name, text in hostile.SAFE.items()}


def is_as_expected(expected: str, root: Path, files: dict[str, str | bytes], path: str) -> None:
    found = check_files(root, files)

    if expected:
        assert expected in verdict(found, path)
    else:
        assert [str(d) for d in found] == []


@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_refused_at_its_line_or_goes_through(name: str, tmp_path: Path) -> None:
    text, expected = PAGES[name]

    is_as_expected(expected, tmp_path, {"docs/index.md": text}, "docs/index.md")


@pytest.mark.parametrize("name", hostile_texts.NAMES)
def test_a_name_is_refused_or_goes_through(name: str, tmp_path: Path) -> None:
    path, expected = hostile_texts.NAMES[name]
    found = check_files(tmp_path, {"docs/index.md": HOME, f"docs/{path}": HOME})

    codes = {d.code for d in found} - {"LNK014"}
    assert all(d.hint for d in found)
    assert expected in codes if expected else codes == set()


@pytest.mark.parametrize("name", hostile_texts.TWINS)
def test_files_that_cannot_stand_together_are_refused(name: str, tmp_path: Path) -> None:
    paths, reported, code = hostile_texts.TWINS[name]
    content = "<!doctype html><p>甲\n" if len(paths) == 1 else HOME

    found = check_files(tmp_path, {f"docs/{path}": content for path in paths})

    assert code in verdict(found, f"docs/{reported}")


def test_a_name_that_is_not_utf8_is_refused(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / os.fsdecode(b"\xff\xfe.md")).write_text(HOME, encoding="utf-8")

    assert "PAG005" in {d.code for d in check_files(tmp_path, {})}


@pytest.mark.parametrize("name", FILES)
def test_a_file_is_refused_or_goes_through(name: str, tmp_path: Path) -> None:
    path, make, expected = FILES[name]
    start = time.process_time()

    is_as_expected(expected, tmp_path, {f"docs/{path}": make()}, f"docs/{path}")

    assert time.process_time() - start < SECONDS
