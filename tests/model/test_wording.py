from documents import read
from handbook.model.wording import hanzi_number, label_lines, prefixes


def words(body: str) -> list[str]:
    return list(prefixes(read(f"---\nkind: template\n---\n{body}").blocks))


def test_levels_are_numbered_afresh_below_each_heading() -> None:
    body = "# 题\n## 甲\n### 乙\n### 丙\n#### 丁\n##### 戊\n## 己\n### 庚"

    assert words(body) == ["", "一、", "（一）", "（二）", "1.", "（1）", "二、", "（一）"]


def test_one_attachment_has_no_number_and_several_have() -> None:
    assert words("{附件}甲\n\n正文\n\n{附件}乙\n{附件}丙") == ["附件：", "", "附件：1. ", "2. "]


def test_questions_and_answers_are_told_apart() -> None:
    assert words("{问}甲\n{答}乙\n{问}丙") == ["问：", "答：", "问："]


def test_numbers_in_hanzi() -> None:
    assert [hanzi_number(n) for n in (1, 9, 10, 11, 20, 21, 99)] == [
        "一",
        "九",
        "十",
        "十一",
        "二十",
        "二十一",
        "九十九",
    ]


def test_a_long_label_breaks_before_its_brackets() -> None:
    assert label_lines("检举控告人（另册密存）") == ("检举控告人", "（另册密存）")
    assert label_lines("单位（章）") == ("单位（章）",)
    assert label_lines("（由承办人填写）") == ("（由承办人填写）",)
