"""正文或者流程图里写的时限编号，时限总表里没有。

为什么：编号会变成到时限总表的链接，没有这一条，读者就查不到是几天、从哪天算。
错误：正文写“15个工作日（T-404）”；编号写成 T04、T-4、全角的“Ｔ－04”。
正确：写总表里有的编号，例如 T-04；确实缺的，先加进 docs/reference/deadlines.yml。
"""

from __future__ import annotations

from collections.abc import Iterator

from handbook.diagnostics import Finding
from handbook.model.handbook import Handbook
from handbook.model.spelling import did_you_mean
from handbook.rules.limits import mentions, misspelt
from handbook.rules.registry import rule


@rule("DLN002", "unknown-limit", relies=True)
def check(handbook: Handbook) -> Iterator[Finding]:
    """Report ids of time limits in the text of any page that the register does not have."""
    for page in handbook.published if handbook.deadlines else ():
        for code, span in mentions(page):
            if code not in handbook.deadlines:
                hint = did_you_mean(
                    code, handbook.deadlines, "在 docs/reference/deadlines.yml 里加上这一条，或者改编号"
                )
                yield Finding(span, f"时限总表里没有“{code}”", hint)
        for written, meant, span in misspelt(page):
            hint = f"写成“{meant}”" if meant in handbook.deadlines else "像“T-04”这样写"
            yield Finding(span, f"时限编号“{written}”写法不对，不会成为链接", hint)
