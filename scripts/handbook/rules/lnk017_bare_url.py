"""网址直接写在文字里，没有做成链接。

为什么：读者点不了，手抄容易错；网址后面的中文标点也容易混进去。
错误：`详见 https://example.com/a 。`
正确：`详见[示例网站](https://example.com/a)`，或者 `<https://example.com/a>`。
"""

from __future__ import annotations

from collections.abc import Iterator

from handbook.diagnostics import Finding, Severity
from handbook.model.handbook import Handbook
from handbook.model.link import LinkKind
from handbook.rules.registry import rule


@rule("LNK017", "bare-url", Severity.WARNING)
def check(handbook: Handbook) -> Iterator[Finding]:
    if "pymdownx.magiclink" in handbook.site.extensions:
        return
    for _, link in handbook.links():
        if link.kind is LinkKind.BARE:
            address = link.target if "://" in link.target else f"https://{link.target}"
            hint = f"写成“[说明文字]({address})”"
            yield Finding(link.span, f"网址“{link.target}”没有做成链接", hint, link.target)
