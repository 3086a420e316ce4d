"""Fill in the form of a template as a person does, and read what came out as Word sees it."""

import io
import json
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from docx.oxml.ns import qn
from lxml import etree
from playwright.sync_api import Download, Locator, Page

from handbook.fields import Control, type_of
from handbook.fields.id_number import check_character
from handbook.model.handbook import Handbook
from handbook.model.template import Field, Template

OPEN = "打开填写表单"
SEND = "下载填好的文书"
DRAFT = "先这样下载，没填的留空"
STATUS = ".hb-fill__status"

Facts = dict[str, Any]  # name → value, of a group a list of rows


def open_form(page: Page, base_url: str, handbook: Handbook, template: Template) -> None:
    page.goto(f"{base_url}/{handbook.pages[template.src].url}", wait_until="domcontentloaded")
    page.get_by_role("button", name=OPEN).click()


def example_facts(template: Template) -> Facts:
    """The examples of a template as a person would have to write them; identity numbers with a right last character."""
    return {field.name: _example(field) for field in template.fields if field.computed is None}


def _example(field: Field) -> Any:
    if field.fields:
        columns = {column.name: column for column in field.fields}
        return [{name: _real(columns[name], value) for name, value in row} for row in field.example_rows]
    return _real(field, field.example)


def _real(field: Field, value: str) -> str:
    return value[:17] + check_character(value) if field.type == "身份证号" and value else value


def type_in(page: Page, template: Template, facts: Facts) -> None:
    """Answer every question that has an answer."""
    form = page.locator(".hb-fill__form")
    for field in template.fields:
        place = form.locator(f":scope > [data-field='{field.name}']")
        if field.fields:
            _type_rows(place, field, facts.get(field.name, []))
        elif facts.get(field.name):
            _answer(place, field, facts[field.name])


def _type_rows(place: Locator, group: Field, rows: Sequence[Mapping[str, str]]) -> None:
    for number, row in enumerate(rows):
        if number >= place.locator(".hb-fill__row").count():
            place.get_by_role("button", name="添加一行").click()
        for column in group.fields:
            if row.get(column.name) and column.computed is None:
                cell = place.locator(".hb-fill__row").nth(number).locator(f":scope > [data-field='{column.name}']")
                _answer(cell, column, row[column.name])


def _answer(place: Locator, field: Field, value: str) -> None:
    if field.type == "多选":
        for option in value.split("、"):
            place.get_by_label(option, exact=True).check()
    elif field.type == "单选":
        place.locator("select").select_option(value)
    else:
        place.locator("input, textarea").fill(value)
        place.locator("input, textarea").blur()


def load(page: Page, template: Template, facts: Facts, folder: Path) -> None:
    """Read facts into the form from a file."""
    file = folder / "facts.json"
    file.write_text(facts_file(template, facts), encoding="utf-8")
    page.locator(".hb-fill__file").set_input_files(file)
    page.locator(STATUS, has_text="读入了").wait_for()


def facts_file(template: Template, facts: Facts) -> str:
    return json.dumps({"格式": "文书事实", "格式版本": 1, "编号": template.code, "文书": [], "事实": facts})


def send(page: Page, button: str = SEND) -> bytes:
    """Click for the document, and take what is downloaded."""
    return content(download(page, button))


def download(page: Page, button: str = SEND) -> Download:
    with page.expect_download() as waiting:
        page.get_by_role("button", name=button).click()
    return waiting.value


def content(got: Download) -> bytes:
    return Path(got.path()).read_bytes()


def parts(document: bytes) -> dict[str, bytes]:
    """The files of a .docx; a broken one raises."""
    with zipfile.ZipFile(io.BytesIO(document)) as package:
        assert package.testzip() is None
        return {name: package.read(name) for name in package.namelist()}


def written(document: bytes) -> Facts:
    """What stands in the controls of a document: tag → text, of a group a list of rows; what is empty is left out."""
    found: Facts = {}
    for name, text in parts(document).items():
        if name.startswith("word/") and name.endswith(".xml"):
            _read(etree.fromstring(text), found)
    return found


def _read(element: Any, found: Facts) -> None:
    for child in element:
        if child.tag != qn("w:sdt"):
            _read(child, found)
            continue
        tag = _tag(child)
        inner = child.find(qn("w:sdtContent"))
        if tag.endswith("[]"):
            found[tag[:-2]] = [_row(item) for item in inner]
        elif tag and child.find(f"{qn('w:sdtPr')}/{qn('w:showingPlcHdr')}") is None and (text := _text(inner)).strip():
            found[tag] = text


def _row(item: Any) -> Facts:
    row: Facts = {}
    _read(item.find(qn("w:sdtContent")), row)
    return row


def _tag(control: Any) -> str:
    tag = control.find(f"{qn('w:sdtPr')}/{qn('w:tag')}")
    return "" if tag is None else tag.get(qn("w:val"))


def _text(content: Any) -> str:
    paragraphs = content.findall(qn("w:p"))
    if paragraphs:
        return "\n".join(_text(paragraph) for paragraph in paragraphs)
    words = {qn("w:t"): lambda node: node.text or "", qn("w:br"): lambda _: "\n"}
    return "".join(words[node.tag](node) for node in content.iter(*words))


def printed(template: Template, facts: Facts) -> Facts:
    """What `written` must find in a document that holds these facts."""
    blocks = block_tags(template)
    found: Facts = {}
    for field in template.fields:
        if field.fields:
            rows = facts.get(field.name) or [{}] * field.least_rows
            found[field.name] = [dict(_printed(field.fields, row, f"{field.name}.", blocks)) for row in rows]
        else:
            found |= _printed([field], facts, "", blocks)
    return found


def _printed(fields: Sequence[Field], facts: Facts, prefix: str, blocks: set[str]) -> Iterator[tuple[str, str]]:
    for field in fields:
        kind = type_of(field.type)
        value = kind.normalise(facts.get(field.name, ""))
        if kind.control is Control.CHECKBOXES:
            chosen = value.split("、")
            yield from ((f"{prefix}{field.name}={o}", "\u2611" if o in chosen else "\u2610") for o in field.options)
        elif value:
            tag, text = f"{prefix}{field.name}", kind.display(value)
            yield tag, "\n".join(filter(None, map(str.strip, text.split("\n")))) if tag in blocks else text


def block_tags(template: Template) -> set[str]:
    """The tags of the controls that hold whole paragraphs."""
    from handbook.exporters.docx import export

    root = etree.fromstring(parts(export(template))["word/document.xml"])
    controls = root.iter(qn("w:sdt"))
    return {_tag(c) for c in controls if c.find(f"{qn('w:sdtContent')}/{qn('w:p')}") is not None}
