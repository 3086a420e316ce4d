"""Bytes → text: UTF-8 only, other encodings named, and the characters that no text of ours may hold."""

from __future__ import annotations

import codecs
from collections.abc import Iterator

from handbook.diagnostics import Span
from handbook.model.handbook import SourceFault

MAX_LINE = 5000
MAX_UNCLOSED = 500

_MARKS = (
    (codecs.BOM_UTF32_LE, "UTF-32"),
    (codecs.BOM_UTF32_BE, "UTF-32"),
    (codecs.BOM_UTF16_LE, "UTF-16"),
    (codecs.BOM_UTF16_BE, "UTF-16"),
)
_BIDI = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_ZERO_WIDTH = frozenset("\u200b\u2060")
_LINE_BREAKS = frozenset("\x85\u2028\u2029")
FORBIDDEN = (
    frozenset(map(chr, [*range(0x20), *range(0x7F, 0xA0), 0xFEFF, 0xFFFD, 0xFFFE, 0xFFFF])) - set("\n\t")
    | _BIDI
    | _LINE_BREAKS
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
    yield from _characters(lines, shown)
    yield from _conflicts(lines, shown)
    for number, line in enumerate(lines, 1):
        if len(line) > MAX_LINE:
            message = f"这一行有 {len(line)} 个字，超过 {MAX_LINE}"
            yield SourceFault("too-large", Span(shown, number, MAX_LINE + 1), message, "分成几段；图片另存为文件再引用")


def bracket_bomb(text: str, shown: str) -> SourceFault | None:
    """The fault of a paragraph with so many unclosed brackets that no Markdown parser comes to its end, or None."""
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
    before = data[: error.start].decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    span = Span(shown, before.count("\n") + 1, len(before) - before.rfind("\n"))
    message = f"这里有一个坏字节 0x{data[error.start]:02X}，不是 UTF-8"
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


def _characters(lines: list[str], shown: str) -> Iterator[SourceFault]:
    """One finding for each forbidden character, at its first place."""
    seen: dict[str, Span] = {}
    for number, line in enumerate(lines, 1):
        # Quick for most lines: of the forbidden characters only U+FFFD is printable.
        suspects = line if "\ufffd" in line or not line.isprintable() else ""
        for character in FORBIDDEN.intersection(suspects):
            seen.setdefault(character, Span(shown, number, line.index(character) + 1))
        for column in _hidden_in_words(line) if suspects else ():
            seen.setdefault(line[column], Span(shown, number, column + 1))
    for character, span in seen.items():
        yield _character(character, span)


def _hidden_in_words(line: str) -> Iterator[int]:
    """Where characters without width stand beside a hanzi: no search finds that word. Other scripts need them."""
    for column, character in enumerate(line):
        if character in _ZERO_WIDTH and _hanzi(line[max(column - 1, 0) : column + 2]):
            yield column


def _character(character: str, span: Span) -> SourceFault:
    name = f"U+{ord(character):04X}"
    if character == "\ufffd":
        return SourceFault("encoding", span, f"这里有乱码（{name}），原来的字已经丢失", "对照原文重新输入")
    if character in _BIDI:
        return SourceFault("control-character", span, f"这里有改变文字方向的隐藏字符 {name}", "删去它")
    if character in _LINE_BREAKS:
        return SourceFault("control-character", span, f"这里有特殊的换行符 {name}", "删去它，用回车换行")
    return SourceFault("control-character", span, f"这里有看不见的控制字符 {name}", "删去它")


def _conflicts(lines: list[str], shown: str) -> Iterator[SourceFault]:
    """The beginnings of unresolved merge conflicts; inside of a fence they are an example."""
    fenced = False
    for number, line in enumerate(lines, 1):
        if line.lstrip().startswith(("```", "~~~")):
            fenced = not fenced
        elif line.startswith("<<<<<<< ") and not fenced and any(rest.startswith(">>>>>>> ") for rest in lines[number:]):
            message = f"这里有没解决的合并冲突“{line[:20]}”"
            yield SourceFault("conflict-mark", Span(shown, number), message, "留下要的一版，删去三行标记")
