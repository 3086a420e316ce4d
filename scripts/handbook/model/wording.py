"""The words that the build adds to an author's wording, the same in .docx and preview."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from handbook.model.template import Block, Paragraph

# A signature line: the signature, then its date. The short form goes on two lines of a narrow box.
SIGNATURE = "签名：\u3000\u3000\u3000\u3000\u3000\u3000年\u3000\u3000月\u3000\u3000日"
SIGNATURE_LINES = ("签名：\u3000\u3000\u3000\u3000\u3000", "年\u3000\u3000月\u3000\u3000日")
PAGE_SIGNATURE = "签名（捺印）："
CHECKED, UNCHECKED = "\u2611", "\u2610"

_LABEL = 7  # characters that fit into a narrow column
_PREFIXES = {"question": "问：", "answer": "答："}
_DIGITS = "〇一二三四五六七八九"


def hanzi_number(number: int) -> str:
    """A number from 1 to 99 in Chinese: 一, 十, 十二, 二十一."""
    tens, ones = divmod(number, 10)
    if not tens:
        return _DIGITS[ones]
    return ("" if tens == 1 else _DIGITS[tens]) + "十" + (_DIGITS[ones] if ones else "")


def prefixes(blocks: Sequence[Block]) -> tuple[str, ...]:
    """For each block the words that stand before its own: the number of a heading, 问：, 附件：; or ``""``."""
    found: list[str] = []
    counts = [0, 0, 0, 0]
    for style, group in groupby(blocks, key=_style):
        size = len(list(group))
        if style.startswith("heading"):
            found.extend(_heading(counts, int(style[-1])) for _ in range(size))
        elif style == "attachment":
            found.extend(_attachments(size))
        else:
            found.extend([_PREFIXES.get(style, "")] * size)
    return tuple(found)


def _style(block: Block) -> str:
    return block.style if isinstance(block, Paragraph) else ""


def _heading(counts: list[int], level: int) -> str:
    counts[level - 1] += 1
    counts[level:] = [0] * (4 - level)
    number = counts[level - 1]
    return (f"{hanzi_number(number)}、", f"（{hanzi_number(number)}）", f"{number}.", f"（{number}）")[level - 1]


def _attachments(size: int) -> Iterator[str]:
    """附件： before the first; several are numbered."""
    for number in range(1, size + 1):
        lead = "附件：" if number == 1 else ""
        yield f"{lead}{number}. " if size > 1 else lead


def label_lines(text: str) -> tuple[str, ...]:
    """The lines of a label: what is in brackets goes below when all of it would hardly fit on one line."""
    at = text.find("（")
    return (text[:at], text[at:]) if at > 0 and len(text) > _LABEL else (text,)
