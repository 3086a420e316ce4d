"""The characters that no text of ours may hold: those that cannot be seen, that are lost, or that look like others."""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Iterator
from functools import cache

from handbook.diagnostics import Span
from handbook.model.handbook import SourceFault

_BIDI = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_LINE_BREAKS = frozenset("\x85\u2028\u2029")
_FILLERS = "\u115f\u1160\u2800\u3164\uffa0\ufff9\ufffa\ufffb"
FORBIDDEN = (
    frozenset(map(chr, [*range(0x20), *range(0x7F, 0xA0), 0xFEFF, 0xFFFD])) - set("\n\t")
    | _BIDI
    | _LINE_BREAKS
    | frozenset(_FILLERS)
)
_ZERO_WIDTH = frozenset(
    map(
        chr,
        [
            0xAD,
            0x34F,
            0x61C,
            0x17B4,
            0x17B5,
            *range(0x180B, 0x1810),
            *range(0x200B, 0x2010),
            *range(0x2060, 0x2066),
            *range(0x206A, 0x2070),
        ],
    )
)
_SELECTORS = "\ufe00-\ufe0f\U000e0100-\U000e01ef"
_REFERENCE = re.compile(r"&(?:#(?:[0-9]{1,9}|[xX][0-9a-fA-F]{1,8});?|[A-Za-z][A-Za-z0-9]{1,31};)")
_MAX_MARKS = 3  # Vietnamese in pieces has two, Tibetan three
_ALIKE = "АВЕЗЅІЈКМНОРСТУХаеорсухіјѕԁһΑΒΕΖΗΙΚΜΝΟΡΤΥΧοϲ"
_LETTERS = "A-Za-z0-9\u4e00-\u9fff"
_PILED = re.compile(f"[\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f{_SELECTORS}]")
_WINDOWS = "\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122"
# One look over the whole text tells whether any of the slower ones is needed.
_ODD = re.compile(
    f"[{_FILLERS}\u034f\u17b4\u17b5\u180b-\u180f\u2e80-\u2fd5\uf900-\ufaff\U0001d400-\U0001d7ff\U0002f800-\U0002fa1f{_ALIKE}\xe4-\xe9]|锟斤拷|烫烫烫烫"
)
_WORD = re.compile("[\u0370-\u03ff\u0400-\u052f]+")
_RADICAL = re.compile("[\u2e80-\u2fd5\uf900-\ufaff\U0001d400-\U0001d7ff\U0002f800-\U0002fa1f]")
_NOT_ALIKE = frozenset("\ufa0e\ufa0f\ufa11\ufa13\ufa14\ufa1f\ufa21\ufa23\ufa24\ufa27\ufa28\ufa29")
_LATIN = re.compile(f"(?<![A-Za-z])[\xe4-\xe9][\x80-\xbf{_WINDOWS}]{{2}}")
_LOST = re.compile("锟斤拷|烫烫烫烫")
_WIDE = "\u3000-\u303f\u4e00-\u9fff\uff00-\uffef"


def is_forbidden(character: str) -> bool:
    """Whether a character may stand nowhere: control, direction, private use, tags, what Unicode keeps free."""
    code = ord(character)
    return (
        character in FORBIDDEN
        or 0xE000 <= code <= 0xF8FF
        or code >= 0xF0000
        or 0xFDD0 <= code <= 0xFDEF
        or code & 0xFFFE == 0xFFFE
        or 0xFFF0 <= code <= 0xFFF8
        or 0x1BCA0 <= code <= 0x1BCA3
        or 0x1D173 <= code <= 0x1D17A
        or 0xE0000 <= code <= 0xE00FF
        or 0xE01F0 <= code <= 0xE0FFF
    )


def is_zero_width(character: str) -> bool:
    """Whether a character takes no room and no other sense than to divide or join."""
    return character in _ZERO_WIDTH


