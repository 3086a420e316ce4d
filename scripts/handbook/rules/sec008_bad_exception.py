"""`.handbook/exceptions.yml` 里的例外写法不对、过期了，或者没有用处。

为什么：例外放过的是可能泄密的内容，要写清哪一处、为什么、谁审的、到哪天；没人记得的例外，以后会放过真正的泄密。
错误：只写文件名；到期日写十年以后；内容早就删了，例外还留着。
正确：
`- {文件: docs/start/about.md, 规则: SEC002, 指纹: 0a1b2c3d4e5f, 理由: 公开的值班电话, 审核岗位: 保密负责人, 到期: 2026-12-31}`。
指纹照检查结果里的抄；审核岗位写岗位，不写人名；到期最长一年。
"""

from __future__ import annotations

from collections.abc import Iterator

from handbook.diagnostics import Finding
from handbook.model.handbook import Handbook
from handbook.rules.confidential import leaks
from handbook.rules.pages import faults
from handbook.rules.registry import rule


@rule("SEC008", "bad-exception")
def check(handbook: Handbook) -> Iterator[Finding]:
    yield from faults(handbook, "exemption")
    used = {leak.exemption for leak in leaks(handbook) if leak.exemption is not None}
    for entry in handbook.exemptions:
        if entry.until < handbook.today:
            yield Finding(entry.span, f"“{entry.file}”的例外已在 {entry.until} 过期", "再审一次，或者删去内容和这一项")
        elif entry not in used and entry.file.startswith(f"{handbook.site.docs_dir}/"):
            yield Finding(entry.span, f"“{entry.file}”里已经没有要放过的内容", "删去这一项")
