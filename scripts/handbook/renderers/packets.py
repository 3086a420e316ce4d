"""The packets: for each event a page with its documents, and one form that asks each fact once."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Sequence
from dataclasses import replace

from handbook.model.dictionary import Packet
from handbook.model.expression import Junction, named_fields
from handbook.model.handbook import Handbook
from handbook.model.page import Page
from handbook.model.template import Field, Template
from handbook.renderers.form import Document, form
from handbook.renderers.listing import inserted
from handbook.renderers.markdown import escape, link, table


def compose_index(page: Page, handbook: Handbook) -> str:
    """The Markdown of the page that lists the packets; the list stands above the first section of the author's words."""
    packets = handbook.registers.packets.values()
    rows = (
        [link(page, packet.src, packet.name), escape(packet.event), "、".join(_documents(page, packet, handbook))]
        for packet in packets
    )
    return inserted(page, list(table(["成套文书", "什么时候用", "有哪几份"], rows)) if packets else [])


def compose(page: Page, handbook: Handbook) -> str:
    """The Markdown of a packet's generated page: its documents, and one form that asks each fact once."""
    packet = handbook.registers.packets[page.meta.text("packet")]
    templates = [handbook.templates[code] for code, _ in packet.codes if code in handbook.templates]
    folder = posixpath.dirname(page.url) or "."
    documents = [Document(t, posixpath.relpath(f"{handbook.downloads[t.code][0]}.js", folder)) for t in templates]
    fields, owners = union(templates)
    steps = _procedures(page, packet, handbook)
    index = handbook.first_of_kind["packets"].src
    lines = [
        f"# {escape(packet.name)}",
        "",
        f"{escape(packet.event)}。一次填好这几份，相同的内容只填一次：",
        "",
        *(f"1. {document}" for document in _documents(page, packet, handbook)),
        "",
        form(packet.name, packet.id, fields, documents, owners=owners),
        "",
        *([f"用在：{'、'.join(steps)}。", ""] if steps else []),
        f"用之前的注意事项和别的套，见{link(page, index, '成套文书')}。",
    ]
    return "\n".join(lines)


def packets_of(codes: Sequence[str], handbook: Handbook) -> list[Packet]:
    """The packets all of whose documents are among some, and whose page the handbook has."""
    packets = handbook.registers.packets.values()
    return [packet for packet in packets if packet.src in handbook.pages and {c for c, _ in packet.codes} <= set(codes)]


def _documents(page: Page, packet: Packet, handbook: Handbook) -> list[str]:
    templates = (handbook.templates[code] for code, _ in packet.codes if code in handbook.templates)
    return [link(page, template.src, f"{template.title}（{template.code}）") for template in templates]


def _procedures(page: Page, packet: Packet, handbook: Handbook) -> list[str]:
    """The procedures that use every document of the packet."""
    return [
        link(page, procedure.src, f"{procedure.title}（{procedure.code}）")
        for procedure in handbook.procedures.values()
        if packet in packets_of(procedure.meta.texts("templates"), handbook)
    ]


def union(templates: Sequence[Template]) -> tuple[list[Field], dict[str, tuple[str, str]]]:
    """The questions of several documents, each fact once; what each document has of its own comes last.

    Returns:
        The fields, and for those of one document: name → (code of the template, name of the field in it).
    """
    separate = _separate(templates)
    shared: dict[str, Field] = {}
    own: list[Field] = []
    owners: dict[str, tuple[str, str]] = {}
    for template in templates:
        for field in template.fields:
            if field.name in separate:
                name = f"{field.name}（{template.title}）"
                own.append(replace(field, name=name))
                owners[name] = (template.code, field.name)
            else:
                known = shared.get(field.name)
                shared[field.name] = _merged(known, field) if known else field
    return [*shared.values(), *own], owners


def _separate(templates: Sequence[Template]) -> frozenset[str]:
    """The names that each document fills in for itself: declared so, of different kinds, or following from such."""
    first: dict[str, Field] = {}
    found: set[str] = set()
    for field in (field for template in templates for field in template.fields):
        known = first.setdefault(field.name, field)
        if field.per_document or _kind(known) != _kind(field):
            found.add(field.name)
    size = -1
    while size != len(found):
        size = len(found)
        found |= {f.name for template in templates for f in template.fields if found & set(_named(f))}
    return frozenset(found)


def _kind(field: Field) -> tuple[object, ...]:
    columns = tuple((column.name, _kind(column)) for column in field.fields)
    return field.type, field.options, columns, field.computed


def _named(field: Field) -> Iterator[str]:
    """The fields that a field depends on."""
    for expression in (field.needed_when, field.computed):
        if expression:
            yield from named_fields(expression)
    yield from filter(None, (field.not_before, field.not_after))


def _merged(one: Field, other: Field) -> Field:
    """A field that pleases both documents."""
    conditions = tuple(condition for condition in (one.needed_when, other.needed_when) if condition is not None)
    lengths = [length for length in (one.max_length, other.max_length) if length]
    return replace(
        one,
        required=one.required or other.required,
        needed_when=Junction("any", conditions) if len(conditions) > 1 else next(iter(conditions), None),
        max_length=min(lengths, default=None),
        note="；".join(dict.fromkeys(filter(None, (one.note, other.note)))),
        not_before=one.not_before or other.not_before,
        not_after=one.not_after or other.not_after,
        least_rows=max(one.least_rows, other.least_rows),
        most_rows=min(one.most_rows, other.most_rows),
    )
