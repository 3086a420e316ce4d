"""引用式链接 `[文字][标签]` 或者脚注 `[^1]` 没有定义。

为什么：没有定义的引用会原样显示成方括号，读者点不了。
错误：`见[受理][shouli]`，全页没有 `[shouli]: shouli.md`。
正确：在页尾写 `[shouli]: shouli.md`，或者直接写 `[受理](shouli.md)`。
"""

from __future__ import annotations

from collections.abc import Iterator

from handbook.diagnostics import Finding
from handbook.model.handbook import Handbook
from handbook.rules.registry import rule


@rule("LNK007", "undefined-reference")
def check(handbook: Handbook) -> Iterator[Finding]:
    for page in handbook.authored:
        for link in page.undefined:
            note = link.text.startswith("^")
            what, define = ("脚注", f"[^{link.target}]: 说明") if note else ("链接标签", f"[{link.target}]: 页面.md")
            yield Finding(link.span, f"{what}“{link.target}”没有定义", f"另起一行写“{define}”", link.target)
