"""文书里有一个填写框，模板里没有这个字段。

为什么：多出来的填写框是从别的文书复制来的，或者是旧版留下的，填了也没有人看。
错误：把另一份文书的一格复制过来。
正确：在空白文书自己的填写框里填。
"""

from __future__ import annotations

from collections.abc import Iterator

from handbook.diagnostics import Finding
from handbook.documents.filled import Filled, of_known
from handbook.documents.registry import check


@check("DOC004", "unknown-tag")
def probe(documents: tuple[Filled, ...]) -> Iterator[Finding]:
    """A finding for each control that the template does not have."""
    for document, template in of_known(documents):
        columns = [control for rows in document.content.rows.values() for row in rows for control in row]
        for control in (*document.content.controls, *columns):
            field = document.field_of(control.tag)
            option = control.tag.partition("=")[2]
            known = control.tag in template.addresses if field is None else not option or option in field.options
            if not known:
                yield document.finding(control, f"模板里没有填写框“{control.tag}”", "删去，或者换成现在的空白文书")
