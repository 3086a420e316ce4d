"""GIF: a screen, then pictures and extensions made of small blocks."""

from __future__ import annotations

from handbook.sources.attachments.findings import Found
from handbook.sources.attachments.pictures import notes

_EXTENSION, _PICTURE, _TRAILER = 0x21, 0x2C, 0x3B
_COMMENT, _PLAIN_TEXT, _APPLICATION = 0xFE, 0x01, 0xFF


def read_gif(data: bytes, found: Found) -> int:
    """Look through the blocks; the offset behind the last of them."""
    width, height = int.from_bytes(data[6:8], "little"), int.from_bytes(data[8:10], "little")
    position, frames, parts = 13 + _colours(data[10]), 0, 0
    while data[position] != _TRAILER:
        start, parts = position, parts + 1
        if notes.is_crumbled(parts, found):
            return len(data)
        if data[position] == _EXTENSION:
            position = _blocks(data, position + 2)
            _extension(data[start + 1], data[start + 2 : position], found)
        elif data[position] == _PICTURE:
            frames += 1
            position = _blocks(data, position + 10 + _colours(data[position + 9]) + 1)
        else:
            raise IndexError(position)
    notes.measure(width, height, found, frames=frames)
    return position + 1


def _colours(flags: int) -> int:
    """How many bytes a table of colours takes."""
    return 3 << ((flags & 7) + 1) if flags & 0x80 else 0


def _blocks(data: bytes, position: int) -> int:
    """The offset behind a chain of blocks, each of which begins with its length."""
    while data[position]:
        position += data[position] + 1
    return position + 1


def _extension(label: int, chain: bytes, found: Found) -> None:
    if label == _APPLICATION and chain[1:9] == b"XMP Data":
        notes.xmp(chain[12:], found)
    elif label == _APPLICATION:
        notes.other(_joined(chain), found)
    elif label in {_COMMENT, _PLAIN_TEXT}:
        notes.note(notes.decoded(_joined(chain)), found)


def _joined(chain: bytes) -> bytes:
    """The content of a chain of blocks."""
    parts, position = [], 0
    while chain[position]:
        parts.append(chain[position + 1 : position + 1 + chain[position]])
        position += chain[position] + 1
    return b"".join(parts)
