"""Filled documents for tests, made from a sample as a case says: tests/fixtures/verify/<check>/{bad,good}/case.json.

A case names a `template` and may change its sample: `show` a text in a control (an identity number as
``{"digits", "check"}``, see fixtures/vectors), `shows` different ones in turn, give a date control another `day`, `remove`
controls, `replace` text in the part of the body, set `properties`, or `cut` the file short. Or it is something `raw`.
"""

import datetime as dt
import io
import zipfile
from pathlib import Path
from typing import Any

from lxml import etree

from handbook import sources
from handbook.exporters.docx import export
from handbook.fields.id_number import check_character
from handbook.settings import Settings

HANDBOOK = sources.load(
    Path(__file__).parent / "fixtures/verify/handbook", today=dt.date(2026, 11, 25), settings=Settings()
)
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_RAW = {"ole": bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 512, "text": "不是文书".encode()}


def document(case: dict[str, Any]) -> bytes:
    """The file of a case."""
    if "raw" in case:
        return _RAW.get(case["raw"]) or _empty_zip()
    content = export(HANDBOOK.templates[case["template"]], filled=True)
    root = etree.fromstring(_part(content, "word/document.xml"))
    _change(root, case)
    text = etree.tostring(root, encoding="unicode")
    for old, new in case.get("replace", []):
        assert old in text, old
        text = text.replace(old, new)
    content = with_part(content, "word/document.xml", text.encode())
    for name, value in case.get("properties", {}).items():
        content = _with_property(content, name, value)
    return content[: case.get("cut")]


def _change(root: etree._Element, case: dict[str, Any]) -> None:
    shown = {tag: [text] * len(_controls(root, tag)) for tag, text in case.get("show", {}).items()}
    for tag, texts in (shown | case.get("shows", {})).items():
        for control, text in zip(_controls(root, tag), texts, strict=True):
            _show(control, _text(text))
    for tag, day in case.get("day", {}).items():
        for control in _controls(root, tag):
            date = control.find(f"{W}sdtPr/{W}date")
            date.attrib.pop(f"{W}fullDate", None)
            date.attrib.update({f"{W}fullDate": day} if day else {})
    for tag in case.get("remove", []):
        for control in _controls(root, tag):
            control.getparent().remove(control)


def with_part(content: bytes, name: str, part: bytes) -> bytes:
    """The same document with another part."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as source, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as target:
        for entry in source.namelist():
            target.writestr(entry, part if entry == name else source.read(entry))
    return made.getvalue()


def _part(content: bytes, name: str) -> bytes:
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        return package.read(name)


def _with_property(content: bytes, name: str, value: str) -> bytes:
    root = etree.fromstring(_part(content, "docProps/custom.xml"))
    (entry,) = [entry for entry in root if entry.get("name") == name]
    entry[0].text = value
    return with_part(content, "docProps/custom.xml", etree.tostring(root))


def _controls(root: etree._Element, tag: str) -> list[etree._Element]:
    """The controls of a tag; of a 多选 all its check boxes."""
    tags = [(mark.get(f"{W}val"), mark.getparent().getparent()) for mark in root.iter(f"{W}tag")]
    return [control for own, control in tags if own == tag or own.partition("=")[0] == tag]


def _show(control: etree._Element, text: str) -> None:
    placeholder = control.find(f"{W}sdtPr/{W}showingPlcHdr")
    if placeholder is not None:
        placeholder.getparent().remove(placeholder)
    for checked in control.iter(f"{W14}checked"):
        checked.set(f"{W14}val", "0")
    words = list(control.iter(f"{W}t"))
    for word in words:
        word.text = ""
    words[0].text = text


def _text(shown: str | dict[str, str]) -> str:
    if isinstance(shown, str):
        return shown
    right = check_character(shown["digits"])
    return shown["digits"] + (right if shown["check"] == "right" else "2" if right == "1" else "1")


def _empty_zip() -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as package:
        package.writestr("a.txt", b"")
    return made.getvalue()
