"""Our own fictitious case obeys what it teaches, and each rule notices when it is broken."""

import datetime as dt
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
import yaml

from clock_oracle import Oracle, as_date
from handbook import rules
from handbook.documents import collect, verify
from handbook.exporters.casefile import case_files
from handbook.exporters.docx import export
from handbook.model.casefile import Approval, CaseDocument, CaseFile
from handbook.model.handbook import Handbook
from handbook.model.value import Scalar
from handbook.sources.casefile import FILE, read_casefile
from handbook.sources.casefile_filling import REFERENCE, filled

DOCS = Path(__file__).parents[1] / "docs"
STAGES = ("登记", "处置", "初核", "立案", "审查", "审理", "处分", "执行", "归档")
LIMITS = {"T-01", "T-04", "T-05", "T-12", "T-13", "T-23", "T-26", "T-28", "T-29", "T-42"}
Change = Callable[[CaseDocument], CaseDocument]


@pytest.fixture(scope="module")
def case(handbook: Handbook) -> CaseFile:
    assert handbook.casefile is not None
    return handbook.casefile


class CaseClock(Oracle):
    """The oracle of the calculator with the holidays that the case made up."""

    def __init__(self) -> None:
        super().__init__(2003)
        announced = yaml.safe_load((DOCS / FILE).read_text(encoding="utf-8"))["日历"]
        self.years = set(announced)
        for announcement in announced.values():
            self.on |= {as_date(day) for day in announcement["上班"]}
            for written in announcement["放假"].values():
                first, _, last = str(written).partition("至")
                days = (as_date(last or first) - as_date(first)).days
                self.off |= {as_date(first) + dt.timedelta(days=number) for number in range(days + 1)}


def last_days(handbook: Handbook, case: CaseFile) -> Iterator[tuple[CaseDocument, str, str, dt.date, dt.date | None]]:
    """Every limit that runs and has a last day: document, id, part, last day by the oracle, and the day it was done."""
    clock = CaseClock()
    for document in case.documents:
        for running in document.runnings:
            part = running.part.text if running.part else ""
            limits = handbook.deadlines[running.deadline.text].limits
            limit = next(limit for limit in limits if limit.name == part)
            if limit.length is not None:
                start = document.date(running.start)
                counting = {"unit": limit.unit.value, "amount": limit.length.amount, "rolls": limit.rolls}
                answer = clock.last({**counting, "start": str(start)})
                yield document, running.deadline.text, part, as_date(answer["last"]), document.date(running.done)


def found(handbook: Handbook, case: CaseFile, code: str) -> list[str]:
    """What a rule finds in the case."""
    rule = next(rule for rule in rules.all_rules() if rule.code == code)
    assert rule.check is not None
    return [finding.message for finding in rule.check(replace(handbook, casefile=case))]


def changed(case: CaseFile, id_: str, change: Change) -> CaseFile:
    """The case with one document changed."""
    documents = tuple(change(one) if one.id == id_ else one for one in case.documents)
    assert documents != case.documents
    return replace(case, documents=documents)


def dated(name: str, day: dt.date) -> Change:
    """The document with a fact that holds another day."""

    def change(one: CaseDocument) -> CaseDocument:
        fact = one.facts[name]
        return replace(one, facts={**one.facts, name: replace(fact, text=str(day))})

    return change


def test_the_case_runs_from_the_first_stage_to_the_last(case: CaseFile) -> None:
    assert case.stages == STAGES
    assert {document.stage.text for document in case.documents} == set(STAGES)
    assert len(case.documents) >= 25
    assert all(document.why and document.mistakes for document in case.documents)


def test_every_limit_that_applies_runs_and_is_kept(handbook: Handbook, case: CaseFile) -> None:
    running = {one.deadline.text for document in case.documents for one in document.runnings}
    late = [(d.id, code, last, done) for d, code, _, last, done in last_days(handbook, case) if done and done > last]

    assert running == LIMITS
    assert late == []


def test_a_document_states_the_last_day_that_the_oracle_counts(handbook: Handbook, case: CaseFile) -> None:
    days = {(document.id, code, part): last for document, code, part, last, _ in last_days(handbook, case)}
    stated = {
        (document.id, one.deadline.text, one.part.text if one.part else ""): document.date(one.written)
        for document in case.documents
        for one in document.runnings
        if one.written
    }

    assert len(stated) >= 8
    assert {key: days[key] for key in stated} == stated


def test_nobody_signs_or_decides_on_a_day_off(case: CaseFile) -> None:
    clock = CaseClock()
    days = {(d.id, as_date(d.day.text)) for d in case.documents}
    days |= {(d.id, day) for d in case.documents for a in d.approvals if (day := d.date(a.day))}

    assert sorted(id_ for id_, day in days if not clock.works(day)) == []


def test_those_who_investigated_do_not_review(case: CaseFile) -> None:
    facts = {name: fact.text for document in case.documents for name, fact in document.facts.items()}
    investigators = {facts["审查组组长"], *facts["审查组成员"].split("、"), facts["谈话人一"], facts["谈话人二"]}
    reviewed = [one for one in case.documents if one.code.text in ("SL-W02", "SL-W03")]
    reviewers = {one.facts[name].text for one in reviewed for name in one.own if name in REVIEWING}
    reviewers |= {row["审议人"].text for one in reviewed for row in one.rows.get("审议意见", ())}

    assert len(reviewers) >= 3
    assert investigators & reviewers == set()


