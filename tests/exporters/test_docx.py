import hashlib
import io
import os
import subprocess
import sys
import zipfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import docx
import pytest
from docx.oxml.ns import qn
from lxml import etree

from documents import FOLDER, outline, read, stored
from handbook.exporters.docx import export
from handbook.fields import type_of
from handbook.fields.logic import sample
from handbook.model.handbook import Handbook
from handbook.model.template import Template

NAMES = ["letter", "form", "record"]
HEAD = "---\nkind: template\ntitle: 表\ncode: XF-W01\nversion: 1\nlayout: {layout}\nfields: {fields}\n---\n\n# 表\n\n"


def page(body: str, fields: str = "{}", layout: str = "审批表") -> str:
    return HEAD.format(layout=layout, fields=fields) + body


def parts(content: bytes) -> dict[str, str]:
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        return {name: package.read(name).decode() for name in package.namelist()}


def controls(content: bytes) -> list[etree._Element]:
    return list(docx.Document(io.BytesIO(content)).element.iter(qn("w:sdtPr")))


def value(properties: etree._Element, name: str) -> str | None:
    found = properties.find(qn(name))
    return None if found is None else found.get(qn("w:val"))


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("filled", [False, True], ids=["blank", "sample"])
def test_text_of_the_document(name: str, filled: bool) -> None:
    golden = FOLDER / f"{name}{'-sample' if filled else ''}.txt"

    assert outline(export(stored(name), filled=filled)) == golden.read_text(encoding="utf-8").splitlines()


def expected_tags(template: Template) -> Iterator[str]:
    for field in template.fields:
        if field.type == "多选":
            yield from (f"{field.name}={option}" for option in field.options)
        elif field.type == "重复组":
            yield from (f"{field.name}[]", *(f"{field.name}.{column.name}" for column in field.fields))
        else:
            yield field.name


def test_every_template_of_ours_opens_and_has_one_tag_for_each_field(handbook: Handbook) -> None:
    for template in handbook.all_templates:
        for filled in (False, True):
            tags = {value(properties, "w:tag") for properties in controls(export(template, filled=filled))}
            assert tags - {None} == set(expected_tags(template)), template.code  # the items of a group have none


def test_a_sample_of_ours_shows_every_example_and_no_placeholder(handbook: Handbook) -> None:
    for template in handbook.all_templates:
        content = export(template, filled=True)
        text = "\n".join(outline(content))
        assert "placeholder" not in text, template.code
        for field in template.fields:
            shown = [type_of(field.type).display(sample(template, field))] if field.type != "多选" else []
            types = {column.name: type_of(column.type) for column in field.fields}
            shown += [types[name].display(value) for row in field.example_rows for name, value in row]
            for line in "\n".join(shown).split("\n"):
                assert line in text, (template.code, field.name)


def test_controls_are_locked_and_unbound_and_their_ids_differ() -> None:
    found = controls(export(stored("letter")))
    ids = Counter(value(properties, "w:id") for properties in found)

    assert ids.most_common(1)[0][1] == 1
    assert all(0 < int(number or 0) < 2**31 for number in ids)
    assert {value(properties, "w:lock") for properties in found} == {"sdtLocked"}
    assert [properties for properties in found if properties.find(qn("w:dataBinding")) is not None] == []


def test_a_date_keeps_its_day_beside_its_words() -> None:
    document = parts(export(stored("letter"), filled=True))["word/document.xml"]

    assert 'w:fullDate="2099-01-05T00:00:00Z"' in document
    assert '<w:dateFormat w:val="yyyy年M月d日"/>' in document
    assert "2099年1月5日" in document


def test_a_choice_lists_its_options() -> None:
    listed = next(
        p.find(qn("w:dropDownList")) for p in controls(export(stored("letter"))) if value(p, "w:tag") == "密级"
    )

    assert [item.get(qn("w:displayText")) for item in listed] == ["内部", "按规定标注"]


@pytest.mark.parametrize("name", NAMES)
def test_bytes_depend_on_neither_hash_seed_nor_time_zone(name: str) -> None:
    tests = Path(__file__).parents[1]
    program = (
        "import hashlib; from documents import stored; from handbook.exporters.docx import export;"
        f"print(*(hashlib.sha256(export(stored({name!r}), filled=filled)).hexdigest() for filled in (False, True)))"
    )
    expected = [hashlib.sha256(export(stored(name), filled=filled)).hexdigest() for filled in (False, True)]
    path = os.pathsep.join([str(tests), str(tests.parent / "scripts")])
    environment = {**os.environ, "PYTHONPATH": path, "PYTHONHASHSEED": "4711", "TZ": "Pacific/Kiritimati"}
    made = subprocess.run([sys.executable, "-c", program], env=environment, capture_output=True, text=True, check=True)

    assert made.stdout.split() == expected


