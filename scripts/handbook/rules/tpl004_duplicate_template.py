"""两份文书用了同一个编号。

为什么：流程按编号找文书，编号重复就会拿错；填好的文书也按编号认是哪一份。
错误：xf-w01.md 和 xf-w02.md 都写 `code: XF-W01`。
正确：一份文书一个编号，用过的编号不再用。
"""

from __future__ import annotations

from collections.abc import Iterator

from handbook.diagnostics import Finding
from handbook.model.handbook import Handbook
from handbook.rules.registry import rule


@rule("TPL004", "duplicate-template")
def check(handbook: Handbook) -> Iterator[Finding]:
    owners: dict[str, str] = {}
    for template in handbook.all_templates:
        first = owners.setdefault(template.code, template.span.path)
        code = handbook.pages[template.src].meta.get("code")
        if template.code and code and first != template.span.path:
            yield Finding(code.span, f"文书编号“{template.code}”已经用在 {first}", "换一个没用过的编号")
