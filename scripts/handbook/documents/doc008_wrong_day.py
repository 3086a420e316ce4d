"""日期填写框里显示的日期，和它记住的日期不是同一天。

为什么：直接改了显示的字，没有用日历选，Word 记住的还是原来那一天；别的程序读到的是记住的那一天。
错误：显示“2099年1月6日”，填写框记住的是 2099-01-05。
正确：点填写框右边的箭头，从日历里选。
"""

from __future__ import annotations

from collections.abc import Iterator

from handbook.diagnostics import Finding
from handbook.documents.filled import Filled, of_known, value_of
from handbook.documents.registry import check


@check("DOC008", "wrong-day")
def probe(documents: tuple[Filled, ...]) -> Iterator[Finding]:
    """A finding for each date control whose text and day differ."""
    for document, _ in of_known(documents):
        for control in document.content.controls:
            field = document.field_of(control.tag)
            value = value_of(field, control) if field is not None and field.type == "日期" else ""
            if value and control.day and control.day != value:
                message = f"“{control.tag}”显示“{control.text.strip()}”，记住的却是 {control.day}"
                yield document.finding(control, message, "用填写框的日历再选一次")
