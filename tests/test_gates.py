"""The gate of the sources: hostile and careless pages are refused at their line, what authors need goes through."""

from pathlib import Path

import pytest

import hostile
from hostile_project import check_files, verdict

PAGES = {
    f"{group}: {name}": case
    for group in ("SCRIPTS", "ATTRIBUTES", "ADDRESSES", "TITLES", "DIAGRAMS")
    for name, case in getattr(hostile, group).items()
}


@pytest.mark.parametrize("name", PAGES)
def test_a_hostile_page_is_refused_at_its_line(name: str, tmp_path: Path) -> None:
    text, expected = PAGES[name]

    assert expected in verdict(check_files(tmp_path, {"docs/index.md": text}), "docs/index.md")


@pytest.mark.parametrize("name", hostile.SAFE)
def test_what_authors_need_goes_through(name: str, tmp_path: Path) -> None:
    assert [str(d) for d in check_files(tmp_path, {"docs/index.md": hostile.SAFE[name]})] == []
