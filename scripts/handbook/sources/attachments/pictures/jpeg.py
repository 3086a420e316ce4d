"""JPEG: segments with a marker and a length, between which the packed points stand."""

from __future__ import annotations

import re
from collections.abc import Iterator

from handbook.sources.attachments.findings import Found
from handbook.sources.attachments.pictures import notes
from handbook.sources.attachments.pictures.exif import read_exif

_MARKER = re.compile(rb"\xff([^\x00\x01\xd0-\xd7\xff])")
_END, _SCAN, _COMMENT, _APP0, _APP1, _APP2, _APP13, _APP14 = 0xD9, 0xDA, 0xFE, 0xE0, 0xE1, 0xE2, 0xED, 0xEE
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_APPLICATIONS = range(0xE0, 0xF0)


def read_jpeg(data: bytes, found: Found) -> int:
    """Look through the segments, those between the scans too; the offset behind the end of the picture."""
    for number, (marker, body, behind) in enumerate(_segments(data)):
        if notes.is_crumbled(number, found):
            return len(data)
        if marker == _END:
            return behind
        if marker in _FRAMES and len(body) >= 5:
            height, width = int.from_bytes(body[1:3], "big"), int.from_bytes(body[3:5], "big")
            notes.measure(width, height or 1, found)
        elif marker == _COMMENT:
            notes.note(notes.decoded(body), found)
        elif marker in _APPLICATIONS:
            _application(marker, body, found)
    found.broken("图片不完整，可能没有传完")
    return len(data)


def _segments(data: bytes) -> Iterator[tuple[int, bytes, int]]:
    """Marker, content and the offset behind each segment; what is no marker belongs to the points."""
    position = 2
    while found := _MARKER.search(data, position):
        marker, start = found[1][0], found.end()
        if marker == _END:
            yield marker, b"", start
            return
        length = int.from_bytes(data[start : start + 2], "big")
        position = start + max(length, 2)
        yield marker, data[start + 2 : position], position


def _application(marker: int, body: bytes, found: Found) -> None:
    if marker == _APP1 and body.startswith(b"Exif\0"):
        read_exif(body[6:], found)
    elif marker == _APP1:
        notes.xmp(body, found)
    elif marker == _APP13:
        notes.photoshop(body, found)
    elif marker == _APP0:
        if body.startswith(b"JFXX") or any(body[12:14]):
            notes.thumbnail(found)
    elif marker != _APP14:
        notes.strings(body, found)
