"""网页标签或者注释没有结束，只有结束的一半，或者是浏览器不显示的 `<?…>`、`<!…>`、从 Word 带来的 `<!--[if …]>`。

为什么：没有结束的标签会让后面的正文都跟着变样，没有结束的注释会让后面的正文都看不见。
错误：`<div class="a">` 后面没有 `</div>`；`<!-- 待补充` 后面没有 `-->`。
正确：每个标签都有头有尾，注释写成 `<!-- 待补充 -->`。
"""

from __future__ import annotations

from collections.abc import Iterator

from handbook.diagnostics import Finding
from handbook.model.handbook import Handbook
from handbook.rules.pages import faults
from handbook.rules.registry import rule


@rule("PAG033", "unclosed-html")
def check(handbook: Handbook) -> Iterator[Finding]:
    return faults(handbook, "unclosed-html")
