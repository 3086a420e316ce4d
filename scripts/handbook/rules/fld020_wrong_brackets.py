"""正文里的发文字号没有用六角括号〔〕，或者写了“第”、序号前补了 0。

为什么：发文字号的年份用六角括号、序号不加“第”不补 0（GB/T 9704-2012 7.2.5），写错的文书会被退回。
错误：`示镇纪[2099]1号`、`示镇纪（2099）第01号`。
正确：`示镇纪〔2099〕1号`。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from handbook.diagnostics import Finding, Span
from handbook.fields.doc_number import TYPE as DOC_NUMBER
from handbook.model.handbook import Handbook
from handbook.model.template import Paragraph, Template, Text
from handbook.rules.registry import rule

_NUMBER = re.compile(r"(?<=[\u4e00-\u9fff])[\[〔【（(﹝［]\d{4}[\]〕】）)﹞］]第?\d+号")
_BODY = "某"


@rule("FLD020", "wrong-brackets")
def check(handbook: Handbook) -> Iterator[Finding]:
    for template in handbook.all_templates:
        lines = handbook.pages[template.src].text.split("\n")
        for number in sorted({number for text in _words(template) for number in _NUMBER.findall(text)}):
            bare = re.sub(r"第?0*(\d+)号$", r"\1号", number)
            right = DOC_NUMBER.normalise(f"{_BODY}{bare}").removeprefix(_BODY)
            place = next((i for i, line in enumerate(lines) if number in line), None)
            if right != number and place is not None:
                span = Span(template.span.path, place + 1, lines[place].index(number) + 1)
                yield Finding(span, f"发文字号“{number}”的写法不对", f"写成“{right}”")


def _words(template: Template) -> Iterator[str]:
    for block in template.blocks:
        parts = (block,) if isinstance(block, Paragraph) else block.cells
        yield from (item.text for part in parts for item in part.inlines if isinstance(item, Text))
