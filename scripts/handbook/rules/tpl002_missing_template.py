"""流程页的 templates 里写了一份没有的文书。

为什么：办事的人看到要用这份文书，却下载不到。
错误：`templates: [XF-W31]`（没有这份文书）。
正确：`templates: [XF-W13]`。
"""

from __future__ import annotations

from collections.abc import Iterator

from handbook.diagnostics import Finding
from handbook.model.handbook import Handbook
from handbook.model.spelling import did_you_mean
from handbook.rules.pages import procedures
from handbook.rules.registry import rule


@rule("TPL002", "missing-template", relies=True)
def check(handbook: Handbook) -> Iterator[Finding]:
    for page in procedures(handbook):
        for code in page.meta.scalars("templates"):
            if code.text and code.text not in handbook.templates:
                hint = did_you_mean(code.text, handbook.templates, "先建这份文书的页面，或者删去")
                yield Finding(code.span, f"没有编号为“{code.text}”的文书", hint)
