"""The terms for readers: the glossary page, and the note that explains a term where a page first uses it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from handbook.model.handbook import Handbook
from handbook.model.page import Page
from handbook.model.term import Term, confused_with
from handbook.renderers.listing import inserted
from handbook.renderers.markdown import escape, link

_MOST = 3  # confusions that a pop-up names; the glossary has all


@dataclass(frozen=True, slots=True)
class Note:
    """What a pop-up tells: what it is about, one sentence, and small print."""

    title: str
    text: str
    facts: tuple[str, ...] = ()


def note(term: Term, handbook: Handbook) -> Note:
    """What the pop-up of a term tells."""
    words = [word for word, _ in confused_with(term, handbook.glossary)][:_MOST]
    facts = [f"也叫：{'、'.join(term.aliases)}"] if term.aliases else []
    facts += [f"别和{'、'.join(f'“{word}”' for word in words)}混同"] if words else []
    return Note(term.name, term.definition, tuple(facts))


def compose(page: Page, handbook: Handbook) -> str:
    """The Markdown of the glossary page: above the author's first section the terms by group, each with an anchor."""
    lines: list[str] = []
    for group in dict.fromkeys(term.group for term in handbook.glossary.values()):
        terms = (term for term in handbook.glossary.values() if term.group == group)
        entries = (line for term in sorted(terms, key=_by_sound) for line in _entry(page, term, handbook))
        lines += [f"## {escape(group)}", "", *entries]
    return inserted(page, ['<div class="hb-glossary" data-module="hb-glossary" markdown="1">', "", *lines, "</div>"])


def _by_sound(term: Term) -> bytes:
    """GB 2312 has its common characters in the order of their pinyin."""
    return term.name.lstrip("“").encode("gb18030")


def _entry(page: Page, term: Term, handbook: Handbook) -> Iterator[str]:
    yield f"{escape(term.name)} {{: #{term.anchor} }}"
    yield from (f":   {escape(term.definition)}", "")
    for label, words in (("全称", term.full), ("简称", term.short), ("也叫", term.also)):
        if words:
            yield from (f":   **{label}**：{escape('、'.join(remark.word for remark in words))}", "")
    confusions = [
        f"{_named(page, word, handbook.glossary)}——{escape(why)}"
        for word, why in confused_with(term, handbook.glossary)
    ]
    yield from _listed("不要混同", confusions)
    yield from _listed("不再使用", [f"“{escape(word.word)}”——{escape(word.text)}" for word in term.obsolete])
    if term.basis:
        yield from (f":   **依据**：{escape(term.basis)}", "")


def _named(page: Page, word: str, glossary: object) -> str:
    known = glossary.get(word) if isinstance(glossary, dict) else None
    return link(page, f"#{known.anchor}", word) if known else f"“{escape(word)}”"


def _listed(label: str, items: Sequence[str]) -> Iterator[str]:
    if len(items) == 1:
        yield from (f":   **{label}**：{items[0]}", "")
    elif items:
        yield from (f":   **{label}**：", "", *(f"    - {item}" for item in items), "")
