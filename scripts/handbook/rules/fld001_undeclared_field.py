"""正文里用了没有声明的字段。

为什么：没有声明，就不知道它是日期还是文字，生成的 Word 文书里没法做填写框。
错误：`fields` 里只有“收件日期”，正文写 `{{收件日其}}`。
正确：正文写 `{{收件日期}}`，或者在 `fields` 里加上这个字段。
"""

from __future__ import annotations

from collections.abc import Iterator

from handbook.diagnostics import Finding
from handbook.model.handbook import Handbook
from handbook.model.spelling import did_you_mean
from handbook.rules.registry import rule


@rule("FLD001", "undeclared-field")
def check(handbook: Handbook) -> Iterator[Finding]:
    for template in handbook.all_templates:
        groups = {field.name: field.fields[0].name for field in template.fields if field.fields}
        for blank in template.blanks():
            name = blank.field
            if name in groups:
                hint = f"写成“{{{{{name}.{groups[name]}}}}}”这样，放在以“|*”开头的行里"
                yield Finding(blank.span, f"“{name}”是重复组，正文里要写它的列", hint)
            elif name not in template.addresses:
                hint = did_you_mean(name, sorted(template.addresses), "在 fields 里声明它，或者从正文里删去")
                yield Finding(blank.span, f"字段“{name}”没有声明", hint)
