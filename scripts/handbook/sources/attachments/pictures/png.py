"""PNG: chunks with a length, a name and a checksum."""

from __future__ import annotations

import math
import zlib
from collections.abc import Iterator
from urllib.parse import unquote

from handbook.sources.attachments.findings import Found
from handbook.sources.attachments.pictures import notes
from handbook.sources.attachments.pictures.exif import read_exif

_CHANNELS = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}
_PASSES = ((0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2))
_PICTURE = frozenset(
    b"IHDR PLTE IDAT IEND tRNS gAMA cHRM sRGB sBIT bKGD hIST pHYs sPLT tIME oFFs sCAL cICP mDCv cLLi fdAT".split()
)
_CRITICAL = frozenset({b"IHDR", b"PLTE", b"IDAT", b"IEND"})
_TEXTS = frozenset({b"tEXt", b"zTXt", b"iTXt"})
_PEOPLE = frozenset("artist author by-line byline cameraownername copyright creator credit owner".split())
_SOURCES = frozenset({"mxfile", "mxgraphmodel", "excalidraw", "application/vnd.excalidraw+json"})
_SURPLUS = 2**16

Chunk = tuple[bytes, bytes]


def read_png(data: bytes, found: Found) -> int:
    """Look through the chunks; the offset behind the last of them."""
    chunks: list[Chunk] = []
    position = 8
    for kind, body, position in _chunks(data):
        chunks.append((kind, body))
        if notes.is_crumbled(len(chunks), found):
            return len(data)
        if kind in _CRITICAL and zlib.crc32(kind + body) != int.from_bytes(data[position - 4 : position], "big"):
            found.broken("图片里的数据坏了，校验对不上")
            return len(data)
    if not chunks or chunks[-1][0] != b"IEND" or chunks[0][0] != b"IHDR" or len(chunks[0][1]) != 13:
        found.broken("图片不完整，可能没有传完")
        return len(data)
    _picture(chunks, found)
    for kind, body in chunks:
        _notes(kind, body, found)
    return position


def _chunks(data: bytes) -> Iterator[tuple[bytes, bytes, int]]:
    """Name, content and the offset behind each chunk, up to the last one."""
    position = 8
    while position + 12 <= len(data):
        length = int.from_bytes(data[position : position + 4], "big")
        kind = data[position + 4 : position + 8]
        if position + 12 + length > len(data):
            return
        body = data[position + 8 : position + 8 + length]
        position += 12 + length
        yield kind, body, position
        if kind == b"IEND":
            return


def _picture(chunks: list[Chunk], found: Found) -> None:
    """The points: how many there are, how many there should be, and whether all programs see the same."""
    head = chunks[0][1]
    width, height = int.from_bytes(head[:4], "big"), int.from_bytes(head[4:8], "big")
    names = [kind for kind, _ in chunks]
    moving = next((body for kind, body in chunks if kind == b"acTL"), b"")
    if not notes.measure(width, height, found, frames=int.from_bytes(moving[:4], "big") or 1):
        return
    if moving and b"fcTL" not in names[: names.index(b"IDAT") if b"IDAT" in names else None]:
        found.broken("会动的图片里另藏着一幅，不同的程序会看到不同的内容", notes.CLEAN)
    wanted = _size(width, height, head[8] * _CHANNELS.get(head[9], 1), interlaced=head[12] == 1)
    there = _inflated(chunks, wanted + _SURPLUS)
    if there < wanted:
        found.broken("图片不完整，可能没有传完")
    elif there >= wanted + _SURPLUS:
        found.danger("图片解开以后大得出奇（压缩炸弹）", notes.CLEAN)


def _size(width: int, height: int, bits: int, *, interlaced: bool) -> int:
    """How many bytes the points take: each line has one more than its points."""
    if not interlaced:
        return height * (1 + math.ceil(width * bits / 8))
    total = 0
    for x, y, right, down in _PASSES:
        columns, rows = -(-(width - x) // right), -(-(height - y) // down)
        total += rows * (1 + math.ceil(columns * bits / 8)) if columns > 0 and rows > 0 else 0
    return total


def _inflated(chunks: list[Chunk], limit: int) -> int:
    """How many bytes the points take unpacked, at most `limit`; nothing is kept."""
    packed, count = zlib.decompressobj(), 0
    for kind, body in chunks:
        waiting = body if kind == b"IDAT" else b""
        while waiting and count < limit:
            try:
                count += len(packed.decompress(waiting, 2**20))
            except zlib.error:
                return count
            waiting = packed.unconsumed_tail
    return min(count, limit)


def _notes(kind: bytes, body: bytes, found: Found) -> None:
    if kind in _TEXTS:
        _text(*_words(kind, body), found)
    elif kind == b"eXIf":
        read_exif(body.removeprefix(b"Exif\0\0"), found)
    elif kind == b"iCCP":
        notes.strings(notes.inflated(body.partition(b"\0")[2][1:]), found)
    elif kind not in _PICTURE:
        notes.other(body, found)


def _words(kind: bytes, body: bytes) -> tuple[str, bytes]:
    """The keyword and the words of a chunk of text."""
    keyword, _, rest = body.partition(b"\0")
    if kind == b"zTXt":
        rest = notes.inflated(rest[1:])
    elif kind == b"iTXt":
        packed, rest = rest[:1] == b"\1", rest[2:].split(b"\0", 2)[-1]
        rest = notes.inflated(rest) if packed else rest
    return notes.decoded(keyword), rest


def _text(keyword: str, words: bytes, found: Found) -> None:
    name = keyword.strip().lower()
    if name.startswith("raw profile type"):
        _profile(words, found)
    elif name.startswith("xml:") or b"<x:xmpmeta" in words or b"<rdf:RDF" in words:
        notes.xmp(words, found)
    elif name in _SOURCES:
        hint = "导出时不要勾选“包含图表副本”，或者" + notes.CLEAN
        found.traces("图片里夹着画图软件的原稿，删去的内容可能还在", hint)
    if name.rpartition(":")[2] in _PEOPLE and words.strip(b"\0 "):
        notes.author(found)
    if name.rpartition(":")[2].startswith("gps"):
        notes.place(found)
    text = notes.decoded(words)
    notes.note(f"{keyword} {unquote(text) if '%' in text else text}", found)


def _profile(words: bytes, found: Found) -> None:
    """What ImageMagick keeps of other formats: a name, a length, and the bytes in hexadecimal digits."""
    digits = b"".join(words.split()[2:])
    try:
        body = bytes.fromhex(digits.decode("ascii"))
    except ValueError:
        return
    if body.startswith(b"Exif\0\0"):
        read_exif(body[6:], found)
    elif body.startswith((b"II*\0", b"MM\0*")):
        read_exif(body, found)
    elif body.startswith((b"8BIM", b"Photoshop 3.0")):
        notes.photoshop(body, found)
    elif body.startswith(b"\x1c"):
        notes.iptc(body, found)
    else:
        notes.xmp(body, found)
