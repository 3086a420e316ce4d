from __future__ import annotations

from handbook.diagnostics import Span
from handbook.model.term import Remark, Term, by_name, confused_with

PLACE = Span("docs/reference/glossary.yml")


def term(name: str, *, short: str = "", also: str = "", confusions: str = "") -> Term:
    def remarks(words: str) -> tuple[Remark, ...]:
        return tuple(Remark(word, "两回事", PLACE) for word in words.split())

    return Term(name, "释义", PLACE, short=remarks(short), also=remarks(also), confusions=remarks(confusions))


def glossary(*terms: Term) -> dict[str, Term]:
    return {term.name: term for term in terms}


def test_a_term_is_found_by_its_name_its_abbreviations_and_what_people_call_it() -> None:
    found = by_name(glossary(term("初步核实", short="初核", also="初查")))

    assert {word: found[word].name for word in found} == dict.fromkeys(["初步核实", "初核", "初查"], "初步核实")


def test_the_name_of_a_term_comes_before_the_alias_of_another() -> None:
    found = by_name(glossary(term("核查结论", also="初步核实"), term("初步核实")))

    assert found["初步核实"].name == "初步核实"


def test_two_terms_that_must_not_be_confused_say_so_on_both_sides() -> None:
    inquiry, filing = term("初步核实", confusions="党纪立案"), term("立案审查", short="党纪立案")
    both = glossary(inquiry, filing)

    assert list(confused_with(inquiry, both)) == [("党纪立案", "两回事")]
    assert list(confused_with(filing, both)) == [("初步核实", "两回事")]


def test_the_anchor_of_a_term_has_letters_and_digits_only() -> None:
    assert term("“1+1+N”片区协作").anchor == "t-11N片区协作"
