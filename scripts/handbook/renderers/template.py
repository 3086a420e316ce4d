"""A template page as MkDocs renders it: downloads, where it is used, who signs, its fields, a preview."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from handbook.fields import type_of
from handbook.kinds.template import SECTIONS
from handbook.model.handbook import Handbook
from handbook.model.page import Page
from handbook.model.template import Field, Template
from handbook.renderers.form import Document, form
from handbook.renderers.markdown import escape, link, table
from handbook.renderers.sheet import sheet


def compose(page: Page, handbook: Handbook) -> str:
    """The Markdown of a template page, its summary first; the author's wording appears in it as the preview."""
    template = next(template for template in handbook.all_templates if template.src == page.src)
    bodies: dict[str, Iterable[str]] = {
        "download": _downloads(page, template, handbook),
        "fill": _filling(page, template, handbook),
        "uses": _uses(page, template, handbook),
        "approval": _approval(page),
        "fields": _fields(template),
        "preview": [sheet(template)],
        "sample": ["人和事都是虚构的。", "", sheet(template, filled=True)],
        "basis": [escape(page.meta.text("basis"))],
    }
    lines = [f"# {escape(page.title)}（{escape(template.code)}）", "", escape(page.meta.text("summary"))]
    for anchor, title in SECTIONS.items():
        lines += ["", f"## {title} {{#{anchor}}}", "", *bodies[anchor]]
    return "\n".join(lines) + "\n"


def _downloads(page: Page, template: Template, handbook: Handbook) -> Iterator[str]:
    found = handbook.downloads.get(template.code)
    if found is None or handbook.templates[template.code].src != template.src:
        return
    blank, sample = found
    buttons = (
        link(page, blank, f"下载空白文书 {template.code}.docx") + "{ .md-button .md-button--primary }",
        link(page, sample, "下载填好的虚构样例") + "{ .md-button }",
    )
    yield " ".join(buttons)
    yield ""
    yield f"第{escape(template.version)}版。用 Word 或者 WPS 打开，点灰色的字段名就能填。样例里的人和事都是虚构的。"
    note = page.meta.text("note")
    if note:
        yield ""
        yield f"**注意**：{escape(note)}"


def _filling(page: Page, template: Template, handbook: Handbook) -> Iterator[str]:
    if template.code in handbook.downloads and handbook.templates[template.code].src == template.src:
        blank, _ = handbook.downloads[template.code]
        address = posixpath.relpath(f"{blank}.js", posixpath.dirname(page.url) or ".")
        yield form(template.title, template.code, template.fields, [Document(template, address)])
        yield from _further(page, template, handbook)


def _further(page: Page, template: Template, handbook: Handbook) -> Iterator[str]:
    """Where the document is filled in with others, and where it is checked afterwards."""
    packets = [
        link(page, packet.src, packet.name)
        for packet in handbook.registers.packets.values()
        if packet.src in handbook.pages and template.code in (code for code, _ in packet.codes)
    ]
    if packets:
        yield from ("", f"和别的文书一起用的，一次填好几份：{'、'.join(packets)}。")
    filled = [link(page, one.src, one.title) for one in handbook.case_documents if one.code.text == template.code]
    if filled:
        yield from ("", f"它在一个完整的案子里怎么用，看填好的：{'、'.join(filled)}。")
    check = handbook.first_of_kind.get("check")
    if check is not None:
        yield from ("", f"填好之后可以{link(page, check.src, '检查填好的文书')}。")


def _uses(page: Page, template: Template, handbook: Handbook) -> Iterator[str]:
    """The procedures that use the template, each with the steps that name it; else the author's own words."""
    codes = handbook.uses.get(template.code, ())
    named = re.compile(rf"(?<![\w-]){re.escape(template.code)}(?![\w-])", re.ASCII)
    for code in codes:
        procedure = handbook.procedures[code]
        steps = [
            link(page, f"{procedure.src}#{step.id}", f"第{step.title.replace('. ', '步 ', 1)}")
            for step in procedure.steps
            if named.search(step.text)
        ]
        words = f"：{'；'.join(steps)}" if steps else ""
        yield f"- {link(page, procedure.src, f'{procedure.title}（{code}）')}{words}"
    planned = page.meta.texts("planned_in")
    if not codes:
        yield f"{escape(page.meta.text('step'))}{'（流程还没有编好）' if planned else ''}"
    else:
        yield from (f"- {escape(code)}（流程还没有编好）" for code in planned)


def _approval(page: Page) -> Iterator[str]:
    yield f"- **谁批**：{escape(page.meta.text('approve'))}"
    yield f"- **签名盖章**：{escape(page.meta.text('seal'))}"


def _fields(template: Template) -> list[str]:
    head = ("字段", "类型", "必填", "选项", "说明", "示例")
    columns = {
        field.name: [replace(c, name=f"{field.name}：{c.name}") for c in field.fields] for field in template.fields
    }
    return table(head, (_field(row) for field in template.fields for row in (field, *columns[field.name])))


def _field(field: Field) -> list[str]:
    texts = dict(field.texts)
    most = f"最多{field.max_length}字" if field.max_length else ""
    made = f"由 {texts['推算']} 自动算出" if field.computed and "推算" in texts else ""
    rows = f"{field.least_rows}到{field.most_rows}行" if field.fields else ""
    condition = texts.get("必填", "") if field.needed_when else ""
    cells = (
        field.name,
        field.type,
        condition or ("是" if field.required else "否"),
        "、".join(field.options),
        "；".join(words for words in (field.note, most, made, rows) if words),
        type_of(field.type).display(field.example),
    )
    return [escape(cell) for cell in cells]
