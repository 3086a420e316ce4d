"""Pictures: whether they are whole, what a camera or a person wrote into them, and what hangs on behind."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator

from handbook.sources.attachments.findings import Found

_PNG = b"\x89PNG\r\n\x1a\n"
_GPS, _EXIF_POINTER = 0x8825, 0x8769
_PERSONAL = {0x013B: "作者", 0x8298: "版权", 0xA430: "相机的主人", 0xA431: "机身号", 0x9C9D: "作者"}
_TEXTS = frozenset({0x010E, 0x013B, 0x8298, 0x9286, 0x9C9B, 0x9C9C, 0x9C9D, 0x9C9E, 0x9C9F, 0xA430})
_CLEAN = "用“画图”打开，另存为新的图片"
_MAX_ENTRIES = 200


def read_picture(data: bytes, suffix: str, found: Found) -> None:
    """Look through a picture."""
    reader = {"png": _png, "jpg": _jpeg, "jpeg": _jpeg, "gif": _gif, "webp": _webp}[suffix]
    reader(data, found)


def _fake(found: Found, suffix: str) -> None:
    found.broken(f"扩展名是 .{suffix}，内容却不是这种图片", "用看图软件打开，另存一份")


def _behind(rest: bytes, found: Found) -> None:
    """What stands behind the end of a picture: a phone's preview at best, an archive at worst."""
    if b"PK\x03\x04" in rest or b"MZ" in rest[:2] or b"<script" in rest.lower():
        found.danger("图片后面还接着别的文件", _CLEAN)


def _png(data: bytes, found: Found) -> None:
    if not data.startswith(_PNG):
        _fake(found, "png")
        return
    position = len(_PNG)
    while position + 12 <= len(data):
        length = int.from_bytes(data[position : position + 4], "big")
        kind = data[position + 4 : position + 8]
        body = data[position + 8 : position + 8 + length]
        position += 12 + length
        if kind == b"IEND":
            _behind(data[position:], found)
            return
        if kind == b"eXIf":
            _exif(body, found)
        elif kind in {b"tEXt", b"zTXt", b"iTXt"}:
            found.text(_png_text(kind, body), "图片里的说明")
            if body.partition(b"\0")[0] in {b"Author", b"Artist", b"Copyright"}:
                found.traces("图片里有作者", _CLEAN)
            _xmp(body, found)
    found.broken("图片不完整，可能没有传完")


def _png_text(kind: bytes, body: bytes) -> str:
    keyword, _, rest = body.partition(b"\0")
    if kind == b"zTXt":
        rest = _inflated(rest[1:])
    elif kind == b"iTXt":
        packed, rest = rest[:1] == b"\1", rest[2:].split(b"\0", 2)[-1]
        rest = _inflated(rest) if packed else rest
    return f"{_decoded(keyword)} {_decoded(rest)}"


def _inflated(data: bytes) -> bytes:
    try:
        return zlib.decompressobj().decompress(data, 2**20)
    except zlib.error:
        return b""


def _decoded(data: bytes) -> str:
    for codec in ("utf-8", "gb18030"):
        try:
            return data.decode(codec)
        except UnicodeDecodeError:
            continue
    return data.decode("latin-1")


def _jpeg(data: bytes, found: Found) -> None:
    if not data.startswith(b"\xff\xd8\xff"):
        _fake(found, "jpg")
        return
    for marker, body in _segments(data):
        if marker == 0xE1 and body.startswith(b"Exif\0\0"):
            _exif(body[6:], found)
        elif marker in {0xE1, 0xED}:
            _xmp(body, found)
        elif marker == 0xFE:
            found.text(_decoded(body), "图片里的说明")
    end = data.rfind(b"\xff\xd9")
    if end < 0:
        found.broken("图片不完整，可能没有传完")
    else:
        _behind(data[end + 2 :], found)


def _segments(data: bytes) -> Iterator[tuple[int, bytes]]:
    """The segments before the picture itself."""
    position = 2
    while position + 4 <= len(data) and data[position] == 0xFF and data[position + 1] not in {0xD9, 0xDA}:
        length = int.from_bytes(data[position + 2 : position + 4], "big")
        yield data[position + 1], data[position + 4 : position + 2 + length]
        position += 2 + max(length, 2)


