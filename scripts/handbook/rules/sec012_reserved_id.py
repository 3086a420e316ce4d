"""锚点用了网站自己的名字：以两个下划线开头的 `__config`、`__search` 等。

为什么：网站的程序按这些名字找搜索框、目录和设置，页面上再有一个，搜索和菜单就坏了，还可能被换成别的设置。
错误：`<div id="__config">`；`## 设置 {#__search}`。
正确：`## 设置 {#settings}`。
"""

from __future__ import annotations

from collections.abc import Iterator

from handbook.diagnostics import Finding
from handbook.markup.policy import is_reserved_id
from handbook.model.handbook import Handbook
from handbook.rules.registry import rule


@rule("SEC012", "reserved-id")
def check(handbook: Handbook) -> Iterator[Finding]:
    for page in handbook.authored:
        anchors = [(span, name) for name, spans in page.anchors.items() for span in spans]
        lists = [(tag.span, tag.attributes["id"]) for tag in page.markup if "id" in tag.attributes]
        first = {(span.line, name): span for span, name in (*lists, *anchors)}
        for (_, name), span in sorted(first.items()):
            if is_reserved_id(name):
                yield Finding(span, f"锚点“{name}”是网站自己用的名字", "换一个名字，不要以下划线开头")
