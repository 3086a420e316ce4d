"""Which of some ids was meant by a mistyped one."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Sequence

_LOOK_ALIKES = str.maketrans("lIoO", "1100")


def nearest_id(name: str, known: Sequence[str]) -> str:
    """The known id that was most likely meant, or ``""``.

    Ids are short, so ``s8`` is no misspelling of ``s9``: only slips that fingers make count, the surest first, and
    a slip that could come from two ids suggests neither.
    """
    for same in _SLIPS:
        found = [other for other in known if other != name and same(name, other)]
        if len(found) == 1:
            return found[0]
        if found:
            return ""
    return ""


def _plain(name: str) -> str:
    return unicodedata.normalize("NFKC", name).casefold()


def _same_letters(name: str, other: str) -> bool:
    """Full width, capitals, hyphens and underscores."""
    return _plain(name).replace("_", "").replace("-", "") == _plain(other).replace("_", "").replace("-", "")


def _look_alike(name: str, other: str) -> bool:
    """The letter l for 1, o for 0."""
    return name.translate(_LOOK_ALIKES) == other.translate(_LOOK_ALIKES)


def _doubled(name: str, other: str) -> bool:
    """A key pressed twice."""
    twice = (i for i in range(1, len(name)) if name[i] == name[i - 1])
    return len(other) > 1 and any(name[:i] + name[i + 1 :] == other for i in twice)


def _swapped(name: str, other: str) -> bool:
    """Two keys in the wrong order."""
    pairs = range(1, len(name))
    return any(name[: i - 1] + name[i] + name[i - 1] + name[i + 1 :] == other for i in pairs)


def _one_more_or_less(name: str, other: str) -> bool:
    """A key too many or one too few, where enough is left to recognise the id by; no digit, for ``s12`` is no ``s1``."""
    long, short = (name, other) if len(name) > len(other) else (other, name)
    places = (i for i, letter in enumerate(long) if not letter.isdigit())
    return len(short) > 1 and any(long[:i] + long[i + 1 :] == short for i in places)


def _one_other(name: str, other: str) -> bool:
    """One letter of a long id replaced."""
    differing = [a for a, b in zip(name, other, strict=False) if a != b]
    return len(name) == len(other) >= 3 and len(differing) == 1 and not differing[0].isdigit()


_SLIPS: tuple[Callable[[str, str], bool], ...] = (
    _same_letters,
    _look_alike,
    _doubled,
    _swapped,
    _one_more_or_less,
    _one_other,
)
