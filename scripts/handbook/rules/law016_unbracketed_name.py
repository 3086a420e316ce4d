"""法规的名字没有加书名号，认不出是引用。

为什么：没有书名号，就没有链接和要点，条次也没有核对过；改法规时查不到这一处。
错误：`依据监督执纪规则第二十一条办理`。
正确：`依据《监督执纪规则》第二十一条办理`。

只管紧跟着条次的名字；代码里的不管。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from handbook.diagnostics import Finding, Span
from handbook.model.citation import NUMBER
from handbook.model.handbook import Handbook
from handbook.rules.registry import rule

_CODE = re.compile(r"`[^`]*`|<!--.*?-->")


@rule("LAW016", "unbracketed-name")
def check(handbook: Handbook) -> Iterator[Finding]:
    names = sorted(
        {name for one in handbook.statutes.values() for name in (one.title, *one.names)}, key=len, reverse=True
    )
    if not names:
        return
    bare = re.compile(rf"(?P<name>{'|'.join(map(re.escape, names))})(?P<article>第\s?{NUMBER}\s?条(?!例))")
    for page in handbook.authored:
        for number, line in enumerate(page.lines, 1):
            for found in bare.finditer(_CODE.sub(lambda code: "\0" * len(code[0]), line)):
                written = f"《{found['name']}》{found['article']}"
                span = Span(page.path, number, found.start() + 1)
                yield Finding(span, f"“{found[0]}”没有书名号", f"写成“{written}”")
