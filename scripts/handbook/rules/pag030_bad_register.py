"""时限总表 docs/reference/deadlines.yml 里有一条写得不对。

为什么：页面上的时限表是从总表生成的，总表缺一项，读者就不知道从哪天起算。
错误：`T-04:` 下面只写了期限，没有写起算和依据。
正确：每条都写 事项、期限、起算、延长、依据 五项，编号像 `T-04`。
"""

from __future__ import annotations

from collections.abc import Iterator

from handbook.diagnostics import Finding
from handbook.model.handbook import Handbook
from handbook.rules.pages import faults
from handbook.rules.registry import rule


@rule("PAG030", "bad-register")
def check(handbook: Handbook) -> Iterator[Finding]:
    return faults(handbook, "register")
