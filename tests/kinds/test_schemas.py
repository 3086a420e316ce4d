"""The kinds of page and their schemas."""

from pathlib import Path

from handbook.kinds import schemas

MADE = {
    "case-document",
    "page",
    "packet",
    "statute",
}  # the frame of all, and the pages that the build makes of a register


def test_each_kind_is_found_by_its_file_and_has_a_theme_template(repo_root: Path) -> None:
    shown = {path.stem for path in (repo_root / "overrides/kinds").glob("*.html")}

    assert {"area", "procedure", "statutes", "template"} <= schemas().keys()
    assert shown - MADE == schemas().keys()


def test_every_kind_asks_who_looks_after_the_page_and_until_when() -> None:
    for schema in schemas().values():
        required = {key.name for key in schema.required}
        assert required >= {"kind", "title", "summary", "owner", "reviewed", "review_in"}


def test_a_key_is_guessed_from_a_slip_or_from_its_chinese_name() -> None:
    schema = schemas()["procedure"]

    assert [schema.likely(name) for name in ("sumary", "Title", "复核日期", "时限", "页眉")] == [
        "summary",
        "title",
        "reviewed",
        "deadlines",
        "",
    ]
