"""流程步骤的编号不是从 s1 起一个接一个，或者标题里的序号对不上，或者没有步骤。

为什么：首页的卡片、流程图和别的页面都用编号指向步骤，编号乱了就会跳到别的步骤。
错误：“### 2. 报批 {#s3}”排在第二个。
正确：“### 2. 报批 {#s2}”。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from handbook.diagnostics import Finding
from handbook.kinds.procedure import STEPS
from handbook.model.handbook import Handbook
from handbook.model.page import Page, Step
from handbook.rules.pages import procedures
from handbook.rules.registry import rule

_NUMBER = re.compile(r"\d+(?=[.．、])")


@rule("PAG022", "step-numbering")
def check(handbook: Handbook) -> Iterator[Finding]:
    for page in procedures(handbook):
        yield from _missing(page)
        for number, step in enumerate(page.steps, 1):
            yield from _step(step, number)


def _missing(page: Page) -> Iterator[Finding]:
    section = next((section for section in page.sections if section.title == STEPS), None)
    if section and section.text and not page.steps:
        yield Finding(section.heading.span, f"“{STEPS}”下面没有步骤", "每一步写一个“### 1. 做什么 {#s1}”")


def _step(step: Step, number: int) -> Iterator[Finding]:
    written = _NUMBER.match(step.title)
    if step.id != f"s{number}":
        message = f"第 {number} 个步骤“{step.title}”的编号不是 s{number}"
        yield Finding(step.span, message, f"在这一行末尾写“{{#s{number}}}”，不能重复")
    elif written and int(written[0]) != number:
        yield Finding(step.span, f"第 {number} 个步骤“{step.title}”的序号不对", f"改成“{number}.”")
