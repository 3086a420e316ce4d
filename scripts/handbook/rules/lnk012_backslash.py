"""链接里用了反斜杠或者盘符，是 Windows 的写法。

为什么：网址只认正斜杠，反斜杠的链接到不了目标。
错误：`[受理](petitions\\shouli.md)`。
正确：`[受理](petitions/shouli.md)`。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from handbook.diagnostics import Finding
from handbook.model.handbook import Handbook
from handbook.model.resolution import Outcome
from handbook.rules.links import broken
from handbook.rules.registry import rule

BACKSLASH = "\\"
_UP = re.compile(r"(\.\.)(?=\.\.)")  # Markdown takes the backslash between two dots for an escape


@rule("LNK012", "backslash")
def check(handbook: Handbook) -> Iterator[Finding]:
    for link, _ in broken(handbook, Outcome.BACKSLASH):
        path = _UP.sub(r"\1/", link.target).replace(BACKSLASH, "/")
        hint = "把文件放进 docs 文件夹，写相对路径" if link.scheme else f"写成“{path}”"
        yield Finding(link.span, f"链接“{link.target}”是 Windows 的路径写法", hint, link.target)
