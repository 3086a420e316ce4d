"""条件（必填: 当 …）或者推算写得看不懂。

为什么：条件和推算只有固定的几种写法，看不懂就只能当没写，该必填的不会提醒，该算出来的不会算。
错误：`必填: 当 处置方式 是 立案`；`推算: 大写（金额）`。
正确：`必填: 当 处置方式=立案`；`推算: 大写(金额)`。

条件以“当”开头，可以写 =、≠、包含、已填、未填、早于、晚于、不早于、不晚于，用“且”“或”和英文括号连起来，词之间空一格；
名字里有空格或者这些符号的，用“ ”括起来。推算写成“函数(字段、字段)”，函数有 大写、年龄、出生日期、性别、天数。
"""

from __future__ import annotations

from collections.abc import Iterator

from handbook.diagnostics import Finding
from handbook.model.handbook import Handbook
from handbook.rules.registry import rule
from handbook.rules.templates import faults


@rule("FLD010", "bad-expression")
def check(handbook: Handbook) -> Iterator[Finding]:
    yield from faults(handbook, "expression")
