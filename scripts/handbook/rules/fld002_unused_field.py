"""声明了字段，正文里没有用。

为什么：填表的人在字段说明里看到它，在文书上却找不到填在哪里；多半是正文漏了一处，或者写错了名字。
错误：`fields` 里有“登记人”，正文里没有 `{{登记人}}`。
正确：在正文该填的地方写 `{{登记人}}`，或者删去声明。
"""

from __future__ import annotations

from collections.abc import Iterator

from handbook.diagnostics import Finding
from handbook.model.handbook import Handbook
from handbook.rules.registry import rule


@rule("FLD002", "unused-field")
def check(handbook: Handbook) -> Iterator[Finding]:
    for template in handbook.all_templates:
        used = {blank.field for blank in template.blanks()}
        for field in template.fields:
            columns = [(f"{field.name}.{column.name}", column) for column in field.fields]
            for address, part in columns or [(field.name, field)]:
                if part.name and address not in used:
                    hint = f"在正文里写上“{{{{{address}}}}}”，或者删去这个字段"
                    yield Finding(part.span, f"字段“{address}”声明了没有用", hint)