REVIEWING = {"审理人员一", "审理人员二", "记录人", "审议主持人"}


def test_the_volumes_handed_over_have_as_many_pages_as_their_tables_of_contents_say(case: CaseFile) -> None:
    handed = next(one for one in case.documents if one.code.text == "SL-W01").rows["移送材料"]
    volumes = {row["材料名称"].text: row["材料页数"].text for row in handed if row["材料名称"].text in case.volumes}
    counted = {one.volume.text: one.facts["总页数"].text for one in case.documents if one.contents}

    assert volumes.keys() == {"审查卷第一册", "审查卷第二册"}
    assert volumes == {volume: counted[volume] for volume in volumes}


def test_numbers_of_documents_are_given_once_and_in_the_order_of_their_days(case: CaseFile) -> None:
    numbers = [one.facts["文号"].text for one in case.in_time if "文号" in one.own]
    township = [int(number.partition("〕")[2].removesuffix("号")) for number in numbers if number.startswith("示镇纪")]

    assert Counter(numbers).most_common(1)[0][1] == 1
    assert township == sorted(township)


def test_a_day_that_is_a_fact_is_referred_to_and_not_typed_again(case: CaseFile) -> None:
    written = (DOCS / FILE).read_text(encoding="utf-8")
    named = {fact.text for fact in case.facts.values() if len(fact.text) == 10}
    shown = {f"{int(day[:4])}年{int(day[5:7])}月{int(day[8:])}日" for day in named if day[4] == "-"}
    content = [line for line in written.splitlines() if "错:" not in line]

    assert [line for line in content if any(day in line for day in shown)] == []
    assert len(REFERENCE.findall(written)) >= 30


def test_verify_finds_only_the_identity_numbers_that_must_fail(
    handbook: Handbook, case: CaseFile, tmp_path: Path
) -> None:
    for address, content in case_files(handbook.case_documents):
        if address.endswith(".docx"):
            (tmp_path / Path(address).name).write_bytes(content)
    lines = verify(collect([tmp_path]), handbook, export)

    others = [str(line) for line in lines if line.code != "DOC011" and "校验位" not in line.message]
    people = {name for person in case.people.values() for name in person}
    differing = {line.message.partition("”")[0].removeprefix("“") for line in lines if line.code == "DOC011"}
    assert others == []
    assert differing <= case.apart | people


def test_a_day_too_late_is_noticed_for_every_limit(handbook: Handbook, case: CaseFile) -> None:
    kept = [item for item in last_days(handbook, case) if item[4]]
    assert len(kept) >= 6
    for document, code, _, last, _ in kept:
        done = next(one.done for one in document.runnings if one.deadline.text == code and one.done)
        broken = changed(case, document.id, dated(done.text, last + dt.timedelta(days=1)))
        assert any(message.startswith(f"{code} 最晚") for message in found(handbook, broken, "CAS006")), document.id


def test_a_last_day_that_is_one_day_off_is_noticed(handbook: Handbook, case: CaseFile) -> None:
    for document in case.documents:
        for running in document.runnings:
            day = document.date(running.written)
            if running.written and day:
                broken = changed(case, document.id, dated(running.written.text, day + dt.timedelta(days=1)))
                assert found(handbook, broken, "CAS006"), (document.id, running.deadline.text)


def test_an_approver_who_is_missing_or_another_is_noticed(handbook: Handbook, case: CaseFile) -> None:
    named = {reference.code for matter in handbook.authority.values() for reference in matter.templates}
    ruled = [one for one in case.documents if one.matter or one.code.text in named]
    assert {one.code.text for one in ruled} >= {"XF-W03", "SC-W02", "SC-W10", "SC-W12", "SC-W24", "SL-W04", "DW-W02"}
    for document in ruled:
        nobody = changed(case, document.id, lambda one: replace(one, approvals=one.approvals[:-1]))
        assert found(handbook, nobody, "CAS007"), document.id
        stranger = (Approval(Scalar("审查组组长", document.span), document.approvals[0].day),)
        other = changed(case, document.id, lambda one, s=stranger: replace(one, approvals=(*one.approvals, *s)))
        assert found(handbook, other, "CAS007"), document.id


def test_documents_out_of_order_are_noticed(handbook: Handbook, case: CaseFile) -> None:
    early = Scalar("2099-01-01", case.span)
    for document in case.documents[2:]:
        if not document.contents and document.id not in ("xf-w01", "sc-w01"):
            broken = changed(case, document.id, lambda one: replace(one, day=early))
            assert found(handbook, broken, "CAS005"), document.id


def test_another_value_of_the_same_fact_is_noticed(handbook: Handbook, tmp_path: Path) -> None:
    written = (DOCS / FILE).read_text(encoding="utf-8")
    place = "      立案依据: 《监督执纪规则》"
    assert written.count(place) == 1
    (tmp_path / FILE).parent.mkdir(parents=True)
    (tmp_path / FILE).write_text(written.replace(place, f"      立案日期: 2099-03-11\n{place}"), encoding="utf-8")
    case, faults = read_casefile(tmp_path)

    assert case is not None
    assert faults == ()
    broken = filled(case, handbook.templates, handbook.registers.facts or {})
    assert any(message.startswith("“立案日期”这里是") for message in found(handbook, broken, "CAS004"))
