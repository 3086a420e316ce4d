"""正文的大标题和 front matter 的 title 不一样，或者没有大标题。

为什么：目录、搜索结果用 title，页面上显示大标题，不一样会让人以为点错了。
错误：`title: 来访接待`，正文写“# 接待来访”。
正确：两处一字不差。文书的大标题里可以有字段，如 `title: 党纪处分决定`，“# 关于给予{{姓名}}处分的决定”。
"""

from __future__ import annotations

from collections.abc import Iterator

from handbook.diagnostics import Finding
from handbook.model.handbook import Handbook
from handbook.model.page import Page
from handbook.rules.pages import typed
from handbook.rules.registry import rule


@rule("PAG021", "title-differs")
def check(handbook: Handbook) -> Iterator[Finding]:
    for page, _ in typed(handbook):
        title = page.meta.text("title")
        heading = next((heading for heading in page.headings if heading.level == 1), None)
        if title and heading is None:
            yield Finding(page.meta.key_span("title"), "正文没有大标题", f"在正文第一行写“# {title}”")
        elif title and heading and heading.text != title and not _is_filled_in(page, heading.text):
            message = f"大标题“{heading.text}”和 title“{title}”不一样"
            yield Finding(heading.span, message, "改成一样的")


def _is_filled_in(page: Page, heading: str) -> bool:
    """True for a document whose title is complete only when its fields are."""
    return page.kind == "template" and "{{" in heading
