"""标题、一句话说明或者导航文字里有“<”。

为什么：Material 把这些文字原样放进网页的头部和目录，“<”后面的内容会变成网页代码，甚至执行脚本。
错误：`title: 受理<b>时限</b>`。
正确：`title: 受理时限`；要写小于号时用中文的“小于”或者全角“＜”。
"""

from __future__ import annotations

from collections.abc import Iterator

from handbook.diagnostics import Finding
from handbook.model.handbook import Handbook
from handbook.model.value import Scalar
from handbook.rules.pages import typed
from handbook.rules.registry import rule

_SHOWN = ("title", "summary", "description")


@rule("PAG014", "markup-in-title")
def check(handbook: Handbook) -> Iterator[Finding]:
    hint = "删去“<”，或者换成全角“＜”"
    for page in handbook.authored:
        for name in _SHOWN:
            value = page.meta.get(name)
            if isinstance(value, Scalar) and "<" in value.text:
                yield Finding(value.span, f"“{name}”的值“{value.text}”里有“<”", hint)
    is_ours = next(typed(handbook), None) is not None  # other projects write markup in `nav` on purpose
    for entry in handbook.site.nav or ():
        if is_ours and "<" in entry.title:
            yield Finding(entry.span, f"导航文字“{entry.title}”里有“<”", hint)
