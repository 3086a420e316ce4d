"""把两个不能混同的词当成一个词用。

为什么：这两个词的审批人、文书、后果都不一样，写成一回事，照着办就错。
错误：`不予处分（即免予处分）`、`检举控告也就是普通信访`。
正确：分开写，各说各的；要提醒读者区别的，写“……不是……”。

哪些词不能混同，在 docs/reference/glossary.yml 的“不要混同”里登记。只查明说两者相同的写法（即、也就是、又称、也叫、
等同于……），所以不会误报并列写出的两个词。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from handbook.diagnostics import Finding
from handbook.model.handbook import Handbook
from handbook.rules.prose import lines
from handbook.rules.registry import rule

_SAME = r"[”’]?[（(，,]?\s*(?:即|也就是|又称|也称|又叫|也叫|俗称|等同于|等于|相当于)\s*[“‘]?"


@rule("TRM002", "confused-terms")
def check(handbook: Handbook) -> Iterator[Finding]:
    pairs = [
        (term.name, remark.word, remark.text)
        for term in handbook.glossary.values()
        for remark in term.confusions
        if len(remark.word) > 1
    ]
    patterns = [(re.compile(_either(one, other)), one, other, why) for one, other, why in pairs]
    for line in lines(handbook):
        for pattern, one, other, why in patterns:
            if one in line.text and other in line.text:
                for match in pattern.finditer(line.text):
                    message = f"“{one}”和“{other}”不是一回事，这里写成了一回事"
                    yield Finding(line.span(match.start()), message, f"{why}；分开写")


def _either(one: str, other: str) -> str:
    first, second = re.escape(one), re.escape(other)
    return f"{first}{_SAME}{second}|{second}{_SAME}{first}"
