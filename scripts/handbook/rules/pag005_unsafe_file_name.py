"""文件名在网站、Windows 或者 U 盘上用不了，或者两个文件会生成同一个网页。

为什么：名字里有 `#`、`%`、`?` 的网址会断；`a.md` 和 `A.md` 在 Windows 上是一个文件；同一个网页生成两次，先生成的就丢了。
错误：docs/petitions/受理#1.md；docs/a.md 旁边又有 docs/a/index.md；docs/index.md 旁边又有 docs/README.md；Word 留下的 `~$a.docx`、`a.md.bak`。
正确：docs/petitions/receive.md，用小写字母、数字和连字符，标题再写中文。
"""

from __future__ import annotations

from collections.abc import Iterator

from handbook.diagnostics import Finding
from handbook.model.handbook import Handbook
from handbook.rules.pages import faults
from handbook.rules.registry import rule


@rule("PAG005", "unsafe-file-name")
def check(handbook: Handbook) -> Iterator[Finding]:
    return faults(handbook, "file-name")
