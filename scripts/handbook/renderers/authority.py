"""Who may decide what, for readers: the page of authority, and the box on each procedure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from handbook.model.authority import Matter, Power
from handbook.model.handbook import Handbook
from handbook.model.page import Page
from handbook.renderers.markdown import boxed, escape, link, table

# The sections of the page below which the build writes the matters, and the heads of their tables.
SECTIONS: Mapping[str, tuple[Power, tuple[str, ...]]] = {
    "自己能办": (Power.OWN, ("事项", "谁批", "依据")),
    "要县级（及以上）批": (Power.ABOVE, ("事项", "批准机关", "依据")),
    "不能办": (Power.NONE, ("事项", "为什么", "依据")),
    "一律适用的底线": (Power.ALWAYS, ()),
}


def compose(page: Page, handbook: Handbook) -> str:
    """The Markdown of the page of authority: below each of its sections the matters of that kind."""
    after = {section.heading.span.line: section.title for section in page.sections if section.title in SECTIONS}
    composed: list[str] = []
    for number, line in enumerate(page.lines[page.body_line - 1 :], page.body_line):
        composed.append(line)
        if number in after:
            composed += ["", *_section(page, after[number], handbook), ""]
    return "\n".join(composed)


def _section(page: Page, title: str, handbook: Handbook) -> list[str]:
    power, head = SECTIONS[title]
    matters = [matter for matter in handbook.authority.values() if matter.power is power]
    if not head:
        return [f"- {_subject(page, m, handbook)}{_basis(m)}\n  {{: #{m.anchor} }}" for m in matters]
    rows = ([f"{_subject(page, m, handbook)} {{: #{m.anchor} }}", _words(m), escape(m.basis)] for m in matters)
    return table(head, rows)


def _basis(matter: Matter) -> str:
    return f"：{escape(matter.basis)}。" if matter.basis else "。"


def _words(matter: Matter) -> str:
    return "。".join(escape(text) for text in (matter.words, matter.note) if text)


def _subject(page: Page, matter: Matter, handbook: Handbook) -> str:
    """The matter, with links to where it is dealt with."""
    links = [
        link(page, f"{handbook.procedures[one.code].src}{f'#{one.step}' if one.step else ''}", one.code)
        for one in matter.procedures
        if one.code in handbook.procedures
    ]
    return f"{escape(matter.subject)}，见{'、'.join(links)}" if links else escape(matter.subject)


def box(page: Page, handbook: Handbook) -> Iterator[str]:
    """The lines of the box 本流程的权限 of a procedure page; none when no matter names the procedure."""
    whole = handbook.first_of_kind.get("authority")
    matters = [m for m in handbook.authority.values() if page.code in (one.code for one in m.procedures)]
    if not matters or whole is None:
        return
    title = f"**本流程的权限**（全部见{link(page, whole.src, whole.title)}）"
    yield from boxed("hb-authority", [title, "", *(_line(page, whole, matter) for matter in matters)])


def _line(page: Page, whole: Page, matter: Matter) -> str:
    subject = link(page, f"{whole.src}#{matter.anchor}", matter.subject) if matter.power is not Power.ALWAYS else ""
    words = f"：{_words(matter)}" if matter.words else ""
    return f"- **{matter.power}** {subject or escape(matter.subject)}{words}"
