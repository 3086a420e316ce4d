"""一套文书里，同一个字段在几份文书里不是一种类型，或者没有共同的选项。

为什么：成套填写时一件事只问一次，答案要在每一份里都填得进去。
错误：XF-W04 的 `告知方式` 只有“书面”，XF-W05 的 `告知方式` 只有“电话”“当面”，两份在同一套里。
正确：两份用同样的选项；不是一回事的，换一个名字。
"""

from __future__ import annotations

from collections.abc import Iterator

from handbook.diagnostics import Finding
from handbook.model.handbook import Handbook
from handbook.model.template import Field
from handbook.rules.registry import rule


@rule("FLD022", "conflicting-packet")
def check(handbook: Handbook) -> Iterator[Finding]:
    for packet in handbook.registers.packets.values():
        first: dict[str, tuple[str, Field]] = {}
        for code, span in packet.codes:
            template = handbook.templates.get(code)
            for field in template.fields if template else ():
                other, known = first.setdefault(field.name, (code, field))
                if field.type != known.type:
                    message = f"“{field.name}”在 {other} 是“{known.type}”，在 {code} 是“{field.type}”，放不进一套"
                    yield Finding(span, message, "改成一样的类型")
                elif field.options and not set(field.options) & set(known.options):
                    message = f"“{field.name}”在 {other} 和 {code} 里没有共同的选项"
                    yield Finding(span, message, "改成一样的选项；不是一回事的，换一个名字")
