"""一页有几个大标题（一个“#”）。

为什么：一页只讲一件事；第二个大标题会让目录和搜索结果分不清这一页叫什么。
错误：“# 来访接待”下面又有“# 集体来访”。
正确：第二个写成“## 集体来访”。
"""

from __future__ import annotations

from collections.abc import Iterator

from handbook.diagnostics import Finding
from handbook.model.handbook import Handbook
from handbook.rules.pages import typed
from handbook.rules.registry import rule


@rule("PAG028", "several-titles")
def check(handbook: Handbook) -> Iterator[Finding]:
    for page, _ in typed(handbook):
        titles = [heading for heading in page.headings if heading.level == 1]
        for heading in titles[1:]:
            yield Finding(heading.span, f"大标题“{heading.text}”是本页的第二个", f"改成“## {heading.text}”")
