"""同一件事填了两个不同的内容，在一份文书里，或者在一起交来的几份文书之间。

为什么：几份文书说的是同一件事，内容对不上，必有一份错。
错误：登记表写“接收日期 2099年1月5日”，告知记录写“接收日期 2099年1月6日”。
正确：核对后改成一样；每份文书本来就各不相同的（文号、落款日期），在字段字典里写“每份各填: 是”。

同一个压缩包、同一个文件夹、同一条命令里列出的文件算一起交来的。
"""

from __future__ import annotations

from collections.abc import Iterator

from handbook.diagnostics import Finding
from handbook.documents.filled import Filled, of_known, value_of
from handbook.documents.reading import Control
from handbook.documents.registry import check
from handbook.fields import type_of
from handbook.model.template import Template

_LONGEST = 30


@check("DOC011", "two-values")
def probe(documents: tuple[Filled, ...]) -> Iterator[Finding]:
    """A finding for each value that differs from an earlier one of the same fact."""
    packets: dict[str, dict[str, tuple[str, str]]] = {}
    for document, template in of_known(documents):
        own: dict[str, tuple[str, str]] = {}
        shared = packets.setdefault(document.source.packet, {})
        for name, value, control in _values(document, template):
            field = template.field(name)
            known = own if field is None or field.per_document else shared
            first, place = known.setdefault(name, (value, document.source.path))
            if first != value:
                where = "前面" if place == document.source.path else f"“{place}”里"
                display = type_of(field.type if field else "").display
                message = f"“{name}”这里是“{_short(display(value))}”，{where}是“{_short(display(first))}”"
                yield document.finding(control, message, "核对后改成一样")


def _values(document: Filled, template: Template) -> Iterator[tuple[str, str, Control]]:
    """Every value that is filled in, also of fields that stand in several places."""
    for control in document.content.controls:
        field = template.field(control.tag)
        if field is not None and (value := value_of(field, control)):
            yield field.name, value, control


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else f"{line[:_LONGEST]}……"
