"""The kinds of page and their schemas."""

from handbook.kinds import schemas


def test_each_kind_is_found_by_its_file() -> None:
    assert sorted(schemas()) == ["area", "check", "guide", "home", "packets", "procedure", "template"]


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
