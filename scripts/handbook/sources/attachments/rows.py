"""Numbers that are cut into pieces: one digit in each cell of a row or a column."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest

_PIECE = re.compile(r"[0-9０-９Xx]{1,17}")
_IDENTITY = re.compile(r"[1-9]\d{5}(?:18|19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx]")
_BOXES = frozenset({11, 16, 19})  # digits of a phone, and of cards: rows of single digits of that length are boxes


def joined_in_columns(rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """The numbers that the cells below one another make up."""
    for column in zip_longest(*rows, fillvalue=""):
        yield from joined(column)


def joined(cells: Iterable[str]) -> Iterator[str]:
    """The numbers that neighbouring cells make up: an identity number however it is cut, others digit by digit.

    Longer pieces make up no phone or card: any three amounts side by side would look like one.
    """
    run: list[str] = []
    for cell in (*cells, ""):
        piece = cell.strip()
        if _PIECE.fullmatch(piece):
            run.append(piece)
            continue
        yield from _of_run(run)
        run = []


def _of_run(run: Sequence[str]) -> Iterator[str]:
    if len(run) < 2:
        return
    if len(run) in _BOXES and all(len(piece) == 1 for piece in run):
        yield "".join(run)
    for start in range(len(run)):
        pieces: list[str] = []
        for piece in run[start : start + 18]:
            pieces.append(piece)
            if sum(map(len, pieces)) >= 18:
                break
        number = "".join(pieces)
        if _IDENTITY.fullmatch(number) and len(pieces) in {2, 3, 4, 5, 6, 18}:
            yield number
