"""Document templates for tests, and what a .docx says as plain text."""

import io
from collections.abc import Iterator
from pathlib import Path

import docx
from docx.oxml.ns import qn

from handbook.model.template import Template
from handbook.sources import front_matter
from handbook.sources.template_syntax import read_template

FOLDER = Path(__file__).parent / "fixtures" / "documents"
_KINDS = ("text", "date", "dropDownList", "repeatingSection", "repeatingSectionItem")


def read(text: str) -> Template:
    """The template of a page's text."""
    front = front_matter.split(text, path="docs/form.md")
    lines = text.split("\n")[front.body_line - 1 :]
    return read_template(front.meta, lines, src="form.md", path="docs/form.md", body_line=front.body_line)


def stored(name: str) -> Template:
    """A template of tests/fixtures/documents/."""
    return read((FOLDER / f"{name}.md").read_text(encoding="utf-8"))


def outline(content: bytes) -> list[str]:
    """A line for each paragraph: `style | text`; controls as `⟦tag kind: text⟧`, cells with their size behind rows."""
    document = docx.Document(io.BytesIO(content))
    names = {style.style_id: style.name for style in document.styles}
    return [line for element in document.element.body for line in _lines(element, names)]


def _lines(element, names) -> Iterator[str]:
    tag = element.tag.rpartition("}")[2]
    if tag == "p":
        style = names[element.find(f"{qn('w:pPr')}/{qn('w:pStyle')}").get(qn("w:val"))]
        yield f"{style} | {''.join(_words(element))}".rstrip()
    elif tag == "sdt":
        yield f"⟦{_label(element)}"
        for child in element.find(qn("w:sdtContent")):
            yield from _lines(child, names)
        yield "⟧"
    elif tag == "tbl":
        for row in element:
            yield from _lines(row, names)
    elif tag == "tr":
        yield "row " + element.find(f"{qn('w:trPr')}/{qn('w:trHeight')}").get(qn("w:val"))
        for cell in element.findall(qn("w:tc")):
            yield from _cell(cell, names)


def _cell(cell, names) -> Iterator[str]:
    properties = cell.find(qn("w:tcPr"))
    facts = [properties.find(qn("w:tcW")).get(qn("w:w"))]
    span, merge = properties.find(qn("w:gridSpan")), properties.find(qn("w:vMerge"))
    facts += [f"columns {span.get(qn('w:val'))}"] if span is not None else []
    facts += [f"merge {merge.get(qn('w:val'), 'on')}"] if merge is not None else []
    yield f"  cell {', '.join(facts)}"
    for child in cell:
        for line in _lines(child, names):
            yield f"    {line}"


def _words(element) -> Iterator[str]:
    for child in element:
        tag = child.tag.rpartition("}")[2]
        if tag == "sdt":
            yield f"⟦{_label(child)}: {''.join(_words(child.find(qn('w:sdtContent'))))}⟧"
        elif tag in ("r", "fldSimple"):
            yield from _words(child)
        elif tag == "t":
            yield child.text or ""
        elif tag == "br":
            yield "⏎"


def _label(control) -> str:
    properties = control.find(qn("w:sdtPr"))
    tag = properties.find(qn("w:tag"))
    kind = next((name for name in _KINDS for child in properties if child.tag.endswith(f"}}{name}")), "rich")
    shown = " placeholder" if properties.find(qn("w:showingPlcHdr")) is not None else ""
    return f"{tag.get(qn('w:val')) if tag is not None else ''} {kind}{shown}".strip()
