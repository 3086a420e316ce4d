"""两个流程用了同一个编号。

为什么：“上一步/下一步”和文书都按编号找流程，编号重复就会找到另一个。
错误：receive.md 和 visits.md 都写 `code: XF-01`。
正确：一个流程一个编号，用过的编号不再用。
"""

from __future__ import annotations

from collections.abc import Iterator

from handbook.diagnostics import Finding
from handbook.model.handbook import Handbook
from handbook.rules.pages import procedures
from handbook.rules.registry import rule


@rule("PAG025", "duplicate-code")
def check(handbook: Handbook) -> Iterator[Finding]:
    owners: dict[str, str] = {}
    for page in procedures(handbook):
        first = owners.setdefault(page.code, page.path)
        code = page.meta.get("code")
        if page.code and code and first != page.path:
            yield Finding(code.span, f"编号“{page.code}”已经用在 {first}", "换一个没用过的编号")
