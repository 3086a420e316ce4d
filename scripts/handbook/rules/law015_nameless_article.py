"""依据里写了条次，没有写是哪一部法规。

为什么：离开上下文就不知道是谁的第几条；做不成链接，改法规时也查不到它。
错误：`- **依据**：第二十一条第二款。`
正确：`- **依据**：《监督执纪规则》第二十一条第二款。`；接着上一处说的，写“同条第三款”。
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from handbook.diagnostics import Finding, Span
from handbook.model.citation import NUMBER, Citation
from handbook.model.handbook import Handbook
from handbook.model.value import Scalar
from handbook.rules.registry import rule
from handbook.rules.statutes import words_under

_CODE = re.compile(r"`[^`]*`")
_LEAD = "**依据**："
_ARTICLE = re.compile(rf"第\s?{NUMBER}\s?条(?!例|线索)")


@rule("LAW015", "nameless-article")
def check(handbook: Handbook) -> Iterator[Finding]:
    for page in handbook.authored if handbook.statutes else ():
        basis = page.meta.get("basis")
        if isinstance(basis, Scalar) and basis.text in page.lines[basis.span.line - 1]:
            yield from _nameless(basis.text, basis.span, page.citations)
        for step in page.steps:
            for number, line in enumerate(words_under(page, step.span), step.span.line):
                start = line.find(_LEAD)
                if start >= 0:
                    words = _CODE.sub(lambda code: " " * len(code[0]), line[start:])
                    yield from _nameless(words, Span(page.path, number, start + 1), page.citations)


def _nameless(words: str, span: Span, citations: Iterable[Citation]) -> Iterator[Finding]:
    known = [(c.span.column, c.span.column + len(c.text)) for c in citations if c.span.line == span.line]
    for article in _ARTICLE.finditer(words):
        column = span.column + article.start()
        if not any(start <= column < end for start, end in known):
            message = f"依据里的“{article[0]}”没有写是哪一部法规"
            yield Finding(Span(span.path, span.line, column), message, "在前面写上《简称》")
