"""日期的先后不对：后面的事写在了前面的事之前。

为什么：先后颠倒，说明有一个日期写错了，期限也就算不对。
错误：收到日期 2099-01-05，告知日期 2099-01-04。
正确：核对两个日期，改正写错的那个。
"""

from __future__ import annotations

from collections.abc import Iterator

from handbook.diagnostics import Finding
from handbook.documents.filled import Filled, of_known
from handbook.documents.registry import check
from handbook.fields import type_of
from handbook.fields.logic import is_ordered


@check("DOC009", "wrong-order")
def probe(documents: tuple[Filled, ...]) -> Iterator[Finding]:
    """A finding for each date on the wrong side of its bound."""
    for document, template in of_known(documents):
        facts = document.facts
        for field in template.fields:
            for bound, wrong, word in ((field.not_before, "before", "早于"), (field.not_after, "after", "晚于")):
                mine, other = facts.get(field.name, ""), facts.get(bound, "")
                if is_ordered(wrong, mine, other):
                    kind, bounding = type_of(field.type), template.field(bound)
                    shown = type_of(bounding.type if bounding else "").display(other)
                    message = f"“{field.name}”{kind.display(mine)}{word}“{bound}”{shown}"
                    yield document.finding(document.values[field.name][1], message, "核对两个日期")
