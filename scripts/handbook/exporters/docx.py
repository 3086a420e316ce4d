"""A template as a Word document: blank, or filled with its fictitious examples."""

from __future__ import annotations

from handbook.exporters.docx_controls import ControlWriter
from handbook.exporters.docx_grid import inline_elements, table
from handbook.exporters.docx_package import new_document, packed
from handbook.exporters.docx_pages import set_pages
from handbook.exporters.docx_styles import STYLE_IDS
from handbook.exporters.docx_xml import Element, W, paragraph, run, w
from handbook.model.template import Blank, Block, Grid, Paragraph, Template
from handbook.model.wording import prefixes

_ENDING = frozenset({"signatory", "attachment", "signing"})


def export(template: Template, *, filled: bool = False) -> bytes:
    """The .docx of a template; the same bytes in every build.

    Args:
        template: also one with faults; then the document is as good as it can be.
        filled: each field shows its example instead of its name.
    """
    document = new_document(template)
    controls = ControlWriter(template, filled=filled)
    end = document.element.body[-1]  # w:sectPr
    for block, prefix in zip(template.blocks, prefixes(template.blocks), strict=True):
        if isinstance(block, Paragraph) and block.style in _ENDING:
            _keep_with_next(end.getprevious())
        if isinstance(block, Grid) and template.layout != "审批表":
            end.addprevious(paragraph("HbBeforeGrid"))
        end.addprevious(_element(block, prefix, controls))
    if not template.blocks or isinstance(template.blocks[-1], Grid):
        end.addprevious(paragraph("HbAfterGrid"))  # Word wants a paragraph behind a table
    set_pages(document, template.layout)
    return packed(document)


def _keep_with_next(before: Element | None) -> None:
    """Let the page of the signatures have text above them, too (GB/T 9704 7.3.5)."""
    if before is None:
        return
    *_, last = (None, *before.iter(f"{{{W}}}pStyle"))
    if last is not None:
        last.addnext(w("keepNext"))


def _element(block: Block, prefix: str, controls: ControlWriter) -> Element:
    if isinstance(block, Grid):
        return table(block, controls)
    style = _style_id(block, prefix)
    alone = block.inlines[0] if len(block.inlines) == 1 and not prefix else None
    if isinstance(alone, Blank) and controls.is_block(alone.field):
        return controls.block(alone.field, style)
    lead = [run(prefix)] if prefix else []
    return paragraph(style, *lead, *inline_elements(block.inlines, controls))


def _style_id(block: Paragraph, prefix: str) -> str:
    """The style; among several attachments the first and the others are indented in ways of their own."""
    style = STYLE_IDS[block.style]
    if block.style != "attachment" or prefix == "附件：":
        return style
    return f"{style}First" if prefix.startswith("附件：") else f"{style}More"
