"""The words that people say for those of the handbook."""

import pytest

from handbook.exporters.search import everyday
from handbook.exporters.search.document import Corpus, Document, Unit


def corpus(text: str) -> Corpus:
    return Corpus((Document("a.html", "甲", "流程", "", "", (Unit("", "甲", text),)),))


@pytest.fixture
def listed(monkeypatch: pytest.MonkeyPatch) -> None:
    groups = (("表哥",), ("近亲属", "亲戚")), (("签字", "签名"), ("签字", "签名")), (("2人",), ("2名",))
    monkeypatch.setattr(everyday, "_groups", lambda: groups)


@pytest.mark.usefixtures("listed")
def test_only_words_that_the_handbook_has_are_answered_with() -> None:
    assert everyday.everyday(corpus("亲戚要回避，本人签名")) == [[["表哥"], ["亲戚"]], [["签字", "签名"], ["签名"]]]


def test_the_list_reads_words_that_stand_for_each_other_and_words_that_stand_for_others() -> None:
    made = list(everyday._read("# 人\n\n表哥 堂弟 : 近亲属\n签字 签名\n两名 : 两人\n"))

    assert made == [(("表哥", "堂弟"), ("近亲属",)), (("签字", "签名"), ("签字", "签名")), (("两名",), ("2人",))]


def test_no_word_of_the_shipped_list_is_asked_for_twice() -> None:
    asked = [word for words, _ in everyday._groups() for word in words]

    assert sorted({word for word in asked if asked.count(word) > 1}) == []
