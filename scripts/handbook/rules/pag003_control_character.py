"""正文里有看不见的控制字符：空字符、退格、改变文字方向的字符、特殊换行、一层层叠在字上的附加符号，或者只有某种字体才有的字。

为什么：读者看不见，却会让搜索找不到、让网页断开，改变文字方向的还能把“不予受理”显示成别的话。
错误：从聊天软件或者扫描件复制来的一段话里夹着 U+202E；用 `&#8203;`、`&zwnj;` 写出来的也算，在标题、流程图和页面资料里也算。
正确：删去它；自己重新打一遍最稳妥。
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from handbook.diagnostics import Finding
from handbook.model.handbook import Handbook, SourceFault
from handbook.model.page import Page
from handbook.model.value import Scalar, walk
from handbook.rules.pages import faults
from handbook.rules.registry import rule
from handbook.sources.characters import reference_faults

_IN_CHARTS = re.compile(r"(?<!&)#(\w+;)")  # `#8203;` and `#zwnj;`, as Mermaid writes references


@rule("PAG003", "control-character")
def check(handbook: Handbook) -> Iterator[Finding]:
    yield from faults(handbook, "control-character", "private-use")
    for page in handbook.authored:
        for fault in _written(page):
            yield Finding(fault.span, fault.message, fault.hint)


def _written(page: Page) -> Iterator[SourceFault]:
    """What charts and front matter write by references."""
    for chart in page.flowcharts:
        lines = _IN_CHARTS.sub(_as_in_html, chart.source).split("\n")
        yield from reference_faults(lines, page.path, chart.first_line)
    for value in walk(page.meta):
        if isinstance(value, Scalar) and "&" in value.text:
            yield from (replace(f, span=value.span) for f in reference_faults([value.text], page.path, value.span.line))


def _as_in_html(reference: re.Match[str]) -> str:
    return f"&#{reference[1]}" if reference[1][0].isdigit() else f"&{reference[1]}"
