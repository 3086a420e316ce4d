"""Which statute a name means."""

import pytest

from handbook.diagnostics import Span
from handbook.model.statute import Status, Statute, StatuteNames, split_year

SPAN = Span("docs/reference/statutes.yml")


def statute(id_: str, title: str, *names: str, status: Status = Status.IN_FORCE) -> Statute:
    return Statute(id_, title, SPAN, names, status=status)


NAMES = StatuteNames(
    [
        statute("shili-fa-2099", "中华人民共和国示例法", "示例法"),
        statute("shili-fa-2089", "中华人民共和国示例法", "示例法2089", status=Status.AMENDED),
        statute("shili-tiaoli-2088", "示例法实施条例（2088年文本）", "示例条例2088", status=Status.AMENDED),
        statute("jia-guiding-2097", "甲机关示例规定", "示例规定"),
        statute("yi-guiding-2098", "乙机关示例规定", "示例规定"),
    ]
)


@pytest.mark.parametrize(
    ("name", "year", "ids"),
    [
        ("示例法", "", ["shili-fa-2099"]),
        ("中华人民共和国示例法", "", ["shili-fa-2099"]),
        (" 示例 法 ", "", ["shili-fa-2099"]),
        ("示例法（2089年）", "", ["shili-fa-2089"]),
        ("示例法（2089年修正）", "", ["shili-fa-2089"]),
        ("示例法(2089)", "", ["shili-fa-2089"]),
        ("示例法2089", "", ["shili-fa-2089"]),
        ("2089年示例法", "", ["shili-fa-2089"]),
        ("示例法", "2089", ["shili-fa-2089"]),
        ("示例法（2099年修正）", "", ["shili-fa-2099"]),
        ("中华人民共和国示例法（2089年）", "", ["shili-fa-2089"]),
        ("示例法（2079年）", "", []),
        ("示例条例2088", "", ["shili-tiaoli-2088"]),
        ("示例条例（2088年文本）", "", ["shili-tiaoli-2088"]),
        ("示例条例", "", []),
        ("示例规定", "", ["jia-guiding-2097", "yi-guiding-2098"]),
        ("示例规定", "2098", ["yi-guiding-2098"]),
        ("别的法", "", []),
    ],
)
def test_a_name_finds_the_statutes_that_it_may_mean(name: str, year: str, ids: list[str]) -> None:
    assert [one.id for one in NAMES.find(name, year)] == ids


def test_editions_are_told_apart_by_their_year_only() -> None:
    assert [one.id for one in NAMES.editions("示例法2079")] == ["shili-fa-2099", "shili-fa-2089"]
    assert split_year("示例法") == ("示例法", "")


def test_no_register_has_no_names() -> None:
    assert not StatuteNames()
    assert StatuteNames().find("示例法") == ()