def _gif(data: bytes, found: Found) -> None:
    if not data.startswith((b"GIF87a", b"GIF89a")):
        _fake(found, "gif")
    elif not data.rstrip(b"\0").endswith(b";") and b"PK\x03\x04" not in data:
        found.broken("图片不完整，可能没有传完")
    else:
        _behind(data[13:], found)
        _xmp(data, found)


def _webp(data: bytes, found: Found) -> None:
    if data[:4] != b"RIFF" or data[8:12] != b"WEBP":
        _fake(found, "webp")
        return
    size = int.from_bytes(data[4:8], "little") + 8
    if size > len(data) + 1:
        found.broken("图片不完整，可能没有传完")
    position = 12
    while position + 8 <= min(size, len(data)):
        length = int.from_bytes(data[position + 4 : position + 8], "little")
        body = data[position + 8 : position + 8 + length]
        if data[position : position + 4] == b"EXIF":
            _exif(body.removeprefix(b"Exif\0\0"), found)
        elif data[position : position + 4] == b"XMP ":
            _xmp(body, found)
        position += 8 + length + length % 2
    _behind(data[size:], found)


def _xmp(body: bytes, found: Found) -> None:
    if b"GPSLatitude" in body or b"GPSLongitude" in body:
        found.traces("图片里有拍摄地点", _CLEAN)
    if b"<dc:creator" in body or b"photoshop:AuthorsPosition" in body or b"aux:OwnerName" in body:
        found.traces("图片里有作者", _CLEAN)
    if b"\x1c\x02\x50" in body or b"\x1c\x02\x74" in body:
        found.traces("图片里有作者", _CLEAN)
    if b"<x:xmpmeta" in body or b"<rdf:RDF" in body or body.startswith(b"Photoshop 3.0\0"):
        found.text(_decoded(body), "图片里的说明")


def _exif(data: bytes, found: Found) -> None:
    """The entries of the TIFF structure that cameras write."""
    order = {b"II": "<", b"MM": ">"}.get(data[:2])
    if order is None or len(data) < 8:
        return
    waiting, seen = [struct.unpack_from(f"{order}I", data, 4)[0]], set()
    while waiting:
        offset = waiting.pop()
        if offset in seen or offset + 2 > len(data):
            continue
        seen.add(offset)
        for tag, kind, count, value in _entries(data, offset, order):
            if tag == _GPS:
                found.traces("图片里有拍摄地点", _CLEAN)
            elif tag == _EXIF_POINTER:
                waiting.append(struct.unpack_from(f"{order}I", data, value)[0])
            elif tag in _TEXTS or tag in _PERSONAL:
                _entry(tag, _value(data, kind, count, value, order), found)


def _entries(data: bytes, offset: int, order: str) -> Iterator[tuple[int, int, int, int]]:
    """Tag, type, count, and the place of the value field of each entry of a directory."""
    number = struct.unpack_from(f"{order}H", data, offset)[0]
    for index in range(min(number, _MAX_ENTRIES)):
        at = offset + 2 + index * 12
        if at + 12 > len(data):
            return
        tag, kind, count = struct.unpack_from(f"{order}HHI", data, at)
        yield tag, kind, count, at + 8


def _value(data: bytes, kind: int, count: int, place: int, order: str) -> bytes:
    size = count * {1: 1, 2: 1, 7: 1, 3: 2, 4: 4}.get(kind, 1)
    if size <= 4:
        return data[place : place + size]
    start = struct.unpack_from(f"{order}I", data, place)[0]
    return data[start : start + min(size, 4096)]


def _entry(tag: int, value: bytes, found: Found) -> None:
    if 0x9C9B <= tag <= 0x9C9F:
        text = value.decode("utf-16-le", errors="replace")
    else:
        text = _decoded(value.removeprefix(b"ASCII\0\0\0").removeprefix(b"UNICODE\0"))
    text = text.strip("\0 \n")
    if text and tag in _PERSONAL:
        found.traces(f"图片里有{_PERSONAL[tag]}", _CLEAN)
    found.text(text, "图片里的说明")
