"""Words to compare pinyin and wrong characters with, and how they sound."""

from handbook.exporters.search.document import Corpus, Document, Unit
from handbook.exporters.search.sounds import sounds
from handbook.exporters.search.words import words


def corpus(text: str, *, title: str = "受理", also: tuple[str, ...] = ()) -> Corpus:
    return Corpus((Document("a.html", title, "流程", "", "", (Unit("", title, text, also),), also),))


def test_titles_and_what_people_call_a_page_are_words() -> None:
    assert words(corpus("", title="受理、登记（XF-01）", also=("收信",))) == ["受理登记", "收信"]


def test_terms_come_first() -> None:
    made = corpus("")

    assert words(Corpus(made.documents, synonyms=(("问题线索", "线索"),)))[:2] == ["问题线索", "线索"]


def test_what_often_stands_together_in_different_company_is_a_word() -> None:
    found = words(corpus("甲留置乙。丙留置丁。戊留置己。庚留置辛。"))

    assert "留置" in found
    assert "甲留" not in found


def test_a_group_that_always_has_the_same_neighbour_is_no_word() -> None:
    assert "检举控" not in words(corpus("甲检举控告乙。丙检举控告丁。戊检举控告己。庚检举控告辛。"))


def test_words_that_do_not_sound_as_their_hanzi_alone_are_told() -> None:
    made = sounds(["重复件", "立案"])

    assert made["special"] == {"重复件": "chong fu jian"}
    assert "立" in made["syllables"]["li"]
    assert made["words"] == "重复件 立案"


def test_common_hanzi_have_a_sound_even_where_no_word_has_them() -> None:
    assert "侯" in sounds([])["syllables"]["hou"]
