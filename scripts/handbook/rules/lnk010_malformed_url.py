"""网址写得不完整或者不对。

为什么：少了协议、主机或者带空格、全角冒号的网址，浏览器会当成本站的文件去找。
错误：`[官网](www.example.com)`、`[官网](http：//example.com)`、`[官网](https:///a)`。
正确：`[官网](https://www.example.com/)`。
"""

from __future__ import annotations

from collections.abc import Iterator

from handbook.diagnostics import Finding
from handbook.model.handbook import Handbook
from handbook.model.resolution import Outcome
from handbook.rules.links import broken
from handbook.rules.registry import rule


@rule("LNK010", "malformed-url")
def check(handbook: Handbook) -> Iterator[Finding]:
    for link, _ in broken(handbook, Outcome.MALFORMED):
        hint = "网址要写完整，以 http:// 或 https:// 开头，冒号用半角"
        yield Finding(link.span, f"网址“{link.target}”写得不对", hint, link.target)
