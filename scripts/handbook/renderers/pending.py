"""The page of what is unconfirmed: every sentence of the handbook with the mark 待核, and where it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from handbook.model.deadline import Deadline
from handbook.model.handbook import Handbook
from handbook.model.page import Heading, Page
from handbook.model.statute import Status
from handbook.model.template import Template
from handbook.renderers.listing import inserted
from handbook.renderers.markdown import escape, link, table

_SHORTEST = 12  # characters of a sentence that can be understood by itself
_DEPARTMENT = "县（市、区）纪委监委"
MARKED = re.compile(r"〔待核(?:[：；][^〔〕]*)?〕")
EDITION = re.compile(r"（[^（）]*待核）")  # （2021年文本，2025年修订后条次待核）
_SENTENCE = re.compile(r"[^。！？]+[。！？]?")
_LINK = re.compile(r"\[([^\[\]]*)\]\([^()]*\)")
_LEAD = re.compile(r"^\s*(?:[-*+]|\d+\.|#+|:\s)\s*")
_EXPLAINED = re.compile(r"^\|\s*〔待核〕\s*\|")  # the row of a table that says what the mark means


@dataclass(frozen=True, slots=True)
class Unconfirmed:
    """A sentence that is not confirmed.

    Attributes:
        page: where readers find it.
        anchor: the heading or row that it stands under, or ``""``.
        place: what that is called.
        text: the sentence.
    """

    page: Page
    anchor: str
    place: str
    text: str


def compose(page: Page, handbook: Handbook) -> str:
    """The Markdown of the page: above the author's first section every unconfirmed sentence, by whom to ask."""
    found = list(unconfirmed(handbook))
    lines = [f"全书一共{len(found)}处。", ""] if found else ["现在没有待核的内容。", ""]
    for asked in dict.fromkeys(_asked(entry.page) for entry in found):
        entries = (entry for entry in found if _asked(entry.page) == asked)
        lines += [f"## 问{escape(asked)}", ""]
        lines += [*table(["待核的内容", "在哪里"], (_row(page, entry) for entry in entries)), ""]
    return inserted(page, [*lines, *_editions(page, handbook)])


def _asked(page: Page) -> str:
    """Who can tell: the department that answers for the page, and for a statute whoever interprets statutes there."""
    return page.meta.text("owner") or _DEPARTMENT


def _row(page: Page, entry: Unconfirmed) -> list[str]:
    target = f"{entry.page.src}#{entry.anchor}" if entry.anchor else entry.page.src
    title = _title(entry.page)
    place = title if entry.place == entry.page.title or entry.page.generated else f"{title}：{entry.place}"
    return [_escaped(entry.text), link(page, target, place)]


def _escaped(text: str) -> str:
    return escape(_LINK.sub(r"\1", text).replace("**", "").replace("`", ""))


def _editions(page: Page, handbook: Handbook) -> Iterator[str]:
    """The places that cite an edition whose articles have moved, or whose force is in doubt: one line a page."""
    found: dict[str, dict[tuple[str, str], None]] = {}
    for other in _written(handbook):
        places = {_place(other, heading): None for heading, line in _lines(other) if EDITION.search(line)}
        if places:
            found[other.src] = places
    if found:
        yield from ("## 条次、效力待核的引用", "", "下面各处引用的，是旧文本的条次，或者效力还没有核对的老规定。", "")
        for src, places in found.items():
            links = (link(page, f"{src}#{anchor}" if anchor else src, name) for anchor, name in places)
            title = _title(handbook.pages[src])
            itself = list(places) == [("", handbook.pages[src].title)]
            yield f"- {link(page, src, title)}" if itself else f"- {escape(title)}：{'、'.join(links)}"
        yield ""


def unconfirmed(handbook: Handbook) -> Iterator[Unconfirmed]:
    """Every unconfirmed sentence of the pages, the document templates and the registers."""
    templates = {template.src: template for template in handbook.all_templates}
    for page in _written(handbook):
        for heading, line in _lines(page, _notes(templates.get(page.src))):
            anchor, place = _place(page, heading)
            yield from (Unconfirmed(page, anchor, place, sentence) for sentence in _sentences(line))
    yield from _of_registers(handbook)


