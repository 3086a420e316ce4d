"""页面没有写 kind。

为什么：本手册的每一页都要说明是哪一种页面，才知道要写哪些项、由谁负责、什么时候复核。
错误：页面直接从“# 标题”开始。
正确：front matter 里写 `kind: guide`，再写这种页面要求的其他键。只在 pyproject.toml 设了 require_kind 的手册里检查。
"""

from __future__ import annotations

from collections.abc import Iterator

from handbook.diagnostics import Finding
from handbook.kinds import schemas
from handbook.model.handbook import Handbook
from handbook.rules.pages import unread
from handbook.rules.registry import rule


@rule("PAG016", "missing-kind")
def check(handbook: Handbook) -> Iterator[Finding]:
    if not handbook.require_kind:
        return
    skipped = unread(handbook)
    for page in handbook.authored:
        if not page.kind and page.path not in skipped:
            yield Finding(page.span, "页面没有写种类 kind", f"在 front matter 里写 kind，可以是 {'、'.join(schemas())}")
