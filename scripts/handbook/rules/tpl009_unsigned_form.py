"""审批表没有签名的地方，或者笔录没有签名行。

为什么：没有签名的审批表不能当审批手续，没有签名的笔录不能当证据；手填的人要有地方签。
错误：`| 领导审批 @30 | {{审批意见}} | ← | ← |`；笔录写到最后一句回答就结束。
正确：`| 领导审批 @30 | {{审批意见}} 【签名】 | ← | ← |`；笔录最后写 `{签}被谈话人`、`{签}记录人`。
"""

from __future__ import annotations

from collections.abc import Iterator

from handbook.diagnostics import Finding, Severity
from handbook.model.handbook import Handbook
from handbook.model.template import Grid, Paragraph, Signature, Template
from handbook.rules.registry import rule

_HINTS = {
    "审批表": "在领导审批那一格写“【签名】”",
    "笔录": "在最后写“{签}被谈话人”，另起一行写“{签}记录人”",
}


@rule("TPL009", "unsigned-form", Severity.WARNING)
def check(handbook: Handbook) -> Iterator[Finding]:
    for template in handbook.all_templates:
        layout = handbook.pages[template.src].meta.get("layout")
        if layout and template.layout in _HINTS and _is_laid_out(template) and not _is_signed(template):
            yield Finding(layout.span, f"这份{template.layout}没有签名的地方", _HINTS[template.layout])


def _is_laid_out(template: Template) -> bool:
    """False for a page that was only begun."""
    wanted = Grid if template.layout == "审批表" else Paragraph
    return any(isinstance(block, wanted) for block in template.blocks)


def _is_signed(template: Template) -> bool:
    parts = (part for block in template.blocks for part in ((block,) if isinstance(block, Paragraph) else block.cells))
    return any(isinstance(item, Signature) for part in parts for item in part.inlines)
