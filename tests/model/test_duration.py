import pytest

from handbook.model.duration import durations


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("15个工作日内告知", ["15个工作日"]),
        ("十五个工作日内告知", ["15个工作日"]),
        ("一般三个月，可延长3个月", ["3个月", "3个月"]),
        ("两日内移交，10 天内办结", ["2日", "10日"]),
        ("24小时内上报", ["24小时"]),
        ("二十一日", ["21日"]),
        ("1年半内、一年半以后，1年内", ["18个月", "18个月", "1年"]),
        ("2099年3月15日收到", []),
        ("第三日、第十五条、每季度首月15日前", []),
        ("当日、次日、工作日", []),
    ],
)
def test_lengths_of_time_are_found_and_dates_are_none(text: str, meant: list[str]) -> None:
    assert [str(duration) for _, duration in durations(text)] == meant
