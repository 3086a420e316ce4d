"""WebP: chunks in a RIFF container."""

from __future__ import annotations

from collections.abc import Iterator

from handbook.sources.attachments.findings import Found
from handbook.sources.attachments.pictures import notes
from handbook.sources.attachments.pictures.exif import read_exif

_PICTURE = frozenset({b"ALPH", b"ANIM", b"ANMF", b"VP8 ", b"VP8L", b"VP8X"})
_POINTS = frozenset({b"ANMF", b"VP8 ", b"VP8L"})


def read_webp(data: bytes, found: Found) -> int:
    """Look through the chunks; the offset behind the last of them."""
    if data[8:12] != b"WEBP":
        found.broken("扩展名是 .webp，内容却不是这种图片", "用看图软件打开，另存一份")
        return len(data)
    size = int.from_bytes(data[4:8], "little") + 8
    chunks = list(_chunks(data[:size]))
    names = [kind for kind, _ in chunks]
    if notes.is_crumbled(len(chunks), found):
        return size
    if size > len(data) + 1 or not _POINTS & set(names):
        found.broken("图片不完整，可能没有传完")
    for kind, body in chunks:
        width, height = _measures(kind, body)
        if width:
            notes.measure(width, height, found, frames=max(1, names.count(b"ANMF")))
        if kind == b"EXIF":
            read_exif(body.removeprefix(b"Exif\0\0"), found)
        elif kind == b"XMP ":
            notes.xmp(body, found)
        elif kind == b"ICCP":
            notes.strings(body, found)
        elif kind not in _PICTURE:
            notes.other(body, found)
    return size


def _chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    position = 12
    while position + 8 <= len(data):
        length = int.from_bytes(data[position + 4 : position + 8], "little")
        yield data[position : position + 4], data[position + 8 : position + 8 + length]
        position += 8 + length + length % 2


def _measures(kind: bytes, body: bytes) -> tuple[int, int]:
    """The width and height that a chunk tells, or zeros."""
    if kind == b"VP8X" and len(body) >= 10:
        return int.from_bytes(body[4:7], "little") + 1, int.from_bytes(body[7:10], "little") + 1
    if kind == b"VP8L" and body[:1] == b"\x2f":
        bits = int.from_bytes(body[1:5], "little")
        return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    if kind == b"VP8 " and body[3:6] == b"\x9d\x01\x2a":
        return int.from_bytes(body[6:8], "little") & 0x3FFF, int.from_bytes(body[8:10], "little") & 0x3FFF
    return 0, 0
