"""front matter 缺了这种页面必须写的键。

为什么：缺了负责部门，没人更新；缺了复核日期，过期了也没人知道。
错误：流程页没有写 `owner`。
正确：`owner: 县（市、区）纪委监委（信访举报业务）`。
"""

from __future__ import annotations

from collections.abc import Iterator

from handbook.diagnostics import Finding
from handbook.model.handbook import Handbook
from handbook.rules.pages import typed
from handbook.rules.registry import rule


@rule("PAG012", "missing-key")
def check(handbook: Handbook) -> Iterator[Finding]:
    for page, schema in typed(handbook):
        for key in schema.required:
            if key.name not in page.meta:
                yield Finding(
                    page.meta.span, f"缺少“{key.name}”（{key.label}）", f"在 front matter 里加一行“{key.name}: …”"
                )
