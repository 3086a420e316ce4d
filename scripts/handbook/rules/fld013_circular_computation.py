"""推算绕成了圈：一个字段要靠它自己才能算出来。

为什么：绕成圈就永远算不出结果。
错误：`甲: {推算: 天数(乙、丙)}`，而 `乙: {推算: 天数(甲、丙)}`。
正确：推算只用要人填的字段，或者用已经能算出来的字段。
"""

from __future__ import annotations

from collections.abc import Iterator

from handbook.diagnostics import Finding
from handbook.model.handbook import Handbook
from handbook.model.template import Template
from handbook.rules.registry import rule


@rule("FLD013", "circular-computation")
def check(handbook: Handbook) -> Iterator[Finding]:
    for template in handbook.all_templates:
        for field in template.fields:
            circle = _circle(template, field.name)
            if circle:
                message = f"“{field.name}”的推算绕成了圈：{' → '.join(circle)}"
                yield Finding(field.span_of("推算"), message, "其中一个改成要人填的字段")


def _circle(template: Template, name: str) -> list[str]:
    """The way from a field over the fields that it is computed from back to itself, or nothing."""
    ways = [[name]]
    seen: set[str] = set()
    while ways:
        way = ways.pop()
        field = template.field(way[-1])
        for other in field.computed.fields if field and field.computed else ():
            if other == name:
                return [*way, name]
            if other not in seen:
                seen.add(other)
                ways.append([*way, other])
    return []
