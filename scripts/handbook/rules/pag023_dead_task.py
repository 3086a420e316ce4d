"""tasks 里的任务指向本页没有的步骤。

为什么：首页的卡片由 tasks 生成，读者点了卡片会停在页面顶上，找不到该做的那一步。
错误：`收到一封举报信: s9`，本页只有 s1 到 s6。
正确：`收到一封举报信: s1`。
"""

from __future__ import annotations

from collections.abc import Iterator

from handbook.diagnostics import Finding
from handbook.model.handbook import Handbook
from handbook.model.value import Mapping, Scalar
from handbook.rules.pages import procedures
from handbook.rules.registry import rule


@rule("PAG023", "dead-task")
def check(handbook: Handbook) -> Iterator[Finding]:
    for page in procedures(handbook):
        steps = [step.id for step in page.steps]
        tasks = page.meta.get("tasks")
        for task, step in tasks if isinstance(tasks, Mapping) else ():
            if isinstance(step, Scalar) and step.text and step.text not in steps:
                hint = f"本页的步骤是 {'、'.join(steps)}" if steps else "先写步骤"
                yield Finding(step.span, f"任务“{task.text}”指向的步骤“{step.text}”不存在", hint)
