"""法条写得出、却查不到：名称不对、没有这一条、款项不对，或者引的是已经修改、废止的版本。

为什么：决定、报告引错条款，审理时要退回，送达以后被申诉就站不住。
错误：`《处分条例》第二百条`（全文一百五十八条）；`《处分条例2018》第一百一十九条`。
正确：对照现行原文：`《处分条例》第一百二十八条`。

法规登记表里没有的法规不查；款、项要有法规原文（`[tool.handbook]` 的 `statute_texts`）才查得了。
"""

from __future__ import annotations

from collections.abc import Iterator

from handbook.diagnostics import Finding, Span
from handbook.documents.filled import Filled, of_known, value_of
from handbook.documents.reading import Control
from handbook.documents.registry import check
from handbook.model.citation import Citation
from handbook.model.citation_checks import ALL, unknown_statute, unseen_statute
from handbook.model.handbook import Handbook
from handbook.sources.citations import read_citations

_TYPE = "法条"
_CHECKS = tuple(one for one in ALL if one not in (unknown_statute, unseen_statute))


@check("DOC014", "wrong-provision")
def probe(documents: tuple[Filled, ...]) -> Iterator[Finding]:
    """A finding for each provision that the register knows to be wrong."""
    for document, _ in of_known(documents):
        if document.handbook is None or not document.handbook.statutes:
            continue
        for name, value, control in _values(document):
            for fault in _faults(document.handbook, value):
                yield document.finding(control, f"“{name}”填得不对：{fault.message}", fault.hint)


def _values(document: Filled) -> Iterator[tuple[str, str, Control]]:
    """Every value of the type 法条, in groups too."""
    for control in document.content.controls:
        field = document.field_of(control.tag)
        if field is not None and field.type == _TYPE:
            yield field.name, value_of(field, control), control
    for group in document.template.fields if document.template else ():
        for number, row in enumerate(document.rows(group) if group.fields else (), 1):
            for column, value, control in row:
                if column.type == _TYPE:
                    yield f"{group.name}第{number}行的{column.name}", value, control


def _faults(handbook: Handbook, value: str) -> Iterator[Finding]:
    for citation in read_citations(value, handbook.statute_names, lambda offset: Span("", 1, offset + 1)):
        yield from _misspelt(handbook, citation)
        for one in _CHECKS:
            yield from one(handbook, citation)


def _misspelt(handbook: Handbook, citation: Citation) -> Iterator[Finding]:
    """A name that is nearly one of the register; any other may be a statute that the handbook has no use for."""
    for fault in unknown_statute(handbook, citation):
        if "《" in fault.hint:
            yield fault
