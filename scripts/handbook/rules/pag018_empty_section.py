"""小标题或者步骤下面是空的。

为什么：读者点进来什么也没看到，不知道是没有要求还是忘了写。
错误：“## 红线”下面直接是“## 依据”。
正确：写上内容；真的没有时写“无”。时限、文书、上一步/下一步流程由程序列表，front matter 里有内容时下面可以不写。
"""

from __future__ import annotations

from collections.abc import Iterator

from handbook.diagnostics import Finding
from handbook.model.handbook import Handbook
from handbook.rules.pages import typed
from handbook.rules.registry import rule


@rule("PAG018", "empty-section")
def check(handbook: Handbook) -> Iterator[Finding]:
    for page, schema in typed(handbook):
        for section in page.sections if schema.sections else ():
            keys = schema.filled.get(section.title, ())
            if not _words(section.text) and not any(page.meta.texts(key) for key in keys):
                hint = (
                    f"写上内容，或者在 front matter 的 {'、'.join(keys)} 里列出" if keys else "写上内容；没有的写“无”"
                )
                yield Finding(section.heading.span, f"小标题“{section.title}”下面是空的", hint)
        for step in page.steps if schema.sections else ():
            if not _words(step.text):
                yield Finding(step.span, f"步骤“{step.title}”下面是空的", "写上怎么做、谁办、时限和依据")


def _words(text: str) -> str:
    """The text without comments."""
    words, mark, rest = text.partition("<!--")
    return (words + _words(rest.partition("-->")[2]) if mark else words).strip()
