import pytest

from handbook.model.spelling import did_you_mean, distance, nearest


@pytest.mark.parametrize(
    ("left", "right", "steps"),
    [
        ("", "", 0),
        ("收件日期", "收件日期", 0),
        ("收件日其", "收件日期", 1),
        ("件收日期", "收件日期", 1),
        ("日期", "收件日期", 2),
    ],
)
def test_distance_counts_slips(left: str, right: str, steps: int) -> None:
    assert distance(left, right) == distance(right, left) == steps


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("收件日其", "收件日期"),
        ("姓各", "姓名"),
        ("件号", "件数"),
        ("处理意见书", "处理意见"),
        ("甲", None),
        ("联系方式", None),
    ],
)
def test_the_nearest_word_is_found_when_one_is_near(word: str, meant: str | None) -> None:
    assert nearest(word, ["收件日期", "姓名", "件数", "处理意见", "乙"]) == meant


def test_a_hint_asks_or_gives_other_advice() -> None:
    assert did_you_mean("收件日其", ["收件日期"], "删去") == "是不是“收件日期”？"
    assert did_you_mean("联系方式", ["收件日期"], "删去") == "删去"
