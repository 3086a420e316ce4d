"""标签或者花括号里的属性不许用：会运行代码、改样子或者指到危险的地址。

为什么：`onclick`、`onerror` 这类属性会运行代码；`style` 被网站的安全策略拦下，也能盖住整页；花括号里的属性（`{: … }`）一样会写进网页。
错误：`<img src="a.png" onerror="…">`；`[受理](receive.md){: onclick="…" }`；`<p style="…">`。
正确：`<img src="a.png" alt="受理流程">`；样子用 `class`。
"""

from __future__ import annotations

from collections.abc import Iterator

from handbook.diagnostics import Finding
from handbook.markup.policy import ADDRESSES, ELEMENTS, allows_attribute, allows_listed, is_dangerous_address
from handbook.model.handbook import Handbook
from handbook.model.markup import RawTag
from handbook.rules.registry import rule

_LINKED = {("a", "href"), ("img", "src")}  # LNK011 looks at these


@rule("SEC011", "forbidden-attribute")
def check(handbook: Handbook) -> Iterator[Finding]:
    for page in handbook.authored:
        for tag in page.markup:
            if not tag.closing and (not tag.name or tag.name in ELEMENTS):
                yield from _attributes(tag)


def _attributes(tag: RawTag) -> Iterator[Finding]:
    element = f"<{tag.name}>" if tag.name else "花括号"
    for name, value in tag.attributes.items():
        allowed = allows_attribute(tag.name, name) if tag.name else allows_listed(name)
        if not allowed:
            yield Finding(
                tag.span, f"{element}里不能用属性“{name[:40]}”", "删去它；样子用 class，其余用 Markdown 的写法"
            )
        elif name in ADDRESSES and (tag.name, name) not in _LINKED and is_dangerous_address(value):
            yield Finding(tag.span, f"{element}的属性“{name}”用了不允许的地址", "写相对路径，或者删去这个属性")
