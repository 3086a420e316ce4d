"""正文里用了已经停用的词或者写错的词。

为什么：停用的叫法、写错的处分名称进了呈批件和笔录，会被退回；读者也会以为现在还能这样办。
错误：`对其双规`、`给予诫勉处分`、`免于处分`。
正确：术语表里的词：`留置`、`给予诫勉`、`免予处分`。

哪些词不再使用，在 docs/reference/glossary.yml 的“不再使用”里登记。讲“这个词不再用”的句子、加了引号的词、
书名号里的名称不算；front matter 里的 aliases 是给人查找的，也不算。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from handbook.diagnostics import Finding
from handbook.model.handbook import Handbook
from handbook.model.term import Remark, Term
from handbook.rules.prose import Line, lines
from handbook.rules.registry import rule

_CLAUSE = re.compile(r"[^。；！？]+")
# A clause with one of these speaks of the word, it does not use it.
_SPOKEN_OF = re.compile(r"不再|停用|废止|取消|不得|不能|不是|不要|不叫|不写|禁止|旧|以前|过去|曾|改称|误|错")
# What makes another word of it: 双规则, 责令检查处分决定.
_LONGER = re.compile(r"[则定范格律模]|决定|执行|影响|期|条例|批准|权限|材料|档案|种类")


@rule("TRM001", "obsolete-word")
def check(handbook: Handbook) -> Iterator[Finding]:
    words = {word.word: (term, word) for term in handbook.glossary.values() for word in term.obsolete}
    if not words:
        return
    pattern = re.compile("|".join(map(re.escape, sorted(words, key=len, reverse=True))))
    for line in lines(handbook):
        for offset in _uses(line, pattern):
            match = pattern.match(line.text, offset)
            if match:
                yield _finding(line, offset, *words[match[0]])


def _uses(line: Line, pattern: re.Pattern[str]) -> Iterator[int]:
    text = re.sub(r"《[^《》]*》", lambda found: " " * len(found[0]), line.text)
    for clause in _CLAUSE.finditer(text):
        if _SPOKEN_OF.search(clause[0]):
            continue
        for match in pattern.finditer(text, clause.start(), clause.end()):
            quoted = text[match.start() - 1 : match.start()] in ("“", "‘", "「")
            if not quoted and not _LONGER.match(text, match.end()):
                yield match.start()


def _finding(line: Line, offset: int, term: Term, word: Remark) -> Finding:
    hint = f"{word.text}，写“{term.name}”或者按实际情况改写"
    return Finding(line.span(offset), f"“{word.word}”不再使用", hint)
