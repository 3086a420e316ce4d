"""Bytes → text: UTF-8 only, other encodings named; and what is wrong with a text as such."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator

from handbook.diagnostics import Span
from handbook.model.handbook import SourceFault
from handbook.sources.characters import character_faults

MAX_LINE = 5000
MAX_UNCLOSED = 500
_CONFLICT_END = re.compile(r">{7} [^\s>]+(?: \([^)]*\))?\s*$|\|{7} [^\s|]+\s*$")

_MARKS = (
    (codecs.BOM_UTF32_LE, "UTF-32"),
    (codecs.BOM_UTF32_BE, "UTF-32"),
    (codecs.BOM_UTF16_LE, "UTF-16"),
    (codecs.BOM_UTF16_BE, "UTF-16"),
)


def decode(data: bytes, shown: str) -> tuple[str | None, tuple[SourceFault, ...]]:
    """The text of UTF-8 bytes, or None and which encoding it seems to be."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return None, (_not_utf8(data, error, shown),)
    if data.count(0) * 5 >= len(data) * 2 and (name := _wide(data)):  # Latin letters in UTF-16 are good UTF-8 too
        return None, (_encoded(name, shown),)
    return text.replace("\r\n", "\n").replace("\r", "\n"), ()


def text_faults(text: str, shown: str) -> Iterator[SourceFault]:
    """The faults of a text as such: control characters, lost characters, conflict marks, endless lines."""
    lines = text.split("\n")
    yield from character_faults(text, lines, shown)
    yield from _conflicts(lines, shown)
    for number, line in enumerate(lines, 1):
        if len(line) > MAX_LINE:
            message = f"这一行有 {len(line)} 个字，超过 {MAX_LINE}"
            yield SourceFault("too-large", Span(shown, number, MAX_LINE + 1), message, "分成几段；图片另存为文件再引用")


def bracket_bomb(text: str, shown: str) -> SourceFault | None:
    """The fault of a paragraph with so many unclosed brackets that no Markdown parser comes to its end, or None."""
    for opening, closing in (("<!--", "-->"), ("<", ">")):
        if text.count(opening) - text.count(closing) > MAX_UNCLOSED:
            message = f"有 {MAX_UNCLOSED} 个以上没有配对的“{opening}”"
            place = Span(shown, text.count("\n", 0, text.index(opening)) + 1)
            return SourceFault("too-large", place, message, f"补上“{closing}”，或者把“<”换成“&lt;”")
    for opening, closing in ("[]", "()"):
        depth = 0
        for number, line in enumerate(text.split("\n") if text.count(opening) > MAX_UNCLOSED else (), 1):
            depth = _unclosed(line, opening, closing, depth) if line.strip() else 0
            if depth > MAX_UNCLOSED:
                message = f"这一段有 {MAX_UNCLOSED} 个以上没有配对的“{opening}”"
                return SourceFault("too-large", Span(shown, number), message, f"补上“{closing}”，或者删去多余的")
    return None


def _unclosed(line: str, opening: str, closing: str, depth: int) -> int:
    for character in line:
        if character == opening:
            depth += 1
        elif character == closing and depth:
            depth -= 1
    return depth


def _not_utf8(data: bytes, error: UnicodeDecodeError, shown: str) -> SourceFault:
    name = next((name for mark, name in _MARKS if data.startswith(mark)), "") or _wide(data)
    if not name and _is_gbk(data):
        name = "GBK"
    if name:
        return _encoded(name, shown)
    start = error.start + (len(codecs.BOM_UTF8) if data.startswith(codecs.BOM_UTF8) else 0)  # counted behind the mark
    before = data[:start].decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    span = Span(shown, before.count("\n") + 1, len(before) - before.rfind("\n"))
    message = f"这里有一个坏字节 0x{data[start]:02X}，不是 UTF-8"
    return SourceFault("encoding", span, message, "重新输入这个字，另存为 UTF-8")


def _encoded(name: str, shown: str) -> SourceFault:
    return SourceFault("encoding", Span(shown), f"这是 {name} 编码", "请另存为 UTF-8")


def _wide(data: bytes) -> str:
    """``UTF-16`` for bytes that make hanzi and Latin letters when two of them are one character, else ``""``."""
    head = data[: min(len(data), 4096) & ~1]
    for codec in ("utf-16-le", "utf-16-be"):
        text = head.decode(codec, errors="replace")
        known = _hanzi(text) + sum(c.isprintable() or c in "\r\n\t" for c in text if c.isascii())
        if text and known * 10 >= len(text) * 9:
            return "UTF-16"
    return ""


def _is_gbk(data: bytes) -> bool:
    """True when the bytes make common hanzi in GBK and few in UTF-8."""
    if _hanzi(data.decode("utf-8", errors="ignore")) > data.decode("utf-8", errors="replace").count("\ufffd"):
        return False
    try:
        text = data.decode("gb18030")
    except UnicodeDecodeError:
        return False
    other = [c for c in text if not c.isascii()]
    return _hanzi(text) * 10 >= len(other) * 8


def _hanzi(text: str) -> int:
    return sum("\u4e00" <= c <= "\u9fff" or "\u3000" <= c <= "\u303f" or "\uff00" <= c <= "\uffef" for c in text)


def _conflicts(lines: list[str], shown: str) -> Iterator[SourceFault]:
    """The marks of unresolved merge conflicts, of half-resolved ones too; inside of a fence they are an example."""
    fenced = False
    hint = "留下要的一版，删去三行标记"
    opened = False
    for number, line in enumerate(lines, 1):
        if line.lstrip().startswith(("```", "~~~")):
            fenced = not fenced
        elif fenced:
            continue
        elif line.startswith("<<<<<<< ") or (_CONFLICT_END.match(line) and not opened):
            opened = True
            message = f"这里有没解决的合并冲突“{line[:20]}”"
            yield SourceFault("conflict-mark", Span(shown, number), message, hint)
        elif line.startswith(">>>>>>> "):
            opened = False
