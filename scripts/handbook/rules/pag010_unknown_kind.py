"""页面的 kind 不是手册有的页面种类。

为什么：种类决定页面要写哪些项、怎么显示；认不出种类，时限表、文书表都不会生成。
错误：`kind: proceduer`。
正确：`kind: procedure`（流程）、`template`（文书）、`area`（业务首页）、`guide`（说明）、`home`（首页）。
"""

from __future__ import annotations

from collections.abc import Iterator

from handbook.diagnostics import Finding
from handbook.kinds import schemas
from handbook.model.handbook import Handbook
from handbook.model.spelling import did_you_mean, nearest
from handbook.rules.registry import rule


@rule("PAG010", "unknown-kind")
def check(handbook: Handbook) -> Iterator[Finding]:
    known = tuple(schemas())
    # Another project may use the word for something of its own; then none of its pages has a kind of ours.
    ours = handbook.require_kind or any(page.kind in known for page in handbook.authored)
    for page in handbook.authored:
        if page.kind and page.kind not in known and (ours or nearest(page.kind, known)):
            value = page.meta.get("kind")
            span = value.span if value else page.span
            hint = did_you_mean(page.kind, known, f"可以写 {'、'.join(known)}")
            yield Finding(span, f"没有“{page.kind}”这种页面", hint)