def character_faults(text: str, lines: list[str], shown: str) -> Iterator[SourceFault]:
    """One fault for each character that must not be there, at its first place, and for each that looks like another."""
    seen: dict[str, Span] = {}
    is_odd = _ODD.search(text) is not None
    for number, line in enumerate(lines, 1):
        if is_odd or "\ufffd" in line or not line.isprintable():
            for column in _unwanted(line):
                seen.setdefault(line[column], Span(shown, number, column + 1))
    for character, span in seen.items():
        yield _unwanted_fault(character, span)
    if _PILED.search(text):
        yield from _piled(lines, shown)
    if is_odd:
        yield from _look_alikes(lines, shown)
    yield from _mojibake(lines, shown, is_odd=is_odd, text=text)


def reference_faults(lines: list[str], shown: str, first: int) -> Iterator[SourceFault]:
    """One fault for each character reference (`&#8203;`, `&zwnj;`) that writes what must not be there.

    Args:
        lines: Markdown, with blanks where code is, in which references stay what they are.
        shown: the file as diagnostics print it.
        first: the line of the file on which `lines` begin.
    """
    seen: set[str] = set()
    for row, line in enumerate(lines):
        for found in _REFERENCE.finditer(line) if "&" in line else ():
            written = html.unescape(found[0])
            around = line[: found.start()][-1:] + line[found.end() :][:1]
            is_bad = any(is_forbidden(c) or (c in _ZERO_WIDTH and any(map(_is_of_a_word, around))) for c in written)
            if is_bad and written not in seen:
                seen.add(written)
                message = f"“{found[0]}”写出的是看不见的控制字符"
                yield SourceFault("control-character", Span(shown, first + row, found.start() + 1), message, "删去它")


def visible(text: str) -> str:
    """What of a text a reader sees: without blanks, characters of no width, and forbidden ones."""
    shown = (c for c in html.unescape(text) if not c.isspace() and c not in _ZERO_WIDTH and not is_forbidden(c))
    return "".join(c for c in shown if unicodedata.category(c) not in {"Mn", "Me"})


def _unwanted(line: str) -> Iterator[int]:
    """Where something forbidden stands, or something without width in a word: no search finds that word."""
    for column, character in enumerate(line):
        if character in _ZERO_WIDTH:
            if any(map(_is_of_a_word, line[max(column - 1, 0) : column + 2])):
                yield column
        elif (not character.isascii() or character < " " or character == "\x7f") and is_forbidden(character):
            yield column


def _is_of_a_word(character: str) -> bool:
    """Whether a search for a word or code with that character fails; in long Latin words they are breaks."""
    return (
        character.isdigit()
        or character == "-"
        or "\u3000" <= character <= "\u9fff"
        or "\uff00" <= character <= "\uffef"
    )


def _unwanted_fault(character: str, span: Span) -> SourceFault:
    name = f"U+{ord(character):04X}"
    if character == "\ufffd":
        return SourceFault("encoding", span, f"这里有乱码（{name}），原来的字已经丢失", "对照原文重新输入")
    if character in _BIDI:
        return SourceFault("control-character", span, f"这里有改变文字方向的隐藏字符 {name}", "删去它")
    if character in _LINE_BREAKS:
        return SourceFault("control-character", span, f"这里有特殊的换行符 {name}", "删去它，用回车换行")
    if "\uf020" <= character <= "\uf0ff":  # of Symbol and Wingdings
        message = f"这里有从 Word 带来的符号 {name}，别人看到的是方框"
        return SourceFault("private-use", span, message, "项目符号换成“- ”，方框换成“□”，对勾换成“√”")
    if unicodedata.category(character) in {"Co", "Cn"}:
        return SourceFault(
            "private-use", span, f"这里有只在某种字体里才有的字 {name}，别人看到的是方框", "换成通用的字"
        )
    return SourceFault("control-character", span, f"这里有看不见的控制字符 {name}", "删去它")


def _piled(lines: list[str], shown: str) -> Iterator[SourceFault]:
    """Marks and variation selectors that stand on what takes none, or on one another in a pile."""
    for number, line in enumerate(lines, 1):
        start = -1
        for found in _PILED.finditer(line):
            column = found.start()
            base = line[column - 1 : column] if column else ""
            pile = column - start + 1 if start >= 0 and _PILED.match(base) else 1
            start = column if pile == 1 else start
            if _is_misplaced(found[0], base) or pile > _MAX_MARKS:
                message = f"这里有叠在别的字上的附加符号 U+{ord(found[0]):04X}，看不清，搜索时也找不到"
                hint = "删去这个字，重新输入；要强调就用“**”"
                yield SourceFault("control-character", Span(shown, number, column + 1), message, hint)
                break


