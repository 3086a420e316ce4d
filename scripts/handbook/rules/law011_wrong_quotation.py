"""引号里写明是某一条的原话，和原文对不上。

为什么：加了引号、写了条次，读者就当是原文；差一个字意思可能就变了。
错误：`《示例规则》第五条“接到线索先登记”`（原文是“收到线索应当先登记”）。
正确：照原文抄准，或者去掉引号用自己的话说；中间省略的写“……”。

管的是紧跟在条次后面的引号（`第五条“…”`、`第五条规定“…”`、`第五条只写“…”`），和后面紧跟着出处的引号（`“…”（《示例规则》第五条）`）。
要有法规原文才核得了：`[tool.handbook]` 的 `statute_texts`。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from handbook.diagnostics import Finding
from handbook.model.citation import Citation
from handbook.model.handbook import Handbook
from handbook.model.spelling import distance
from handbook.model.statute_text import StatuteText
from handbook.rules.quotations import letters, quotations
from handbook.rules.registry import rule
from handbook.rules.statutes import citations

_OMITTED = re.compile(r"…+|\.{3,}")


@rule("LAW011", "wrong-quotation")
def check(handbook: Handbook) -> Iterator[Finding]:
    for citation in citations(handbook):
        text = handbook.statute_texts.get(citation.statute)
        for quoted in quotations(citation) if text and citation.cited else ():
            found = _fault(text, citation, quoted) if text else None
            if found:
                yield found


def _fault(text: StatuteText, citation: Citation, quoted: str) -> Finding | None:
    places = [cited.first.whole for cited in citation.cited]
    lines = [letters("".join(text.words(place))) for place in places]
    parts = [part for part in map(letters, _OMITTED.split(quoted)) if part]
    wrong = next((part for part in parts if not any(part in line for line in lines)), None)
    if wrong is None or not any(lines):
        return None
    message = f"引号里的“{quoted}”和《{citation.name}》{citation.cited[0].first.whole.words}的原文不一样"
    return Finding(citation.span, message, _hint(text, wrong, lines))


def _hint(text: StatuteText, wrong: str, lines: list[str]) -> str:
    """Where the words stand instead, or the words of the article that are most like them."""
    for place in text.articles:
        if wrong in letters("".join(text.words(place))):
            return f"这句话在{place.words}"
    size = len(wrong)
    parts = (line[start : start + size] for line in lines for start in range(max(len(line) - size, 0) + 1))
    like = min(parts, key=lambda part: distance(part, wrong))
    near = size > 3 and distance(like, wrong) <= size // 2
    return f"原文是“{like}”" if near else "照原文抄准，或者去掉引号"
