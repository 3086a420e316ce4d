"""标题没有看得见的字：空着，或者只有空格、`&nbsp;`、零宽字符。

为什么：目录、搜索结果和浏览器的标签上是一块空白，读者点不中，也不知道是什么。
错误：单独一行“##”；“# &nbsp;”；`title: "　"`；标题里只有从别处复制来的隐藏字符。
正确：写上标题；不要标题的，删去“#”。只有一张图的标题不算。
"""

from __future__ import annotations

from collections.abc import Iterator

from handbook.diagnostics import Finding
from handbook.model.handbook import Handbook
from handbook.model.page import Page
from handbook.model.value import Scalar
from handbook.rules.registry import rule
from handbook.sources.characters import visible

_SHOWN = ("title", "summary", "description")
_PICTURES = ("![", "<img", "<svg")


@rule("PAG038", "blank-heading")
def check(handbook: Handbook) -> Iterator[Finding]:
    for page in handbook.authored:
        yield from _headings(page)
        for name in _SHOWN:
            value = page.meta.get(name)
            if isinstance(value, Scalar) and value.text.strip() and not visible(value.text):
                yield Finding(value.span, f"“{name}”没有看得见的字", "在冒号后面写上内容")
    for entry in handbook.site.nav or ():
        if any(title and not visible(title) for title in (entry.title, *entry.sections)):
            yield Finding(entry.span, "导航里这一项没有看得见的字", "写上标题")


def _headings(page: Page) -> Iterator[Finding]:
    for heading in page.headings:
        line = page.lines[heading.span.line - 1]
        if not visible(heading.text) and not any(picture in line for picture in _PICTURES):
            yield Finding(heading.span, "这个标题没有看得见的字", "写上标题，或者删去“#”")
