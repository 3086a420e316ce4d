"""审批表一页印不下。

为什么：审批表签字盖章都在一页上，多出来的一行落到第二页，签名和内容就分开了。
错误：各行的“@行高”加起来太高，或者示例的字太多。
正确：把几个 `@48` 改小，或者把几个短的项目并到一行。

程序按每一行的“@行高”、每一格填上示例要几行字来估算，一页能放 252 毫米。
"""

from __future__ import annotations

from collections.abc import Iterator

from handbook.diagnostics import Finding, Severity
from handbook.model.handbook import Handbook
from handbook.model.template import Grid
from handbook.rules.paper import PAGE, form_height
from handbook.rules.registry import rule


@rule("TPL007", "form-too-tall", Severity.WARNING)
def check(handbook: Handbook) -> Iterator[Finding]:
    for template in handbook.all_templates:
        grid = next((block for block in template.blocks if isinstance(block, Grid)), None)
        if template.layout != "审批表" or grid is None:
            continue
        height = form_height(template)
        if height > PAGE:
            message = f"这张表大约要 {height:.0f} 毫米高，一页只有 {PAGE:.0f} 毫米"
            yield Finding(grid.span, message, f"把“@行高”减去 {height - PAGE:.0f} 毫米以上，或者合并几行")
