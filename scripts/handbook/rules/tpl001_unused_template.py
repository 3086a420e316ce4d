"""没有一个流程用到这份文书。

为什么：办事的人从流程找文书；没有流程提到的文书，找不到，也不知道哪一步填。
错误：有 xf-w08.md，没有流程的 `templates` 里写 XF-W08。
正确：在用它的流程的 front matter 里写 `templates: [XF-W08]`；流程还没有编好的，在文书页写 `planned_in: [XF-07]`。
"""

from __future__ import annotations

from collections.abc import Iterator

from handbook.diagnostics import Finding, Severity
from handbook.model.handbook import Handbook
from handbook.rules.registry import rule


@rule("TPL001", "unused-template", Severity.WARNING, relies=True)
def check(handbook: Handbook) -> Iterator[Finding]:
    for template in handbook.all_templates:
        meta = handbook.pages[template.src].meta
        code = meta.get("code")
        if template.code and code and template.code not in handbook.uses and not meta.texts("planned_in"):
            message = f"没有一个流程用到文书“{template.code}”"
            hint = f"在用它的流程页写“templates: [{template.code}]”；流程还没有编好的，在文书页写“planned_in”"
            yield Finding(code.span, message, hint)
