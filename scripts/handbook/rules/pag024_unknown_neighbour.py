"""previous 或者 next 里的流程不存在，或者就是本页自己。

为什么：读者办完这一步，点“下一步流程”却没有地方去。
错误：`next: [XF-09]`，手册里没有 XF-09。
正确：`next: [XF-02]`；没有上一步或者下一步的写 `[]`。
"""

from __future__ import annotations

from collections.abc import Iterator

from handbook.diagnostics import Finding
from handbook.model.handbook import Handbook
from handbook.model.spelling import did_you_mean
from handbook.rules.pages import procedures
from handbook.rules.registry import rule


@rule("PAG024", "unknown-neighbour", relies=True)
def check(handbook: Handbook) -> Iterator[Finding]:
    known = handbook.procedures
    for page in procedures(handbook):
        for name in ("previous", "next"):
            for code in page.meta.scalars(name):
                if code.text == page.code:
                    yield Finding(code.span, f"{name} 里写了本页自己“{code.text}”", "删去")
                elif code.text and code.text not in known:
                    hint = did_you_mean(code.text, known, f"现有的流程是 {'、'.join(known)}")
                    yield Finding(code.span, f"{name} 里的流程“{code.text}”不存在", hint)
