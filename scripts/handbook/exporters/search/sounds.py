"""How hanzi sound: for queries in pinyin, and for wrong characters of the right sound."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

_FIRST_HANZI, _LAST_HANZI = 0xB0A1, 0xF7FE  # of GB 2312


def sounds(words: Sequence[str]) -> dict[str, Any]:
    """What the browser needs: hanzi by syllable, words, and the words that do not sound as their hanzi do alone."""
    from pypinyin import lazy_pinyin

    alone = {hanzi: _syllable(lazy_pinyin(hanzi)[0]) for hanzi in _common_hanzi(words)}
    by_syllable: dict[str, list[str]] = {}
    for hanzi, syllable in sorted(alone.items()):
        by_syllable.setdefault(syllable, []).append(hanzi)
    special = {}
    for word in words:
        spoken = [_syllable(syllable) for syllable in lazy_pinyin(word)]
        if len(spoken) == len(word) and spoken != [alone.get(hanzi) for hanzi in word]:
            special[word] = " ".join(spoken)
    syllables = {syllable: "".join(hanzi) for syllable, hanzi in sorted(by_syllable.items())}
    return {"syllables": syllables, "words": " ".join(words), "special": special}


def _syllable(pinyin: str) -> str:
    return pinyin.replace("ü", "v")


def _common_hanzi(words: Iterable[str]) -> set[str]:
    """Those of GB 2312, and those of the words."""
    found = {character for word in words for character in word}
    for code in range(_FIRST_HANZI, _LAST_HANZI + 1):
        try:
            found.add(code.to_bytes(2, "big").decode("gb2312"))
        except UnicodeDecodeError:
            continue
    return {character for character in found if "\u3400" <= character <= "\u9fff"}
