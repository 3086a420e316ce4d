"""A stretch of a template's wording → fixed words, blanks and signatures."""

from __future__ import annotations

import re
from collections.abc import Sequence

from handbook.diagnostics import Span
from handbook.model.template import Blank, Inline, SheetFault, Signature, Text

DROPPED = "\0"  # stands where a comment was, so that columns stay right

_MARKS = re.compile(r"\{\{|\}\}|【签名】|[{}]|｛+|｝+")
_SIGNATURE = "【签名】"


def mask_comments(lines: Sequence[str]) -> list[str]:
    """The lines with every character of an HTML comment replaced by `DROPPED`."""
    masked, inside = [], False
    for line in lines:
        kept, at = "", 0
        while at < len(line):
            mark = "-->" if inside else "<!--"
            found = line.find(mark, at)
            end = len(line) if found < 0 else found + (len(mark) if inside else 0)
            kept += DROPPED * (end - at) if inside else line[at:end]
            at = end
            if found >= 0:
                inside = not inside
        masked.append(kept)
    return masked


def read_inlines(text: str, place: Span) -> tuple[list[Inline], list[SheetFault]]:
    """The parts of a text that begins at a place; white space at its ends is no part of it."""
    reader = _InlineReader(text, place)
    reader.read()
    return _trimmed(reader.inlines), reader.faults


class _InlineReader:
    def __init__(self, text: str, place: Span) -> None:
        self.inlines: list[Inline] = []
        self.faults: list[SheetFault] = []
        self._text = text
        self._place = place

    def read(self) -> None:
        at = 0
        while match := _MARKS.search(self._text, at):
            self._words(self._text[at : match.start()])
            at = self._mark(match.group(), match.start())
        self._words(self._text[at:])

    def _mark(self, mark: str, at: int) -> int:
        """Read what begins with a mark; the place behind it."""
        if mark == _SIGNATURE:
            self.inlines.append(Signature(self._span(at)))
            return at + len(mark)
        if mark == "{{":
            return self._blank(at)
        if mark == "}}":
            self._fault(at, "“}}”前面没有“{{”", "写成“{{字段名}}”")
        elif mark[0] in "｛｝":
            self._fault(at, f"“{mark}”是中文花括号", "换成英文花括号，写成“{{字段名}}”")
        else:
            self._fault(at, f"只有一个“{mark}”", "字段两边都是两个花括号：“{{字段名}}”")
        self._words(mark)
        return at + len(mark)

    def _blank(self, at: int) -> int:
        end = self._text.find("}}", at)
        inner = self._text[at + 2 : end if end >= 0 else None]
        name = inner.replace(DROPPED, "").strip()
        if end < 0 or any(brace in inner for brace in "{}"):
            quoted = "{{" + re.split("[{}]", inner)[0].replace(DROPPED, "").rstrip()[:20]
            self._fault(at, f"“{quoted}”没有用“}}}}”收尾", "在字段名后面加上“}}”")
            self._words("{{")
            single = self._text.find("}", at)
            return at + 2 if single < 0 or any(c in self._text[at + 2 : single] for c in "{｛") else single + 1
        if name:
            self.inlines.append(Blank(name, self._span(at)))
        else:
            self._fault(at, "“{{}}”里没有字段名", "写上字段名，或者删去")
        return end + 2

    def _words(self, text: str) -> None:
        words = text.replace(DROPPED, "").replace("\\|", "|").replace("\t", " ")
        if not words:
            return
        if self.inlines and isinstance(self.inlines[-1], Text):
            words = self.inlines.pop().text + words  # type: ignore[union-attr]
        self.inlines.append(Text(words))

    def _span(self, at: int) -> Span:
        return Span(self._place.path, self._place.line, self._place.column + at)

    def _fault(self, at: int, message: str, hint: str) -> None:
        self.faults.append(SheetFault("unclosed", self._span(at), message, hint))


def _trimmed(inlines: list[Inline]) -> list[Inline]:
    """The parts without white space at the ends and beside signatures."""
    kept: list[Inline] = []
    for index, item in enumerate(inlines):
        if not isinstance(item, Text):
            kept.append(item)
            continue
        text = item.text
        if index == 0 or isinstance(inlines[index - 1], Signature):
            text = text.lstrip()
        if index == len(inlines) - 1 or isinstance(inlines[index + 1], Signature):
            text = text.rstrip()
        if text:
            kept.append(Text(text))
    return kept
