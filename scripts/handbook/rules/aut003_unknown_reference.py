"""权限总表里写的流程、步骤或者文书不存在。

为什么：流程页上的“本流程的权限”和批准人的检查都靠这个编号，写错了就对不上，也查不出来。
错误：`程序: [SC-40]`、`程序: [SC-04#s30]`、`文书: [SC-W99]`。
正确：写有的流程编号、这个流程里有的步骤、有的文书编号。
"""

from __future__ import annotations

from collections.abc import Iterator

from handbook.diagnostics import Finding
from handbook.model.authority import Matter
from handbook.model.handbook import Handbook
from handbook.model.spelling import did_you_mean
from handbook.rules.registry import rule


@rule("AUT003", "unknown-reference", relies=True)
def check(handbook: Handbook) -> Iterator[Finding]:
    for matter in handbook.authority.values():
        yield from _procedures(matter, handbook)
        for reference in matter.templates:
            if reference.code not in handbook.templates:
                hint = did_you_mean(reference.code, handbook.templates, "改成有的文书编号")
                yield Finding(reference.span, f"权限 {matter.id} 写的文书“{reference.code}”不存在", hint)


def _procedures(matter: Matter, handbook: Handbook) -> Iterator[Finding]:
    for reference in matter.procedures:
        page = handbook.procedures.get(reference.code)
        steps = [step.id for step in page.steps] if page else []
        if page is None:
            hint = did_you_mean(reference.code, handbook.procedures, "改成有的流程编号")
            yield Finding(reference.span, f"权限 {matter.id} 写的流程“{reference.code}”不存在", hint)
        elif reference.step and reference.step not in steps:
            hint = did_you_mean(reference.step, steps, f"可以写 {'、'.join(steps)}")
            yield Finding(reference.span, f"流程 {reference.code} 没有步骤“{reference.step}”", hint)
