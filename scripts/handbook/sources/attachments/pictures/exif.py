"""EXIF: the directories of the TIFF structure that cameras and telephones write."""

from __future__ import annotations

import struct
from collections.abc import Iterator

from handbook.sources.attachments.findings import Found
from handbook.sources.attachments.pictures import notes

_GPS, _XMP, _IPTC, _PHOTOSHOP, _MAKER, _THUMBNAIL = 0x8825, 0x02BC, 0x83BB, 0x8649, 0x927C, 0x0201
_POINTERS = frozenset({0x8769, 0xA005, 0x014A})
_PERSONAL = {
    0x013B: "作者",
    0x8298: "版权",
    0x9C9D: "作者",
    0xA430: "相机的主人",
    0xA431: "机身号",
    0xA435: "镜头号",
    0xA437: "作者",
    0xA438: "作者",
}
_WORDS = frozenset({0x9286, 0x9C9B, 0x9C9C, 0x9C9D, 0x9C9E, 0x9C9F})  # texts whose type does not tell it
_TEXT_TYPES = frozenset({2, 129})
_SIZES = {3: 2, 4: 4, 5: 8, 8: 2, 9: 4, 10: 8, 11: 4, 12: 8, 13: 4}
_MAX_ENTRIES, _MAX_DIRECTORIES, _MAX_VALUE = 200, 20, 2**16


def read_exif(data: bytes, found: Found) -> None:
    """Look through the entries of every directory."""
    order = {b"II": "<", b"MM": ">"}.get(data[:2])
    if order is None or len(data) < 8:
        return
    waiting: list[int] = [struct.unpack_from(f"{order}I", data, 4)[0]]
    seen: set[int] = set()
    while waiting and len(seen) < _MAX_DIRECTORIES:
        offset = waiting.pop()
        if not offset or offset in seen or offset + 2 > len(data):
            continue
        seen.add(offset)
        for tag, kind, count, at in _entries(data, offset, order):
            value = _value(data, kind, count, at, order)
            if tag in _POINTERS:
                waiting += [int.from_bytes(value[:4], "little" if order == "<" else "big")]
            elif tag == _GPS:
                _location(data, struct.unpack_from(f"{order}I", data, at)[0], order, found)
            else:
                _entry(tag, kind, value, found)
        waiting += _next(data, offset, order)


def _entries(data: bytes, offset: int, order: str) -> Iterator[tuple[int, int, int, int]]:
    """Tag, type, count, and the place of the value field of each entry of a directory."""
    if offset + 2 > len(data):
        return
    number = struct.unpack_from(f"{order}H", data, offset)[0]
    for index in range(min(number, _MAX_ENTRIES)):
        at = offset + 2 + index * 12
        if at + 12 > len(data):
            return
        tag, kind, count = struct.unpack_from(f"{order}HHI", data, at)
        yield tag, kind, count, at + 8


def _next(data: bytes, offset: int, order: str) -> list[int]:
    """Where the directory behind this one stands: the first is of the picture, the next of its thumbnail."""
    at = offset + 2 + 12 * struct.unpack_from(f"{order}H", data, offset)[0]
    return [struct.unpack_from(f"{order}I", data, at)[0]] if at + 4 <= len(data) else []


def _value(data: bytes, kind: int, count: int, place: int, order: str) -> bytes:
    size = count * _SIZES.get(kind, 1)
    if size <= 4:
        return data[place : place + size]
    start = struct.unpack_from(f"{order}I", data, place)[0]
    return data[start : start + min(size, _MAX_VALUE)]


def _location(data: bytes, offset: int, order: str, found: Found) -> None:
    """Cameras without a receiver write a directory, too, with nothing but its version."""
    if any(tag for tag, *_ in _entries(data, offset, order)):
        notes.place(found)


def _entry(tag: int, kind: int, value: bytes, found: Found) -> None:
    if tag == _THUMBNAIL:
        notes.thumbnail(found)
    elif tag == _XMP:
        notes.xmp(value, found)
    elif tag == _IPTC:
        notes.iptc(value, found)
    elif tag == _PHOTOSHOP:
        notes.photoshop(value, found)
    elif tag == _MAKER:
        notes.strings(value, found)
    elif kind in _TEXT_TYPES or tag in _WORDS:
        _words(tag, value, found)


def _words(tag: int, value: bytes, found: Found) -> None:
    if 0x9C9B <= tag <= 0x9C9F:
        text = value.decode("utf-16-le", errors="replace")
    elif value.startswith(b"UNICODE\0"):
        text = notes.decoded(value[8:]) if value[8:10] in {b"\xff\xfe", b"\xfe\xff"} else _wide(value[8:])
    else:
        text = notes.decoded(value.removeprefix(b"ASCII\0\0\0"))
    text = text.strip("\0 \n")
    if text and tag in _PERSONAL:
        found.traces(f"图片里有{_PERSONAL[tag]}", notes.CLEAN)
    notes.note(text, found)


def _wide(value: bytes) -> str:
    """Two bytes for a character, in the order that gives more Latin letters and digits."""
    if b"\0" not in value:
        return notes.decoded(value)
    texts = [value.decode(codec, errors="replace") for codec in ("utf-16-le", "utf-16-be")]
    return max(texts, key=lambda text: sum(c.isascii() and c != "\0" for c in text))
