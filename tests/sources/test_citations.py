"""Citations are recognised as people write them, each with its place."""

import random

import pytest

from handbook.diagnostics import Span
from handbook.model.statute import StatuteNames
from handbook.sources.citations import mentions, read_citations


def told(text: str) -> list[str]:
    """Each mention as name[year] and its places; 21.2.1-21.2.3 is a range, ! marks a malformed number."""
    found = []
    for mention in mentions(text):
        parts = []
        for part in mention.parts:
            ends = [part.first] + ([part.last] if part.last else [])
            numbers = ["-".join(_number(end) for end in ends)]
            parts.append(numbers[0] + ("!" if part.suggestion else ""))
        year = f"[{mention.year}]" if mention.year else ""
        found.append(f"{mention.name}{year} {' '.join(parts)}".strip())
    return found


def _number(place) -> str:  # type: ignore[no-untyped-def]
    branch = f"之{place.branch}" if place.branch else ""
    tail = f".{place.paragraph}" if place.paragraph or place.item else ""
    return f"{place.article}{branch}{tail}" + (f".{place.item}" if place.item else "")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("按《甲规则》办", ["甲规则"]),
        ("《甲规则》第二十一条第二款", ["甲规则 21.2"]),
        ("《甲规则》第二十一条第二款、第三十条至第三十二条", ["甲规则 21.2 30-32"]),
        ("《甲规则》第一百三十六条第三项、第四项", ["甲规则 136.0.3 136.0.4"]),
        ("《甲规则》第三十一条第一款、第三款", ["甲规则 31.1 31.3"]),
        ("《甲规则》第二十条第一款第五项、第二十条第二款", ["甲规则 20.1.5 20.2"]),
        ("《甲规则》第22条、第２３条和第 34 条", ["甲规则 22 23 34"]),
        ("《甲规则》第二条和第三条，第五条；第七条", ["甲规则 2 3 5 7"]),
        ("《甲规则》第二条以及第三条/第四条或者第五条", ["甲规则 2 3 4 5"]),
        ("《甲规则》第十至十三条，第十五条", ["甲规则 10-13 15"]),
        ("《甲规则》第21-23条/第25条", ["甲规则 21-23 25"]),
        ("《甲规则》第十条—第十三条", ["甲规则 10-13"]),
        ("《甲规则》第二十一、二十二条", ["甲规则 21 22"]),
        ("《甲规则》第十条第一、二款", ["甲规则 10.1 10.2"]),
        ("《甲规则》第三条第（一）项、第(二)项", ["甲规则 3.0.1 3.0.2"]),
        ("《甲规则》第三条第（一）（二）项、第（四）至（六）项", ["甲规则 3.0.1 3.0.2 3.0.4-3.0.6"]),
        ("《甲规则》第二十条第一款至第三款", ["甲规则 20.1-20.3"]),
        ("《甲规则》第十三条第一款至第十五条第二款", ["甲规则 13.1-15.2"]),
        ("《甲法》第一百二十条之一第二款", ["甲法 120之1.2"]),
        ("《甲规则》第四章第二十条", ["甲规则 20"]),
        ("《甲规则》的第二十条", ["甲规则 20"]),
        ("《甲规则》第二十条（受理）、第三十条〔转引〕、第四十条", ["甲规则 20 30 40"]),
        ("《甲规则》第五条，《乙办法》第三条", ["甲规则 5", "乙办法 3"]),
        ("《甲规则》《乙办法》第三条", ["甲规则", "乙办法 3"]),
        ("《甲法》（2018年）第二十二条", ["甲法[2018] 22"]),
        ("《甲法》（2018年文本，条次待核）第二十二条", ["甲法[2018] 22"]),
        ("2018年版《甲法》第五条", ["甲法[2018] 5"]),
        ("《甲法（2018年）》第五条", ["甲法（2018年） 5"]),
        ("《甲法》（2018年3月通过）第五条", ["甲法"]),
        ("按《甲规则》第二十条办，再看同条第三款第一项和第二项", ["甲规则 20", "甲规则 20.3.1 20.3.2"]),
        ("《甲规则》第二十条第二款，同款第三项", ["甲规则 20.2", "甲规则 20.2.3"]),
        ("《甲规则》第二十条；该条", ["甲规则 20", "甲规则 20"]),
        ("《甲规则》第二十条；该规则第三十条", ["甲规则 20", "甲规则 30"]),
        ("同条第三款", []),
        ("第三条", []),
        ("《甲规则》第二条线索", ["甲规则"]),
        ("《甲规则》第二条例", ["甲规则"]),
        ("《甲规则》第十条，第一项写事由", ["甲规则 10"]),
        ("《甲规则》\0第三条", ["甲规则"]),
        ("《甲规则》第一百十条、第一百五条第二款", ["甲规则 110! 105.2!"]),
        ("《甲\n规则》第三条", []),
        ("《甲规则》\n第三条、\n第四条", ["甲规则 3 4"]),
    ],
)
def test_what_a_text_cites(text: str, expected: list[str]) -> None:
    assert told(text) == expected


def test_each_part_has_its_own_words() -> None:
    text = "见《甲规则》第二十条第一款、第（二）项至第（四）项。"
    (mention,) = mentions(text)

    assert text[mention.start : mention.end] == "《甲规则》第二十条第一款、第（二）项至第（四）项"
    assert text[mention.start : mention.name_end] == "《甲规则》"
    assert [text[part.start : part.end] for part in mention.parts] == ["第二十条第一款", "第（二）项至第（四）项"]


def test_a_malformed_number_is_told_how_it_should_be() -> None:
    (mention,) = mentions("《甲规则》第一百十条第二款、第十十条")

    assert [part.suggestion for part in mention.parts] == ["第一百一十条第二款", "第二十条"]


def test_citations_know_what_stands_around_them() -> None:
    text = "先登记：《甲规则》第五条“先编号”。"
    (citation,) = read_citations(text, StatuteNames(), lambda offset: Span("a.md", 3, offset + 1), "s1")

    assert (citation.before, citation.text, citation.behind) == ("先登记：", "《甲规则》第五条", "“先编号”。")
    assert (citation.statute, citation.place, citation.cited[0].span) == ("", "s1", Span("a.md", 3, 10))


def test_any_text_is_read_in_reasonable_time_and_in_order() -> None:
    pieces = [
        *"《》第条款项十百三一〇之至、和；，（）(1 2",
        "《甲规则》",
        "第三条",
        "同条",
        "该规则",
        "\0",
        "2018年版",
        "第二章",
    ]
    dice = random.Random(20261125)
    for _ in range(3000):
        text = "".join(dice.choice(pieces) for _ in range(dice.randrange(1, 60)))
        found = mentions(text)
        offsets = [offset for mention in found for offset in (mention.start, mention.end)]
        assert offsets == sorted(offsets)
        for mention in found:
            inner = [offset for part in mention.parts for offset in (part.start, part.end)]
            assert inner == sorted(inner)
            assert all(mention.start <= offset <= mention.end for offset in inner)


@pytest.mark.parametrize(
    "text",
    [
        "《甲规则》" + "第十条、" * 5000,
        "《甲规则》第" + "十、" * 20000,
        "《甲》（" * 20000,
        "《甲规则》第三条" + "（" * 20000,
    ],
)
def test_long_texts_take_no_time_to_speak_of(text: str) -> None:
    assert mentions(text)
