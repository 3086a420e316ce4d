"""front matter 的位置或者头尾不对，会印在网页上，或者正文的第一行被吞掉。

为什么：MkDocs 只认第一行的 `---`；第一行是“Tel: 123”这样的页面，这一行会被当成设置，网页上看不到。
错误：`---` 前面空了一行；front matter 下面没有 `---`；写成了 `———`；两行 `---` 之间只有一句话；连着写了两段。
正确：第一行 `---`，下面每行一个“键: 值”，再一行 `---`，然后是正文。
"""

from __future__ import annotations

from collections.abc import Iterator

from handbook.diagnostics import Finding
from handbook.model.handbook import Handbook
from handbook.rules.pages import faults
from handbook.rules.registry import rule


@rule("PAG008", "misplaced-front-matter")
def check(handbook: Handbook) -> Iterator[Finding]:
    return faults(handbook, "front-matter")