def _place(page: Page, heading: Heading | None) -> tuple[str, str]:
    """The anchor and the name of what stands under a heading; the headings of a document are no places of its page."""
    if heading is None or heading.level == 1 or page.kind == "template":
        return "", page.title
    return heading.id, heading.text


def _title(page: Page) -> str:
    return f"{page.code} {page.title}".strip()


def _written(handbook: Handbook) -> Iterator[Page]:
    return (page for page in handbook.published if page.kind not in ("", "pending") and not page.generated)


def _notes(template: Template | None) -> dict[int, str]:
    """What a template says of its fields, in the words of the note, by the line of the source."""
    fields = template.fields if template else ()
    return {field.span_of("说明").line: f"{field.name}：{field.note}" for field in fields if field.note}


def _lines(page: Page, notes: Mapping[int, str] | None = None) -> Iterator[tuple[Heading | None, str]]:
    """The lines of a page, each under its heading; drawings are left out, and notes stand for what nobody reads."""
    drawn = {
        line
        for chart in page.flowcharts
        for line in range(chart.first_line, chart.first_line + len(chart.source.splitlines()))
    }
    headings = {heading.span.line: heading for heading in page.headings}
    above: Heading | None = None
    for number, line in enumerate(page.lines, 1):
        above = headings.get(number, above)
        if "待核" in line and number not in drawn and not _EXPLAINED.match(line):
            yield above, (notes or {}).get(number, line)


def _sentences(line: str) -> Iterator[str]:
    """The sentences of a line that hold the mark; a row of a table, or a line of YAML, is one sentence."""
    text = _LEAD.sub("", line).strip()
    if text.startswith("|"):
        text = "；".join(cell.strip() for cell in text.strip("|").split("|"))
        parts: Sequence[str] = [text]
    else:
        parts = _SENTENCE.findall(text)
    for index, part in enumerate(parts):
        if MARKED.search(part):
            alone = index == 0 or len(MARKED.sub("", part).strip()) >= _SHORTEST
            yield (part if alone else parts[index - 1] + part).strip()


def _of_registers(handbook: Handbook) -> Iterator[Unconfirmed]:
    """What the registers mark, each at the row of the page that shows it; a register that no page shows has no place."""
    pages = {page.kind: page for page in reversed(handbook.published) if page.kind}
    rows = (
        *(("glossary", term.anchor, term.name, [term.definition]) for term in handbook.glossary.values()),
        *(("authority", m.anchor, f"{m.id} {m.subject}", [m.words, m.note]) for m in handbook.authority.values()),
        *(("deadlines", d.anchor, f"{d.id} {d.subject}", _words(d)) for d in handbook.deadlines.values()),
    )
    for kind, anchor, place, texts in rows:
        marked = "；".join(text for text in texts if MARKED.search(text))
        if marked and kind in pages:
            yield Unconfirmed(pages[kind], anchor, place, f"{place}：{marked}")
    for statute in handbook.statutes.values():
        facts = {"文号": statute.number, "通过": statute.adopted, "施行": statute.effective, "说明": statute.note}
        marked = "；".join(f"{name}：{text}" for name, text in facts.items() if MARKED.search(text))
        if statute.status is Status.UNCONFIRMED:
            marked = f"{f'{marked}；' if marked else ''}效力〔待核〕"
        if marked and statute.src in handbook.pages:
            yield Unconfirmed(handbook.pages[statute.src], "", f"《{statute.name}》", f"《{statute.name}》{marked}")


def _words(deadline: Deadline) -> list[str]:
    parts = (text for limit in deadline.limits for text in (limit.words, limit.start, limit.extension, limit.basis))
    own = (deadline.limit, deadline.start, deadline.extension, deadline.basis, deadline.note)
    return list(dict.fromkeys((*own, *parts)))
