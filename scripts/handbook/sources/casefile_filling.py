"""The documents of the fictitious case, filled: its facts become the examples of the real templates."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from handbook.fields import type_of
from handbook.fields.date import TYPE as DATE
from handbook.model.casefile import CaseDocument, CaseFile
from handbook.model.dictionary import Fact
from handbook.model.template import Field, Template
from handbook.model.value import Scalar

REFERENCE = re.compile(r"\{\{([^{}]+)\}\}")
_DEPTH = 8  # a fact may name a fact that names a fact
_LIST, _NUMBER, _NAME, _DAY, _PAGES = "卷内材料", "材料文号", "材料题名", "材料日期", "起止页号"
_FIRST, _LAST, _TOTAL, _OWN_NUMBER = "起始日期", "截止日期", "总页数", "文号"


def filled(case: CaseFile, templates: Mapping[str, Template], dictionary: Mapping[str, Fact]) -> CaseFile:
    """The case with every document filled; what cannot be filled stays as it was written, and rules report it.

    Args:
        case: the case as it is written.
        templates: by code.
        dictionary: the types of the facts.
    """
    filler = _Filler(case, templates, dictionary)
    known = [filler.known(document) for document in case.documents]
    whole = replace(case, documents=tuple(known))
    documents = tuple(filler.document(document, whole) for document in known)
    story = tuple(filler.words(text, case.facts) for text in case.story)
    unused = {name: replace(why, text=filler.words(why.text, case.facts)) for name, why in case.unused.items()}
    return replace(case, documents=documents, story=story, unused=unused)


class _Filler:
    def __init__(self, case: CaseFile, templates: Mapping[str, Template], dictionary: Mapping[str, Fact]) -> None:
        self._case = case
        self._templates = templates
        self._dictionary = dictionary

    def known(self, document: CaseDocument) -> CaseDocument:
        """The document with its title, its day and every fact that it may use."""
        template = self._templates.get(document.code.text)
        person = self._case.people.get(document.subject.text, {})
        written = {**self._case.facts, **person, **document.own}
        facts = {name: replace(fact, text=self.words(fact.text, written)) for name, fact in written.items()}
        day = facts.get(document.day.text)
        return replace(
            document,
            title=document.title or (template.title if template else document.code.text),
            day=replace(document.day, text=day.text) if day else document.day,
            dated=document.day.text if day else "",
            why=self.words(document.why, written),
            facts=facts,
            rows={
                name: tuple(
                    {key: replace(v, text=self.words(v.text, written)) for key, v in row.items()} for row in rows
                )
                for name, rows in document.rows.items()
            },
            mistakes=tuple(
                replace(
                    m,
                    wrong=self.words(m.wrong, written),
                    right=self.words(m.right, written),
                    why=self.words(m.why, written),
                )
                for m in document.mistakes
            ),
        )

    def document(self, document: CaseDocument, case: CaseFile) -> CaseDocument:
        """The document with its template filled."""
        template = self._templates.get(document.code.text)
        if document.contents:
            document = _with_contents(document, case)
        if template is None:
            return document
        fields = tuple(_filled_field(field, document) for field in template.fields)
        return replace(document, template=replace(template, fields=fields))

    def words(self, text: str, facts: Mapping[str, Scalar], depth: int = 0) -> str:
        """A text with its references replaced: alone a reference is the value itself, among words it is as printed."""
        whole = REFERENCE.fullmatch(text)
        if whole and whole[1] in facts and depth < _DEPTH:
            return self.words(facts[whole[1]].text, facts, depth + 1)
        return REFERENCE.sub(lambda found: self._shown(found, facts, depth), text)

    def _shown(self, found: re.Match[str], facts: Mapping[str, Scalar], depth: int) -> str:
        name = found[1]
        if name not in facts or depth >= _DEPTH:
            return found[0]
        value = self.words(facts[name].text, facts, depth + 1)
        entry = self._dictionary.get(name)
        return type_of("日期" if DATE.is_day(value) else entry.field.type if entry else "文字").display(value)


def _filled_field(field: Field, document: CaseDocument) -> Field:
    """The field with the facts of the case for its examples."""
    if field.fields:
        rows = document.rows.get(field.name, ())
        examples = tuple(tuple((name, value.text) for name, value in row.items()) for row in rows)
        columns = tuple(replace(column, left_blank=not column.required) for column in field.fields)
        return replace(field, example="", example_rows=examples, fields=columns)
    fact = document.facts.get(field.name)
    return replace(field, example=fact.text if fact else "", left_blank=not field.required)


def _with_contents(document: CaseDocument, case: CaseFile) -> CaseDocument:
    """The table of contents with what the volume holds."""
    held = [other for other in case.of_volume(document.volume.text) if not other.contents]
    days = sorted(other.day.text for other in held)
    made = {_TOTAL: str(sum(other.pages for other in held))}
    if days:
        made |= {_FIRST: days[0], _LAST: days[-1]}
    facts = {**document.facts, **{name: Scalar(text, document.span) for name, text in made.items()}}
    rows = {**document.rows, _LIST: tuple(_listed(held, document))}
    return replace(document, facts=facts, rows=rows)


def _listed(held: list[CaseDocument], document: CaseDocument) -> Iterator[dict[str, Scalar]]:
    page = 1
    for other in held:
        last = page + other.pages - 1
        number = other.own.get(_OWN_NUMBER)
        texts = {
            _NUMBER: other.facts[_OWN_NUMBER].text if number else "无",
            _NAME: other.title,
            _DAY: other.day.text,
            _PAGES: str(page) if last == page else f"{page}至{last}",
        }
        yield {name: Scalar(text, document.span) for name, text in texts.items()}
        page = last + 1
