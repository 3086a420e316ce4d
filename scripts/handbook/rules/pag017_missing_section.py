"""流程页缺了一个必须有的小标题。

为什么：每个流程页的小标题都一样（应急卡也是），读者知道到哪里找时限、找红线；缺了就要去问人。
错误：没有“## 红线”。
正确：按顺序写全 适用情形、谁办谁批、办理步骤、流程图、时限、文书、红线、依据、上一步/下一步流程。
"""

from __future__ import annotations

from collections.abc import Iterator

from handbook.diagnostics import Finding
from handbook.model.handbook import Handbook
from handbook.rules.pages import typed
from handbook.rules.registry import rule


@rule("PAG017", "missing-section")
def check(handbook: Handbook) -> Iterator[Finding]:
    for page, schema in typed(handbook):
        places = {section.title: section.heading.span for section in page.sections}
        title = next((heading.span for heading in page.headings), page.span)
        for number, wanted in enumerate(schema.sections):
            if wanted not in places:
                before = next((name for name in reversed(schema.sections[:number]) if name in places), "")
                where = f"“{before}”一节的后面" if before else "标题的下面"
                yield Finding(places.get(before, title), f"缺少小标题“{wanted}”", f"在{where}写“## {wanted}”")