def test_the_package_tells_template_and_version_and_nothing_about_the_machine() -> None:
    template = stored("letter")
    content = export(template)
    files = parts(content)
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        dates = {entry.date_time for entry in package.infolist()}

    custom = etree.fromstring(files["docProps/custom.xml"].encode())
    facts = {entry.get("name"): entry[0].text for entry in custom}
    assert facts == {"文书编号": "XF-W91", "文书版本": "3", "字段指纹": template.fingerprint}
    core = [
        (element.tag.rpartition("}")[2], element.text)
        for element in etree.fromstring(files["docProps/core.xml"].encode())
    ]
    assert core == [("title", "示例转送函"), ("identifier", "XF-W91"), ("language", "zh-CN")]
    assert dates == {(1980, 1, 1, 0, 0, 0)}
    assert sorted(files) == [
        "[Content_Types].xml",
        "_rels/.rels",
        "docProps/core.xml",
        "docProps/custom.xml",
        "word/_rels/document.xml.rels",
        "word/document.xml",
        "word/fontTable.xml",
        "word/footer1.xml",
        "word/footer2.xml",
        "word/settings.xml",
        "word/styles.xml",
    ]


def test_the_fingerprint_follows_what_a_field_is_and_not_its_note() -> None:
    plain, noted, required = (
        read(page("{{名称}}", f"{{名称: {{类型: 文字, {more}}}}}")).fingerprint
        for more in ("示例: 甲", "说明: 写全称", "必填: 是")
    )

    assert plain == noted
    assert plain != required


def test_a_letter_has_the_type_area_of_the_standard() -> None:
    section = docx.Document(io.BytesIO(export(stored("letter")))).sections[0]
    edges = (section.top_margin, section.right_margin, section.bottom_margin, section.left_margin)
    width = section.page_width - section.left_margin - section.right_margin
    height = section.page_height - section.top_margin - section.bottom_margin

    assert [round(edge.mm) for edge in edges] == [37, 26, 35, 28]
    assert (round(width / 36000), round(height / 36000)) == (156, 225)


def test_page_numbers_stand_outside_on_both_sides_of_a_sheet() -> None:
    files = parts(export(stored("letter")))

    assert "<w:evenAndOddHeaders/>" in files["word/settings.xml"]
    assert 'w:val="HbFooterOdd"' in files["word/footer1.xml"]
    assert 'w:val="HbFooterEven"' in files["word/footer2.xml"]
    assert all(
        ">— <" in files[f"word/footer{n}.xml"] and 'w:instr="PAGE"' in files[f"word/footer{n}.xml"] for n in (1, 2)
    )


def test_every_page_of_a_record_is_signed_and_counted() -> None:
    footer = parts(export(stored("record")))["word/footer1.xml"]

    assert "签名（捺印）：" in footer
    assert 'w:instr="PAGE"' in footer
    assert 'w:instr="NUMPAGES"' in footer


def test_a_form_has_no_footer() -> None:
    assert [name for name in parts(export(stored("form"))) if "footer" in name] == []


def test_the_page_of_the_signature_has_text_above_it() -> None:
    document = docx.Document(io.BytesIO(export(stored("letter")))).element
    kept = [p for p in document.iter(qn("w:p")) if p.find(f"{qn('w:pPr')}/{qn('w:keepNext')}") is not None]

    assert ["".join(t.text for t in p.iter(qn("w:t"))) for p in kept] == ["请办理：转送理由", "附件：附件名称"]


def test_the_columns_of_a_table_fill_the_text_exactly() -> None:
    grid = docx.Document(io.BytesIO(export(read(page("::: 表格 52.1 51.9 52\n| 甲 | 乙 | 丙 |\n:::"))))).tables[0]

    assert sum(int(column.get(qn("w:w"))) for column in grid._tbl.tblGrid) == 8845


def test_no_rule_parts_words_from_the_signature_below_them() -> None:
    document = export(read(page("::: 表格 56 100\n| 审批 @40 | 同意。【签名】 |\n:::")))
    cells = docx.Document(io.BytesIO(document)).element.findall(f".//{qn('w:tcBorders')}")

    assert [[side.tag.rpartition("}")[2] for side in borders] for borders in cells] == [["bottom"], ["top"]]


def test_a_document_with_faults_is_still_made() -> None:
    body = "{怪}甲{{没有}}{{\n\n::: 表格 三\n| ← | ↑ |\n| 甲 |\n:::\n\n::: 表格 156\n:::"
    content = export(read(page(body, "{名: {类型: 单选, 示例: 无}}", "别的")), filled=True)

    assert "Title | 表" in outline(content)


def test_characters_that_xml_cannot_hold_are_left_out() -> None:
    content = export(read(page("甲\x0b乙{{名称}}\ufffe", '{名称: {类型: 文字, 示例: "丙\\x07丁<&>𠮷"}}')), filled=True)

    assert "Body Text | 甲乙⟦名称 text: 丙丁<&>𠮷⟧" in outline(content)


def test_readers_that_know_no_newer_controls_are_told_to_ignore_them() -> None:
    record, letter = (parts(export(stored(name)))["word/document.xml"] for name in ("record", "letter"))

    assert 'mc:Ignorable="w14 w15"' in record
    assert 'xmlns:w14="' in record
    assert 'xmlns:w15="' in record
    assert "Ignorable" not in letter
