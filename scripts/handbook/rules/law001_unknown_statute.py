"""引用的法规不在法规登记表里，或者登记表里没有这个版本。

为什么：名字写错一个字，读者就查不到；没有登记的法规，条次对不对也没有人核过。
错误：`《监督执记规则》第二十一条`；`《监察法（2017年）》第三条`。
正确：`《监督执纪规则》第二十一条`；没有登记的先在 `docs/reference/statutes.yml` 里登记。

不带条次、又和登记表里哪一部都不像的书名（文书、会议文件）不管。
"""

from __future__ import annotations

from collections.abc import Iterator

from handbook.diagnostics import Finding
from handbook.model.citation_checks import unknown_statute
from handbook.model.handbook import Handbook
from handbook.rules.registry import rule
from handbook.rules.statutes import judged


@rule("LAW001", "unknown-statute", relies=True)
def check(handbook: Handbook) -> Iterator[Finding]:
    yield from judged(handbook, unknown_statute)
