"""Paper, margins and footers of the three layouts."""

from __future__ import annotations

from dataclasses import dataclass

from docx.document import Document
from docx.section import _BaseHeaderFooter
from docx.shared import Twips

from handbook.exporters.docx_xml import Element, paragraph, run, w
from handbook.model.wording import PAGE_SIGNATURE

_A4 = (11906, 16838)


@dataclass(frozen=True, slots=True)
class _Margins:
    """Distances from the edges of the paper in twips; `footer` is that of the footer's lower edge."""

    top: int
    right: int
    bottom: int
    left: int
    footer: int


# 公文: GB/T 9704 5.2.1, and page numbers 7 mm below the text (7.5). The others keep its width of 156 mm.
_MARGINS = {
    "公文": _Margins(2098, 1474, 1984, 1587, 1349),
    "审批表": _Margins(1417, 1531, 1134, 1530, 567),
    "笔录": _Margins(1701, 1474, 1701, 1587, 850),
}


def set_pages(document: Document, layout: str) -> None:
    """Give the only section of a document its paper, margins and footers; an unknown layout is set as 公文."""
    section = document.sections[0]
    margins = _MARGINS.get(layout, _MARGINS["公文"])
    section.page_width, section.page_height = (Twips(side) for side in _A4)
    section.top_margin, section.bottom_margin = Twips(margins.top), Twips(margins.bottom)
    section.left_margin, section.right_margin = Twips(margins.left), Twips(margins.right)
    section.header_distance, section.footer_distance = Twips(850), Twips(margins.footer)
    if layout == "笔录":
        _set_footer(section.footer, _record_footer())
    elif layout != "审批表":
        _set_footer(section.footer, _number_footer("HbFooterOdd"))
        _set_footer(section.even_page_footer, _number_footer("HbFooterEven"))


def _set_footer(footer: _BaseHeaderFooter, content: Element) -> None:
    footer.is_linked_to_previous = False
    first = footer.paragraphs[0]._p  # noqa: SLF001 - python-docx has no way to put an element in
    first.addprevious(content)
    first.getparent().remove(first)


def _number_footer(style: str) -> Element:
    return paragraph(style, run("— "), _field("PAGE"), run(" —"))


def _record_footer() -> Element:
    """Signed on every page, so that no page can be exchanged."""
    made = paragraph("Footer", run(PAGE_SIGNATURE), w("r", w("tab")))
    made.extend((run("第"), _field("PAGE"), run("页　共"), _field("NUMPAGES"), run("页")))
    tabs = w("tabs", w("tab", val="right", pos=8845))
    made[0].append(tabs)
    return made


def _field(instruction: str) -> Element:
    return w("fldSimple", run("1"), instr=instruction)
