"""同一个字段名在几份文书里类型不一样。

为什么：一个名字说的是同一件事，换一份文书就换一种填法，照抄时会填错，几份文书之间也没法对照。
错误：一份写 `联系方式: {类型: 电话}`，另一份写 `联系方式: {类型: 文字}`。
正确：两份都写同一种类型；确实是两件事的，换一个名字。
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from handbook.diagnostics import Finding
from handbook.model.handbook import Handbook
from handbook.model.template import Field
from handbook.rules.registry import rule
from handbook.rules.templates import fields


@rule("FLD006", "conflicting-type")
def check(handbook: Handbook) -> Iterator[Finding]:
    """Report the uses whose type is not the usual one of their name; of equals the first is the usual one."""
    named: dict[str, list[Field]] = {}
    for _, field in fields(handbook):
        if field.type:
            named.setdefault(field.name, []).append(field)
    for name, uses in named.items():
        usual = Counter(field.type for field in uses).most_common(1)[0][0]
        model = next(field for field in uses if field.type == usual)
        for field in uses:
            if field.type != usual:
                message = f"字段“{name}”在这里是“{field.type}”，在 {model.span.path} 是“{usual}”"
                yield Finding(field.span_of("类型"), message, "改成一样的类型；不是一回事的，换一个名字")
