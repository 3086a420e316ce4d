"""链接用了不安全或者打不开的协议（javascript:、data:、file: 等）。

为什么：可能在读者的浏览器里运行代码，或者指向只有作者电脑上才有的文件。
错误：`[表](file:///D:/表.docx)`、`[点我](javascript:alert(1))`。
正确：把文件放进 docs 文件夹，写相对路径；只用 http、https、mailto、tel。
"""

from __future__ import annotations

from collections.abc import Iterator

from handbook.diagnostics import Finding
from handbook.model.handbook import Handbook
from handbook.model.resolution import Outcome
from handbook.rules.links import broken
from handbook.rules.registry import rule


@rule("LNK011", "unsafe-scheme")
def check(handbook: Handbook) -> Iterator[Finding]:
    for link, _ in broken(handbook, Outcome.UNSAFE_SCHEME):
        hint = "只能用相对路径，或者 http、https、mailto、tel"
        yield Finding(link.span, f"链接“{link.target}”用了不允许的协议“{link.scheme}:”", hint, link.target)
