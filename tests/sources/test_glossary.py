from __future__ import annotations

from pathlib import Path

import pytest

from handbook.sources.glossary import read_glossary

ROOT = Path(__file__).parents[2]
GOOD = """初步核实:
  释义: 立案以前查线索
  全称: [对问题线索的初步核实]
  简称: [初核]
  也叫: 初查
  不要混同:
    核实: 一般的查证
  不再使用:
    外调: 旧说法
  依据: 《监督执纪规则》第三十二条
  分组: 线索
  页面提示: 否
"""


def faults(tmp_path: Path, text: str) -> list[str]:
    write(tmp_path, text)
    return [
        f"{fault.span.line}:{fault.span.column} {fault.message}；{fault.hint}" for fault in read_glossary(tmp_path)[1]
    ]


def write(docs: Path, text: str) -> None:
    (docs / "reference").mkdir()
    (docs / "reference/glossary.yml").write_text(text, encoding="utf-8")


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("简称: [初核、初查]", "4:8 术语“初步核实”的“简称”里的几个词连成了一个；用英文逗号隔开：“[初核, 初查]”"),
        ("简称: 初核，初查", "4:7 术语“初步核实”的“简称”里的几个词连成了一个；用英文逗号隔开：“[初核, 初查]”"),
        ("简称: [核]", "4:8 术语“初步核实”的“简称”里的“核”只有一个字，到处都会弹出释义；写全"),
        ("简称: ['初核<b>']", "4:8 登记表里不能写网页标签；删去它；要写小于号的，换成全角“＜”"),
        ("简称: ['初核&lt;script']", "4:8 登记表里不能写网页标签；删去它；要写小于号的，换成全角“＜”"),
        ("简称: ['人数<3']", None),
    ],
)
def test_words_of_a_term_are_told_apart(tmp_path: Path, written: str, told: str | None) -> None:
    assert faults(tmp_path, GOOD.replace("简称: [初核]", written)) == ([told] if told else [])


def test_a_handbook_without_a_glossary_has_no_terms(tmp_path: Path) -> None:
    assert read_glossary(tmp_path) == ({}, ())


def test_a_term_is_read_with_all_that_the_register_says(tmp_path: Path) -> None:
    write(tmp_path, GOOD)

    terms, found = read_glossary(tmp_path)

    term = terms["初步核实"]
    assert found == ()
    assert (term.definition, term.group, term.basis) == ("立案以前查线索", "线索", "《监督执纪规则》第三十二条")
    assert term.names == ("初步核实", "初核", "对问题线索的初步核实", "初查")
    assert term.written == ("初步核实", "初核", "对问题线索的初步核实")
    assert [(remark.word, remark.text) for remark in term.confusions] == [("核实", "一般的查证")]
    assert [(remark.word, remark.text) for remark in term.obsolete] == [("外调", "旧说法")]
    assert not term.pops_up


def test_a_term_explains_itself_on_pages_unless_the_register_says_otherwise(tmp_path: Path) -> None:
    write(tmp_path, "初步核实:\n  释义: 查线索\n  分组: 线索\n")

    assert read_glossary(tmp_path)[0]["初步核实"].pops_up


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("- 初步核实", "1:1 术语要写成“术语: 内容”；每条以术语开头，例如“初步核实:”"),
        ("初步核实: 查线索", "1:1 术语“初步核实”没有内容；下面要有 释义、分组"),
        ("初步核实:\n  释义: 查线索", "1:1 术语“初步核实”缺少“分组”；补上"),
        ("初步核实:\n  释意: 查\n  释义: 查\n  分组: 线索", "2:3 术语没有“释意”这一项；是不是“释义”？"),
        ("初步核实:\n  释义: [查]\n  分组: 线索", "2:7 术语“初步核实”的“释义”要写一句话；在冒号后面写上"),
        (
            "初步核实:\n  释义: 查\n  分组: 线索\n  简称: [[初核]]",
            "4:8 术语“初步核实”的“简称”要写成几个词；写成“[甲, 乙]”",
        ),
        (
            "初步核实:\n  释义: 查\n  分组: 线索\n  不要混同: 核实",
            "4:9 术语“初步核实”的“不要混同”要写成“别的词: 原因”；每个词一行",
        ),
        (
            "初步核实:\n  释义: 查\n  分组: 线索\n  不要混同:\n    核实:",
            "5:5 术语“初步核实”没有写“核实”的原因；在冒号后面写一句话",
        ),
        (
            "初步核实:\n  释义: 查\n  分组: 线索\n  页面提示: 不",
            "4:9 “页面提示”只能写“是”或者“否”；大家都懂的词写“否”",
        ),
    ],
)
def test_what_is_wrong_is_reported_at_its_place(tmp_path: Path, text: str, fault: str) -> None:
    assert faults(tmp_path, text) == [fault]


def test_our_own_glossary_reads_without_fault_and_is_no_smaller_than_the_reference() -> None:
    terms, found = read_glossary(ROOT / "docs")

    assert found == ()
    assert len(terms) >= 212
    assert sum(len(term.confusions) for term in terms.values()) >= 61
