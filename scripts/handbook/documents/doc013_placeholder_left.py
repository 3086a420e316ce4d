"""没有填的地方还显示提示文字，打印出来会印在文书上。

为什么：提示文字是字段的名字，印在正式文书上不好看，也会被当成漏填。
错误：选填的“诉求”一格没有填，还显示灰色的“诉求”。
正确：没有内容的写“无”，或者打一个空格。
"""

from __future__ import annotations

from collections.abc import Iterator

from handbook.diagnostics import Finding, Severity
from handbook.documents.filled import Filled, of_known
from handbook.documents.registry import check


@check("DOC013", "placeholder-left", Severity.WARNING)
def probe(documents: tuple[Filled, ...]) -> Iterator[Finding]:
    """A finding for each optional field whose placeholder is still there; required ones are reported as empty."""
    for document, _ in of_known(documents):
        for name, (value, control) in document.values.items():
            field = document.field_of(name)
            if field is not None and not field.required and not value and control.text.strip() == name:
                yield document.finding(control, f"“{name}”没有填，还显示着提示文字", "写“无”，或者打一个空格")
