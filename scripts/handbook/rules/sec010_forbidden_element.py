"""页面里用了不许用的网页标签。

为什么：`<script>`、`<iframe>`、`<form>` 这类标签会运行代码、装进别的网站、改掉整页；`<姓名>` 的英文写法 `<name>` 会被浏览器当成标签，读者看不见。
可以用的有 `<br>`、`<sup>`、`<sub>`、`<kbd>`、`<abbr>`、`<details>`、`<summary>`、`<figure>`、`<div class="…">`、`<span class="…">`、表格等。
错误：`<script>…</script>`；`请写明 <name>`。
正确：用 Markdown 写；要让读者看到尖括号时写 `&lt;name&gt;`，或者放进反引号里。
"""

from __future__ import annotations

from collections.abc import Iterator

from handbook.diagnostics import Finding
from handbook.markup.policy import ELEMENTS
from handbook.model.handbook import Handbook
from handbook.rules.registry import rule

_KNOWN = frozenset(
    """applet audio base body button canvas center dialog embed font form frame frameset head html iframe input
    label link map marquee math meta noscript object option plaintext script select slot source style svg template
    textarea title track video xmp""".split()
)


@rule("SEC010", "forbidden-element")
def check(handbook: Handbook) -> Iterator[Finding]:
    for page in handbook.authored:
        for tag in page.markup:
            if not tag.name or tag.name in ELEMENTS or tag.closing:
                continue
            name = tag.name[:40]
            if name in _KNOWN:
                yield Finding(tag.span, f"页面里不能用“<{name}>”", "删去它，用 Markdown 的写法")
            else:
                hint = f"要让读者看到，写成“&lt;{name}&gt;”或者放进反引号里"
                yield Finding(tag.span, f"“<{name}>”会被当成网页标签，读者看不见", hint)
