"""Which unit cites which provision."""

from handbook.exporters.search.citations import cites, laws_of
from handbook.exporters.search.document import Corpus, Document, Law, Unit

RULES = Law(("监督执纪规则", "监督执纪工作规则"), "rules.html")


def corpus(*texts: str, laws: tuple[Law, ...] = (RULES,)) -> Corpus:
    units = tuple(Unit("", "标题", text) for text in texts)
    return Corpus((Document("a.html", "标题", "流程", "", "", units),), laws=laws)


def cited(*texts: str) -> dict[int, dict[int, tuple[int, ...]]]:
    made = corpus(*texts)
    return {law: dict(articles) for law, articles in cites(made, laws_of(made)).items()}


def test_articles_are_found_with_their_units() -> None:
    assert cited("《监督执纪规则》第十条", "《监督执纪工作规则》第十条第二款、第十二条第一项。") == {
        0: {10: (0, 1), 12: (1,)}
    }


def test_a_range_cites_each_of_its_articles() -> None:
    assert cited("《监督执纪规则》第三十条至第三十二条、第四十条") == {0: {30: (0,), 31: (0,), 32: (0,), 40: (0,)}}


def test_paragraphs_and_items_go_on_with_the_same_article() -> None:
    assert cited("《监督执纪规则》第十条第一款、第三款和第十一条") == {0: {10: (0,), 11: (0,)}}


def test_a_law_outside_of_the_register_is_known_by_its_name() -> None:
    made = corpus("《示例办法》第三条，又见《监督执纪规则》第一条")

    assert [law.names for law in laws_of(made)] == [RULES.names, ("示例办法",)]
    assert cites(made, laws_of(made)) == {0: {1: (0,)}, 1: {3: (0,)}}


def test_a_law_that_is_named_without_an_article_is_no_citation() -> None:
    assert cited("按《监督执纪规则》办，第十条另说") == {}