def _is_misplaced(mark: str, base: str) -> bool:
    """Whether a mark stands on something that takes none such; hanzi have variants, signs have colours."""
    hanzi = _is_hanzi(base)
    if mark >= "\U000e0100":
        return not hanzi
    if "\ufe00" <= mark <= "\ufe0f":
        is_letter = base.isalpha() and not "\u2100" <= base <= "\u214f"  # there are signs among them
        return (is_letter and not (hanzi and mark <= "\ufe02")) or not base or _PILED.match(base) is not None
    return hanzi or (base.isdigit() and mark != "\u20e3") or not base.strip()


def _is_hanzi(character: str) -> bool:
    return (
        "\u3400" <= character <= "\u9fff"
        or "\uf900" <= character <= "\ufaff"
        or "\U00020000" <= character < "\U00040000"
    )


def _look_alikes(lines: list[str], shown: str) -> Iterator[SourceFault]:
    for number, line in enumerate(lines, 1):
        for found in _RADICAL.finditer(line):
            plain = unicodedata.normalize("NFKC", found[0])
            if found[0] in _NOT_ALIKE or unicodedata.category(found[0]) == "Cn":
                continue
            hint = f"换成通用的“{plain}”" if plain != found[0] else "换成通用的字，重新输入"
            message = f"“{found[0]}”（U+{ord(found[0]):04X}）是部首或者变体，看着一样，搜索时找不到"
            yield SourceFault("look-alike", Span(shown, number, found.start() + 1), message, hint)
        for word in _WORD.finditer(line):
            around = line[max(word.start() - 1, 0) : word.start()] + line[word.end() : word.end() + 1]
            if all(c in _ALIKE for c in word[0]) and re.search(f"[{_LETTERS}]", around):
                script = "俄文" if word[0][0] >= "\u0400" else "希腊文"
                message = f"“{word[0]}”是{script}字母，看着像英文字母，搜索时找不到"
                yield SourceFault("look-alike", Span(shown, number, word.start() + 1), message, "换成英文字母重新输入")


def _mojibake(lines: list[str], shown: str, *, is_odd: bool, text: str) -> Iterator[SourceFault]:
    """Words that were read in a wrong encoding and saved so."""
    suspects = _suspects()
    if not is_odd and not suspects.search(text):
        return
    for number, line in enumerate(lines, 1):
        column = _garbled(line, suspects)
        if column >= 0:
            hint = "原来的字已经变了，对照原文重新输入"
            yield SourceFault("encoding", Span(shown, number, column + 1), "这里是乱码（换编码时弄错了）", hint)
            return


def _garbled(line: str, suspects: re.Pattern[str]) -> int:
    """Where words read in a wrong encoding begin, or -1."""
    lost = _LOST.search(line)
    if lost:
        return lost.start()
    latin = _LATIN.search(line)
    if latin and _hanzi(b"".join(map(_byte, latin[0])).decode("utf-8", errors="ignore")):
        return latin.start()
    for wide in suspects.finditer(line):
        data = wide[0].encode("gb18030", errors="ignore")
        text = data.decode("utf-8", errors="replace")
        if _hanzi(text) >= 2 and text.count("\ufffd") * 2 <= _hanzi(text):
            return wide.start()
    return -1


@cache
def _suspects() -> re.Pattern[str]:
    """Words that begin like hanzi of UTF-8 taken for GBK: bytes E4 to E9, then 80 to BF; such hanzi are rare."""
    pairs = (bytes([lead, trail]) for lead in range(0xE4, 0xEA) for trail in range(0x80, 0xC0))
    first = "".join(c for c in (pair.decode("gb18030", errors="ignore") for pair in pairs) if len(c) == 1)
    return re.compile(f"[{first}][{_WIDE}\u20ac]{{1,200}}")


def _byte(character: str) -> bytes:
    try:
        return character.encode("cp1252")
    except UnicodeEncodeError:
        return character.encode("latin-1", errors="ignore")


def _hanzi(text: str) -> int:
    return sum("\u4e00" <= c <= "\u9fff" for c in text)
