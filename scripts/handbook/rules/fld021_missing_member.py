"""成套文书（docs/templates/packets.yml）里写了一份没有的文书，或者一份写了两次。

为什么：成套下载时会少一份，办事的人不知道少了什么。
错误：`文书: [XF-W01, XF-W33]`（没有 XF-W33）。
正确：`文书: [XF-W01, XF-W03]`。
"""

from __future__ import annotations

from collections.abc import Iterator

from handbook.diagnostics import Finding
from handbook.model.handbook import Handbook
from handbook.model.spelling import did_you_mean
from handbook.rules.registry import rule


@rule("FLD021", "missing-member", relies=True)
def check(handbook: Handbook) -> Iterator[Finding]:
    for packet in handbook.registers.packets.values():
        seen: set[str] = set()
        for code, span in packet.codes:
            if code not in handbook.templates:
                hint = did_you_mean(code, handbook.templates, "先建这份文书的页面，或者删去")
                yield Finding(span, f"成套文书 {packet.id} 里的“{code}”没有这份文书", hint)
            elif code in seen:
                yield Finding(span, f"成套文书 {packet.id} 里“{code}”写了两次", "只留一个")
            seen.add(code)
