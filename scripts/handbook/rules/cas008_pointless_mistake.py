"""模拟案卷的“常见错误”和对的写法一样，或者没有对的写法可比。

为什么：错的和对的摆在一起才看得出错在哪里；两边一样，就成了把对的说成错的。
错误：`{字段: 立案日期, 错: 2099年3月10日, 为什么: …}`，立案日期本来就是3月10日；没有写“字段”，也没有写“对”。
正确：错的写一个真会有人写的错；不是填错一格的（程序、做法），把“对”也写出来。
"""

from __future__ import annotations

from collections.abc import Iterator

from handbook.diagnostics import Finding
from handbook.fields import type_of
from handbook.model.casefile import CaseDocument, Mistake
from handbook.model.handbook import Handbook
from handbook.rules.casefile import documents
from handbook.rules.registry import rule


@rule("CAS008", "pointless-mistake")
def check(handbook: Handbook) -> Iterator[Finding]:
    for document in documents(handbook):
        for mistake in document.mistakes:
            right = {mistake.right, *_values(mistake, document)} - {""}
            if mistake.wrong in right:
                message = f"“{mistake.wrong}”写成了错的，对的也是它"
                yield Finding(mistake.span, message, "改成真会有人写的错，或者删去")
            elif not mistake.right and mistake.field is None:
                yield Finding(mistake.span, f"“{mistake.wrong}”没有对的写法可比", "写上“字段”，或者写上“对”")


def _values(mistake: Mistake, document: CaseDocument) -> tuple[str, ...]:
    """What the document has in the field, stored and as printed."""
    field = document.template.field(mistake.field.text) if document.template and mistake.field else None
    fact = document.facts.get(field.name) if field else None
    return (fact.text, type_of(field.type).display(fact.text)) if field and fact else ()
