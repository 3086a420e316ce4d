"""The form that fills in documents in the browser: an input for each field, and the facts that its script needs."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from typing import Any

from handbook.fields import type_of
from handbook.model.expression import tree
from handbook.model.template import Field, Template

_OFF = "在线填写要打开脚本；可以下载空白文书填写。"
_WARNING = "涉密、真实案件内容按保密规定，只在单位规定的设备上填。"
_PROMISE = "填的内容只在这个网页里，不上传、不保存，关了就没有了。"
# Types whose input or label says all that their rule would.
_PLAIN = frozenset({"文字", "多段文字", "单选", "多选", "日期", "时间", "日期时间"})
_BUTTON = "md-button hb-fill__button"


@dataclass(frozen=True, slots=True)
class Document:
    """A document that a form fills in, and the address of the script that holds its blank, relative to the page."""

    template: Template
    blank: str


def form(
    title: str,
    code: str,
    fields: Sequence[Field],
    documents: Sequence[Document],
    *,
    owners: Mapping[str, tuple[str, str]] | None = None,
    prefix: str = "hb-fill",
) -> str:
    """The form as HTML on one line, which Markdown leaves alone; without scripts it only says what they are for.

    Args:
        title: of the document, or of the packet.
        code: of the template, or of the packet.
        fields: what is asked.
        documents: what is filled in.
        owners: fields of one document among several: name → (code of its template, name of the field in it).
        prefix: of the ids, which differ from those of other forms on the page.
    """
    facts = {
        "code": code,
        "title": title,
        "fields": [_field_facts(field) | _owner((owners or {}).get(field.name)) for field in fields],
        "documents": [_document_facts(document) for document in documents],
    }
    return (
        f'<div class="hb-fill" data-module="hb-fill" data-search-exclude translate="no"><p class="hb-fill__off">{_OFF}</p>'
        f"{_start()}{_form(title, fields, prefix, packed=len(documents) > 1)}{data_block(facts)}</div>"
    )


def _owner(owner: tuple[str, str] | None) -> dict[str, str]:
    return {"of": owner[0], "as": owner[1]} if owner else {}


def template_facts(template: Template) -> dict[str, Any]:
    """What a script has to know of a template to judge a document of it."""
    return {
        "code": template.code,
        "title": template.title,
        "version": template.version,
        "fingerprint": template.fingerprint,
        "fields": [_field_facts(field) for field in template.fields],
    }


def data_block(facts: object) -> str:
    """Facts as a block that is no script; no value can end it."""
    text = json.dumps(facts, ensure_ascii=False, separators=(",", ":"))
    for character in "&<>":
        text = text.replace(character, f"\\u{ord(character):04x}")
    return f'<script type="application/json">{text}</script>'


def _document_facts(document: Document) -> dict[str, str]:
    template = document.template
    return {
        "code": template.code,
        "title": template.title,
        "version": template.version,
        "fingerprint": template.fingerprint,
        "blank": document.blank,
    }


def _field_facts(field: Field) -> dict[str, Any]:
    """What the script has to know of a field; what says nothing is left out."""
    facts: dict[str, Any] = {
        "name": field.name,
        "type": field.type,
        "limit": field.max_length or type_of(field.type).limit,
        "required": field.required,
        "options": list(field.options),
        "needed": tree(field.needed_when) if field.needed_when else None,
        "computed": tree(field.computed) if field.computed else None,
        "notBefore": field.not_before,
        "notAfter": field.not_after,
    }
    if field.fields:
        facts |= {"fields": [_field_facts(inner) for inner in field.fields]}
        facts |= {"least": field.least_rows, "most": field.most_rows}
    return {name: value for name, value in facts.items() if value or name == "least"}


def _start() -> str:
    warning = f'<p class="hb-fill__warning"><strong>{_WARNING}</strong>{_PROMISE}</p>'
    button = _button("open", "打开填写表单", "md-button md-button--primary", ' aria-expanded="false"')
    return f'<div class="hb-fill__start" hidden>{warning}{button}</div>'


def _form(title: str, fields: Sequence[Field], prefix: str, *, packed: bool) -> str:
    questions = "".join(_field(field, f"{prefix}-{number}") for number, field in enumerate(fields, 1))
    summary = '<div class="hb-fill__summary" role="alert" hidden></div>'
    chooser = '<input class="hb-fill__file" type="file" accept=".json" aria-label="选一个保存过的文件" hidden>'
    tools = f"{_button('save', '保存到文件')}{_button('load', '从文件读入')}{_button('clear', '清空')}{chooser}"
    words = "下载填好的整套文书" if packed else "下载填好的文书"
    send = f'<button type="submit" class="md-button md-button--primary">{words}</button>'
    status = '<p class="hb-fill__status" role="status"></p>'
    return (
        f'<form class="hb-fill__form" aria-label="在线填写：{escape(title)}" autocomplete="off" novalidate hidden>'
        f'{summary}{questions}<div class="hb-fill__send">{send}{tools}</div>{status}</form>'
    )


def _button(action: str, words: str, classes: str = _BUTTON, more: str = "") -> str:
    return f'<button type="button" class="{classes}" data-action="{action}"{more}>{words}</button>'


def _field(field: Field, ident: str) -> str:
    """A field with its label, its hint and the place of its error."""
    kind = type_of(field.type).input(field).kind
    if kind in ("checkboxes", "rows"):
        content = _boxes(field, ident) if kind == "checkboxes" else _rows(field, ident)
        described = " ".join(_described(field, ident))
        head = f'<legend class="hb-fill__label">{_label(field)}</legend>{_notes(field, ident)}'
        attributes = f'class="hb-fill__field hb-fill__field--{kind}" aria-describedby="{described}"'
        return f'<fieldset {attributes} data-field="{escape(field.name)}">{head}{content}</fieldset>'
    label = f'<label class="hb-fill__label" for="{ident}">{_label(field)}</label>'
    parts = f"{label}{_notes(field, ident)}{_input(field, ident)}"
    return f'<div class="hb-fill__field" data-field="{escape(field.name)}">{parts}</div>'


def _label(field: Field) -> str:
    mark = '<span class="hb-fill__mark">必填</span>' if field.required else ""
    return f"{escape(field.name)}{mark}"


def _notes(field: Field, ident: str) -> str:
    hint = "；".join(_hints(field))
    shown = f'<p class="hb-fill__hint" id="{ident}-hint">{escape(hint)}</p>' if hint else ""
    return f'{shown}<p class="hb-fill__error" id="{ident}-error" hidden></p>'


def _described(field: Field, ident: str) -> Iterator[str]:
    if any(_hints(field)):
        yield f"{ident}-hint"
    yield f"{ident}-error"


def _hints(field: Field) -> Iterator[str]:
    if field.note:
        yield field.note
    if field.computed:
        yield f"按“{'”“'.join(field.computed.fields)}”自动算出"
    elif field.type not in _PLAIN and not field.fields:
        yield type_of(field.type).rule
    if field.max_length:
        yield f"最多{field.max_length}字"


def _input(field: Field, ident: str) -> str:
    asked = type_of(field.type).input(field)
    marks = f'class="hb-fill__input" id="{ident}" aria-describedby="{" ".join(_described(field, ident))}"'
    marks += ' aria-required="true"' if field.required else ""
    marks += ' readonly tabindex="0"' if field.computed else ""
    if asked.kind == "select" and not field.computed:
        options = "".join(f"<option>{escape(option)}</option>" for option in asked.options)
        return f'<select {marks}><option value="">请选择</option>{options}</select>'
    if asked.kind == "textarea":
        return f'<textarea rows="4" spellcheck="false" {marks}></textarea>'
    kind = "text" if asked.kind == "select" or field.computed else asked.kind
    # Without maxlength: it cuts what is pasted in silence, and counts 𠮷 twice.
    more = "".join(f' {name}="{escape(value)}"' for name, value in asked.attributes if name != "maxlength")
    return f'<input type="{kind}"{more} spellcheck="false" {marks}>'


def _boxes(field: Field, ident: str) -> str:
    """A check box for each option."""
    boxes = (
        f'<label class="hb-fill__choice"><input type="checkbox" id="{ident}{f"-{number}" if number else ""}" '
        f'value="{escape(option)}">{escape(option)}</label>'
        for number, option in enumerate(field.options)
    )
    return "".join(boxes)


def _rows(field: Field, ident: str) -> str:
    """The place of the rows, and the row that the script copies into it; it puts a number for each ``r0``."""
    inner = "".join(_field(column, f"{ident}-r0-{number}") for number, column in enumerate(field.fields, 1))
    remove = _button("remove-row", "删除这一行")
    row = f'<div class="hb-fill__row" role="group"><p class="hb-fill__row-number"></p>{inner}{remove}</div>'
    add = _button("add-row", "添加一行", _BUTTON, f' id="{ident}"')
    return f'<div class="hb-fill__rows"></div><template class="hb-fill__model">{row}</template>{add}'
