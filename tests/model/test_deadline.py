import pytest

from handbook.model.deadline import Length, Unit, mentioned


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("5个工作日（T-03），再看 T-04、T-03。", ("T-03", "T-04")),
        ("T-16至T-18", ("T-16", "T-17", "T-18")),
        ("T-16 到 T-17，T-20", ("T-16", "T-17", "T-20")),
        ("XT-04、T-4、T-0404、T-04a、SC-W04", ()),
        ("T-18至T-16", ("T-18", "T-16")),
    ],
)
def test_ids_are_found_once_and_ranges_are_spelled_out(text: str, ids: tuple[str, ...]) -> None:
    assert mentioned(text) == ids


@pytest.mark.parametrize(
    ("unit", "written"),
    [(Unit.WORKDAY, "3个工作日"), (Unit.DAY, "3日"), (Unit.MONTH, "3个月"), (Unit.YEAR, "3年"), (Unit.HOUR, "3小时")],
)
def test_a_length_is_written_as_texts_write_it(unit: Unit, written: str) -> None:
    assert str(Length(3, unit).duration) == written
    assert Length.of(Length(3, unit).duration) == Length(3, unit)
