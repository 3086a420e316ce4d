"""连着二十个字和法规原文一样，又没有加引号。

为什么：手册要用自己的话说，照搬的条文新手读不懂，原文一改还会过时；确实要引原话的，写明出处、加引号。
错误：把一整句条文抄进步骤里。
正确：`收到线索先登记，再报负责人：《示例规则》第五条`；要原话就写 `《示例规则》第五条“……”`。

登记表（要点、术语、权限、时限）里的话也查。
书名号、引号里的不算，用顿号列举的名目（几种措施、几项纪律）不算。要有法规原文才查得了：`[tool.handbook]` 的 `statute_texts`。
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from handbook.diagnostics import Finding, Span
from handbook.model.citation import Provision
from handbook.model.handbook import Handbook
from handbook.rules.registry import rule

LENGTH = 20
_LETTER = re.compile(r"[\u4e00-\u9fff0-9]")
_APART = re.compile(r"《[^《》]*》|“[^“”]*”")
_PIECES = re.compile(r"[、，,（）]\s*|或者|以及|和|及|或")
_TERM = 7  # letters of the longest name in a list of names

_Index = Mapping[str, Provision]


@rule("LAW012", "copied-sentence")
def check(handbook: Handbook) -> Iterator[Finding]:
    index = _index(handbook)
    if not index:
        return
    for page in handbook.authored:
        for number, line in enumerate(page.lines, 1):
            yield from _copies(handbook, index, line, Span(page.path, number))
    for text, span in _sentences(handbook):
        yield from _copies(handbook, index, text, span)


def _sentences(handbook: Handbook) -> Iterator[tuple[str, Span]]:
    """What the registers say in words of their own."""
    for statute in handbook.statutes.values():
        yield from ((gist.text, gist.span) for gist in statute.gists.values())
    yield from ((term.definition, term.span) for term in handbook.glossary.values())
    for matter in handbook.authority.values():
        yield from ((words, matter.span) for words in (matter.subject, matter.words, matter.note))
    for deadline in handbook.deadlines.values():
        yield from (
            (words, deadline.span) for words in (deadline.subject, deadline.start, deadline.extension, deadline.note)
        )


def _index(handbook: Handbook) -> _Index:
    """Every run of letters of the texts with the article that has it; runs go from line to line nowhere."""
    found: dict[str, Provision] = {}
    for text in handbook.statute_texts.values():
        for place in text.articles:
            for line in text.words(place):
                run = "".join(_LETTER.findall(line))
                for start in range(len(run) - LENGTH + 1):
                    found.setdefault(run[start : start + LENGTH], place)
    return found


def _copies(handbook: Handbook, index: _Index, line: str, span: Span) -> Iterator[Finding]:
    plain = _APART.sub(lambda match: "\0" * len(match[0]), line)
    for part in re.finditer(r"[^\0]+", plain):
        places = [part.start() + match.start() for match in _LETTER.finditer(part[0])]
        run = "".join(line[at] for at in places)
        start = 0
        while start <= len(run) - LENGTH:
            place = index.get(run[start : start + LENGTH])
            if place is None:
                start += 1
                continue
            end = start + LENGTH
            while end < len(run) and run[end - LENGTH + 1 : end + 1] in index:
                end += 1
            copied = line[places[start] : places[end - 1] + 1]
            if not _is_list(copied):
                yield _finding(handbook, copied, place, Span(span.path, span.line, span.column + places[start]))
            start = end


def _is_list(words: str) -> bool:
    """True for names in a row, which cannot be said otherwise."""
    pieces = _PIECES.split(words)
    return len(pieces) > 2 and all(len(piece) <= _TERM for piece in pieces)


def _finding(handbook: Handbook, copied: str, place: Provision, span: Span) -> Finding:
    shown = copied if len(copied) <= LENGTH + 10 else f"{copied[:LENGTH]}……"
    name = handbook.statutes[place.statute].name
    return Finding(span, f"“{shown}”和《{name}》{place.words}的原文一样", "用自己的话说；要引原话就写明出处、加引号")
