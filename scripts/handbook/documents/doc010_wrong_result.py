"""推算出来的内容和填的不一样，例如大写金额和小写金额对不上。

为什么：大写和小写、年龄和身份证号对不上，必有一个错。
错误：金额 120.00，大写“壹佰贰拾壹元整”。
正确：金额 120.00，大写“壹佰贰拾元整”。
"""

from __future__ import annotations

from collections.abc import Iterator

from handbook.diagnostics import Finding
from handbook.documents.filled import Filled, of_known
from handbook.documents.registry import check
from handbook.fields import type_of
from handbook.fields.logic import compute
from handbook.model.template import Template


@check("DOC010", "wrong-result")
def probe(documents: tuple[Filled, ...]) -> Iterator[Finding]:
    """A finding for each computed value that is another."""
    for document, template in of_known(documents):
        facts = _valid(document, template)
        for field in template.fields:
            value, control = document.values.get(field.name, ("", None))
            right = compute(field.computed, facts) if field.computed and value else ""
            if right and right != value:
                shown = type_of(field.type).display(right)
                given = "、".join(f"“{name}”" for name in field.computed.fields) if field.computed else ""
                message = f"“{field.name}”填的是“{type_of(field.type).display(value)}”，由{given}推算应当是“{shown}”"
                yield document.finding(control, message, "核对后改正")


def _valid(document: Filled, template: Template) -> dict[str, str]:
    """The facts that can be computed with."""
    fields = {field.name: field for field in template.fields}
    return {
        name: value
        for name, value in document.facts.items()
        if value and type_of(fields[name].type).check_value(fields[name], value) is None
    }
