"""文书页的 planned_in 里写了已经编好的流程。

为什么：planned_in 说的是“流程还没有编好，先不连”；流程编好了还不连，办事的人从流程找不到这份文书。
错误：已经有 SC-04，文书 SC-W12 还写 `planned_in: [SC-04]`。
正确：在 SC-04 的 front matter 里写 `templates: [SC-W12]`，文书页删去 `planned_in`。
"""

from __future__ import annotations

from collections.abc import Iterator

from handbook.diagnostics import Finding
from handbook.model.handbook import Handbook
from handbook.rules.registry import rule


@rule("TPL006", "outdated-plan", relies=True)
def check(handbook: Handbook) -> Iterator[Finding]:
    for template in handbook.all_templates:
        for code in handbook.pages[template.src].meta.scalars("planned_in"):
            if code.text in handbook.procedures:
                message = f"流程“{code.text}”已经编好，不用再写在“planned_in”里"
                hint = f"删去它，在 {code.text} 的流程页写“templates: [{template.code}]”"
                yield Finding(code.span, message, hint)
