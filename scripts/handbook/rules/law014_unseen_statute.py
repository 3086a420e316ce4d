"""引用了没有见过原文的法规的条次，又没有注明。

为什么：没见过原文，条次就没人核对过；旧版的条次安到新版头上，读者翻开就是另一条。
错误：`《监察法实施条例》第一百七十五条`（登记表里 2025 年修订本“原文: 未见”）。
正确：`《监察法实施条例2021》第一百七十五条（2021年文本，2025年修订后条次待核）`；从别的文件转引的写〔转引〕。
"""

from __future__ import annotations

from collections.abc import Iterator

from handbook.diagnostics import Finding
from handbook.model.citation_checks import unseen_statute
from handbook.model.handbook import Handbook
from handbook.rules.registry import rule
from handbook.rules.statutes import judged


@rule("LAW014", "unseen-statute", relies=True)
def check(handbook: Handbook) -> Iterator[Finding]:
    yield from judged(handbook, unseen_statute)
