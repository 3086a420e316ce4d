"""标题、页面资料或者导航文字里有“<”。

为什么：Material 把这些文字原样放进网页的头部和目录，“<”后面的内容会变成网页代码，甚至执行脚本；写成 `&lt;`、放进反引号里也一样。
错误：`title: 受理<b>时限</b>`；`author: <img …>`；第一行写 `# 受理 <script>` 并放在反引号里。
正确：`title: 受理时限`；要写小于号时用中文的“小于”或者全角“＜”。
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

from handbook.diagnostics import Finding
from handbook.markup.policy import ELEMENTS
from handbook.markup.tokens import tags
from handbook.model.handbook import Handbook
from handbook.model.page import Page
from handbook.model.value import Scalar, walk
from handbook.rules.pages import typed
from handbook.rules.registry import rule

_SHOWN = ("title", "summary", "description")
_TAG = re.compile(r"<[A-Za-z/!?]")
_HINT = "删去“<”，或者换成全角“＜”"


@rule("PAG014", "markup-in-title")
def check(handbook: Handbook) -> Iterator[Finding]:
    for page in handbook.authored:
        yield from _front_matter(page)
        for heading in page.headings:
            if heading.level == 1 and _is_dangerous(heading.text, strict=bool(page.kind)):
                yield Finding(heading.span, f"标题“{heading.text[:60]}”里有网页标签", _HINT)
    is_ours = next(typed(handbook), None) is not None  # other projects write harmless markup in `nav` on purpose
    for entry in handbook.site.nav or ():
        for title in (entry.title, *entry.sections):
            if _is_dangerous(title, strict=is_ours) or (is_ours and "<" in title):
                yield Finding(entry.span, f"导航文字“{title}”里有“<”", _HINT)


def _front_matter(page: Page) -> Iterator[Finding]:
    for name, value in page.meta:
        for part in walk(value):
            if not isinstance(part, Scalar) or ("<" not in part.text and "&" not in part.text):
                continue
            if _TAG.search(unescape(part.text)) or (name.text in _SHOWN and "<" in part.text):
                yield Finding(part.span, f"“{name.text}”的值“{part.text[:80]}”里有“<”", _HINT)


def _is_dangerous(text: str, *, strict: bool) -> bool:
    """Whether a text that the theme prints as it is has tags; outside of our kinds, tags that authors may not use."""
    plain = unescape(text)
    if not _TAG.search(plain):
        return False
    return strict or any(tag.name not in ELEMENTS for tag in tags(plain + ">"))
