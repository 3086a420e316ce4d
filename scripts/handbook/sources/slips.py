"""Marks typed so that they are none: full-width signs, bullets from Word, a list or a table without a line before it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from markdown_it.token import Token

from handbook.diagnostics import Span
from handbook.model.handbook import SourceFault

_CODE = re.compile(r"(`+)[^`\n]+\1")
_FILE = r"[^\s()（）]+\.(?:md|html|png|jpe?g|svg|docx|xlsx|pdf)(?:#[\w-]*)?"
# What is typed, what is wrong with it, and how to put it right; the first that a line has is told.
_MARKS: tuple[tuple[re.Pattern[str], str, str], ...] = (
    (re.compile(r"^\s*(＃+)"), "标题的“#”打成了全角“＃”，这一行不会成为标题", "换成英文的“#”，后面空一格"),
    (re.compile(r"^\s*(｜)|^[^｜]*(｜)[^｜]*｜"), "表格的竖线打成了全角“｜”，不会成为格子", "换成英文的“|”"),
    (re.compile(r"(｛)\s*[#:]"), "花括号打成了全角“｛ ｝”，编号不起作用，会印在网页上", "换成英文的“{ }”，例如“{#s1}”"),
    (re.compile(r"(！)\[[^\]]*\]\("), "图片的“!”打成了全角“！”，只会成为链接", "换成英文的“!”"),
    (re.compile(rf"\](（)\s*{_FILE}"), "链接的括号打成了中文括号“（ ）”，不会成为链接", "换成英文的“( )”"),
    (re.compile(rf"\]([ \t　]+)\({_FILE}\)"), "“]”和“(”之间有空格，不会成为链接", "删去空格"),
    (
        re.compile(r"^\s*([•·●○▪■◆◇][ \t　]*)\S"),
        "列表用了从 Word 带来的圆点，几项会连成一段",
        "换成“- ”，列表上面空一行",
    ),
)
_ITEM = re.compile(r"^ {0,3}(\d{1,2}\.)[ \t]+\S")
_BLOCKS = {
    "bullet_list_open": "列表上面没有空行，会和上一段连成一行",
    "ordered_list_open": "列表上面没有空行，会和上一段连成一行",
    "table_open": "表格上面没有空行，整个表不会显示",
}
_WORDS = frozenset({"paragraph_open", "heading_open", "td_open", "th_open"})


def slips(lines: Sequence[str], tokens: Sequence[Token], *, path: str, first: int) -> Iterator[SourceFault]:
    """What readers would see as signs, or run together, because it is mistyped.

    Args:
        lines: the body.
        tokens: what markdown-it made of it.
        path: the file as diagnostics print it.
        first: the line of the file on which the body begins.
    """
    told: set[int] = set()
    around: list[str] = []
    for token, parent in zip(tokens, [None, *tokens], strict=False):
        if token.type in _BLOCKS and token.map and not _in_item(around) and _follows_words(lines, token.map[0], parent):
            message, hint = _BLOCKS[token.type], "在这一行上面空一行"
            yield SourceFault("mistyped-mark", Span(path, first + token.map[0]), message, hint)
        if token.type.endswith("_open"):
            around.append(token.type)
        elif token.type.endswith("_close") and around:
            around.pop()
        if token.type != "inline" or parent is None or parent.type not in _WORDS:
            continue
        start, end = token.map or parent.map or (0, 0)
        rows = [row for row in range(start, min(end, len(lines))) if row not in told]
        told.update(rows)
        at = next(((row, slip) for row in rows if (slip := _mark(lines[row]))), None)
        if at is None and parent.type == "paragraph_open":
            at = next(((row, slip) for row in rows[1:] if (slip := _number(lines[row]))), None)
        if at:
            row, (column, message, hint) = at
            yield SourceFault("mistyped-mark", Span(path, first + row, column + 1), message, hint)


def _mark(line: str) -> tuple[int, str, str] | None:
    words = _CODE.sub(lambda code: " " * len(code[0]), line)
    for pattern, message, hint in _MARKS:
        found = pattern.search(words)
        if found:
            return next(found.start(n) for n in range(1, pattern.groups + 1) if found[n]), message, hint
    return None


def _number(line: str) -> tuple[int, str, str] | None:
    """A numbered item in the middle of a paragraph; CommonMark itself takes only 1. for the begin of a list there."""
    item = _ITEM.match(line)
    return (item.start(1), _BLOCKS["ordered_list_open"], "在这一行上面空一行") if item else None


def _in_item(around: Sequence[str]) -> bool:
    return bool(around) and around[-1] == "list_item_open"


def _follows_words(lines: Sequence[str], row: int, before: Token | None) -> bool:
    """Whether a block stands right under a paragraph: CommonMark ends the paragraph there, Python-Markdown does not."""
    return before is not None and before.type == "paragraph_close" and row > 0 and bool(lines[row - 1].strip(" \t>"))
