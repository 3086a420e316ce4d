"""How far apart two words are, and which known word a misspelt one was meant to be."""

from __future__ import annotations

from collections.abc import Iterable


def distance(left: str, right: str) -> int:
    """How many characters must be put in, taken out, replaced or swapped with their neighbour (restricted Damerau)."""
    before: list[int] = []
    row = list(range(len(right) + 1))
    for i, a in enumerate(left, 1):
        previous, row = row, [i]
        for j, b in enumerate(right, 1):
            cost = min(previous[j] + 1, row[j - 1] + 1, previous[j - 1] + (a != b))
            if before and j > 1 and a == right[j - 2] and left[i - 2] == b:
                cost = min(cost, before[j - 2] + 1)
            row.append(cost)
        before = previous
    return row[-1]


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word that a misspelt word was most likely meant to be, or None when none is near.

    At most a third of the longer word may differ, but one character always may, unless nothing of the word is left.
    """
    found: list[tuple[int, str]] = []
    for candidate in known:
        longer = max(len(word), len(candidate))
        steps = distance(word, candidate)
        if 0 < steps <= max(1, longer // 3) and steps < longer:
            found.append((steps, candidate))
    return min(found)[1] if found else None


def did_you_mean(word: str, known: Iterable[str], otherwise: str) -> str:
    """A hint: the nearest known word as a question, or other advice."""
    near = nearest(word, known)
    return f"是不是“{near}”？" if near else otherwise
