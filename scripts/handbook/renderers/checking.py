"""The page on which filled documents are checked: the author's words, and a place to drop documents."""

from __future__ import annotations

from handbook.model.handbook import Handbook
from handbook.model.page import Page
from handbook.renderers.form import data_block, template_facts
from handbook.renderers.listing import inserted

_OFF = "在这里检查文书要打开脚本；也可以请维护人员运行 handbook verify。"
_LABEL = "选要检查的文书（.docx，或者成套文书的 .zip），也可以把文件拖到这里"


def compose(page: Page, handbook: Handbook) -> str:
    """The Markdown of the page; the place for documents stands above its first section."""
    templates = [template_facts(template) for _, template in sorted(handbook.templates.items())]
    chooser = '<input class="hb-check__file" id="hb-check-file" type="file" accept=".docx,.zip" multiple>'
    place = f'<div class="hb-check__place" hidden><label for="hb-check-file">{_LABEL}</label>{chooser}</div>'
    results = '<div class="hb-check__results" aria-live="polite"></div>'
    open_tag = '<div class="hb-check" data-module="hb-check" data-search-exclude translate="no">'
    content = f'<p class="hb-check__off">{_OFF}</p>{place}{results}{data_block({"templates": templates})}'
    return inserted(page, [f"{open_tag}{content}</div>"])
