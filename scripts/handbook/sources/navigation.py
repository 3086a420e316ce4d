"""`nav` of mkdocs.yml → its entries in reading order, with places."""

from __future__ import annotations

from collections.abc import Iterator

from handbook.model.handbook import NavEntry, SourceFault
from handbook.model.value import Mapping, Scalar, Sequence, Value


def entries(nav: Value, faults: list[SourceFault], sections: tuple[str, ...] = ()) -> Iterator[NavEntry]:
    """The entries in and under a part of `nav`; what is no entry is added to the faults."""
    if not isinstance(nav, Sequence):
        faults.append(SourceFault("site", nav.span, "nav 要写成列表", "每一项以“- ”开头"))
        return
    for item in nav.items:
        if isinstance(item, Mapping) and len(item.entries) == 1:
            yield from _titled(*item.entries[0], faults, sections)
        elif isinstance(item, Scalar) and item.text:
            yield NavEntry(item.text, "", item.span, sections)
        else:
            hint = "写成“- 标题: 页面.md”；几个页面各占一行，都以“- ”开头"
            faults.append(SourceFault("site", item.span, "nav 的这一项看不懂", hint))


def _titled(key: Scalar, value: Value, faults: list[SourceFault], sections: tuple[str, ...]) -> Iterator[NavEntry]:
    if isinstance(value, Sequence):
        yield from entries(value, faults, (*sections, key.text))
    elif isinstance(value, Scalar) and value.text:
        yield NavEntry(value.text, key.text, value.span, sections)
    else:
        hint = "在冒号后面写页面的路径，或者另起几行写“- 页面.md”"
        faults.append(SourceFault("site", key.span, f"nav 的“{key.text}”没有写页面", hint))
