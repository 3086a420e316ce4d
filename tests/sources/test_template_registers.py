"""The registers of all templates: field dictionary, packets, released versions."""

from pathlib import Path

from handbook.model.dictionary import Registers
from handbook.model.template import Field
from handbook.sources import front_matter
from handbook.sources.template_registers import FACTS, PACKETS, VERSIONS, read_registers
from handbook.sources.template_syntax import read_template


def read(docs: Path, **texts: str) -> tuple[Registers, list[str]]:
    names = {"facts": FACTS, "packets": PACKETS, "versions": VERSIONS}
    for name, text in texts.items():
        (docs / names[name]).parent.mkdir(exist_ok=True)
        (docs / names[name]).write_text(text, encoding="utf-8")
    registers, faults = read_registers(docs)
    return registers, [f"{f.span.path.rpartition('/')[2]}:{f.span.line}:{f.span.column} {f.message}" for f in faults]


def test_a_handbook_without_registers_has_none(tmp_path: Path) -> None:
    assert read(tmp_path) == (Registers(), [])


def test_the_registers_are_read_in_their_own_words(tmp_path: Path) -> None:
    registers, faults = read(
        tmp_path,
        facts="文号: {类型: 文号, 每份各填: 是, 别名: [发文字号, 字号]}\n",
        packets="P-01:\n  名称: 一件\n  用在: 收到时\n  文书: [XF-W01, XF-W02]\n",
        versions="XF-W01: {1: 0123456789abcdef, 2: fedcba9876543210}\n",
    )

    assert faults == []
    fact = (registers.facts or {})["文号"]
    assert (fact.field.type, fact.field.per_document, fact.aliases) == ("文号", True, ("发文字号", "字号"))
    packet = registers.packets["P-01"]
    assert (packet.name, packet.event, [code for code, _ in packet.codes]) == ("一件", "收到时", ["XF-W01", "XF-W02"])
    assert list((registers.releases or {})["XF-W01"]) == ["1", "2"]


def test_each_fault_is_told_at_its_place(tmp_path: Path) -> None:
    _, faults = read(
        tmp_path,
        facts="文号: {类型: 文号, 必填: 是, 每份各填: 有}\n编号: {别名: [号]}\n",
        packets="P1:\n  名称: 一件\n  用于: 收到时\n  文书: [XF-W01]\nP-02: 一件\n",
        versions="XF-W01: {1: abc}\nXF-W02: 1\n",
    )

    assert faults == [
        "fields.yml:1:14 字段“文号”有不认识的项“必填”",
        "fields.yml:1:27 “每份各填: 有”不对",
        "fields.yml:2:1 字段“编号”没有写类型",
        "packets.yml:1:1 成套文书的编号“P1”不对",
        "packets.yml:3:3 成套文书没有“用于”这一项",
        "packets.yml:1:1 成套文书 P1 缺少“用在”",
        "packets.yml:4:7 成套文书 P1 的“文书”不足两份",
        "packets.yml:5:1 成套文书 P-02 没有内容",
        "versions.yml:1:13 XF-W01 第1版的字段指纹“abc”不对",
        "versions.yml:2:1 版本登记里 XF-W02 没有版本",
    ]


def test_a_register_that_is_no_mapping_is_told(tmp_path: Path) -> None:
    _, faults = read(tmp_path, facts="- 文号\n", packets="P-01：一件\n", versions="甲\n")

    assert [fault.partition(":")[0] for fault in faults] == ["fields.yml", "packets.yml", "versions.yml"]


def template_fields(tmp_path: Path, fields: str) -> dict[str, Field]:
    facts = read(
        tmp_path,
        facts="性别: {类型: 单选, 选项: [男, 女], 推算: 性别(号码), 示例: 男, 说明: 写户籍上的}\n号码: {类型: 身份证号}\n",
    )[0].facts
    front = front_matter.split(f"---\nkind: template\nfields: {fields}\n---\n", path="docs/form.md")
    template = read_template(front.meta, [""], src="form.md", path="docs/form.md", body_line=5, facts=facts)
    assert template.faults == ()
    return {field.name: field for field in template.fields}


def test_a_field_takes_from_the_dictionary_what_it_does_not_say(tmp_path: Path) -> None:
    field = template_fields(tmp_path, "{性别: {必填: 是, 说明: 照身份证写}, 号码: {}}")["性别"]

    assert (field.type, field.options, field.example) == ("单选", ("男", "女"), "男")
    assert (field.required, field.note) == (True, "照身份证写")
    assert field.computed is not None


def test_a_computation_of_the_dictionary_needs_its_fields(tmp_path: Path) -> None:
    assert template_fields(tmp_path, "{性别: {}}")["性别"].computed is None
