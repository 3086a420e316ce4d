"""What the formats of pictures share: texts, notes of persons and places (XMP, IPTC), and how large a picture may be."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator

from handbook.markup.tokens import Tag, tags
from handbook.sources.attachments.findings import Found

CLEAN = "用“画图”打开，另存为 PNG 图片"
MAX_SIDE = 65_535  # a long screenshot of a telephone fits
MAX_PIXELS = 60_000_000  # decoded, 240 MB; a telephone's picture of 50 megapixels fits
MAX_PARTS = 20_000
_MAX_COPY = 4096
_WORDS = re.compile(rb"[\x20-\x7e\x80-\xff]{6,}")
_MARKUP = re.compile(r"<[^<>]*>")
_PEOPLE = frozenset(
    """authorsposition bodyserialnumber cameraownername captionwriter creator credit lensserialnumber owner ownername
    persondisplayname personinimage rights serialnumber""".split()
)
_PLACES = frozenset("city gpslatitude gpslongitude locationcreated locationshown sublocation".split())
_THUMBNAILS = frozenset({"thumbnails"})
_TELLING = _PEOPLE | _PLACES | _THUMBNAILS
_MAX_INNER = 2_000
_BY = frozenset({0x50, 0x55, 0x6E, 0x74, 0x76, 0x7A})  # by-line, its title, credit, copyright, contact, writer
_AT = frozenset({0x1A, 0x1B, 0x5A, 0x5C, 0x5F})
_IPTC, _OLD_THUMBNAIL, _THUMBNAIL, _EMBEDDED_XMP = 0x0404, 0x0409, 0x040C, 0x0424


def measure(width: int, height: int, found: Found, *, frames: int = 1) -> bool:
    """Whether a picture is small enough to be opened anywhere."""
    if not width or not height:
        found.broken("图片的宽或者高是 0，不完整")
    elif max(width, height) > MAX_SIDE or width * height * max(1, frames // 5) > MAX_PIXELS:
        pieces = f"、{frames} 幅" if frames > 1 else ""
        hint = "缩小到每边 4000 点以内，另存一份"
        found.danger(f"图片有 {width}×{height} 点{pieces}，打开会占满电脑的内存", hint)
    else:
        return True
    return False


def is_crumbled(parts: int, found: Found) -> bool:
    """Whether a picture has more parts than any program writes: they take long to read, and each may hold words."""
    if parts <= MAX_PARTS:
        return False
    found.danger(f"图片由 {MAX_PARTS} 个以上的零碎数据组成，不正常", CLEAN)
    return True


def author(found: Found) -> None:
    """Somebody's name."""
    found.traces("图片里有作者", CLEAN)


def place(found: Found) -> None:
    """Where the picture was taken."""
    found.traces("图片里有拍摄地点", CLEAN)


def thumbnail(found: Found) -> None:
    """A second, smaller picture, which programs forget to change when they crop or cover the first."""
    found.traces("图片里带着缩略图，裁剪、打码以前的样子可能还在", CLEAN)


def other(body: bytes, found: Found) -> None:
    """A part of a picture that is no picture: its words; a large one is a copy of something that nobody looks at."""
    if len(body) > _MAX_COPY:
        found.traces(f"图片里夹着 {len(body) // 1024} KB 不是图的内容（画图软件的原稿、签名之类）", CLEAN)
    strings(body, found)


def strings(body: bytes, found: Found) -> None:
    """The words in bytes whose structure nobody knows."""
    found.text("\n".join(decoded(run) for run in _WORDS.findall(body)), "图片里的说明")


def note(words: str, found: Found) -> None:
    """Words that somebody wrote into the picture."""
    found.text(words, "图片里的说明")


def decoded(data: bytes) -> str:
    """Bytes as text, in the encodings that programs use for it."""
    if data[:2] in {b"\xff\xfe", b"\xfe\xff"}:
        return data.decode("utf-16", errors="replace")
    for codec in ("utf-8", "gb18030"):
        try:
            return data.decode(codec)
        except UnicodeDecodeError:
            continue
    return data.decode("latin-1")


def inflated(data: bytes) -> bytes:
    """What was packed; of a bomb the beginning."""
    try:
        return zlib.decompressobj().decompress(data, 2**20)
    except zlib.error:
        return b""


def xmp(body: bytes, found: Found) -> None:
    """The notes that Adobe's and many other programs write, in XML."""
    text = decoded(body.replace(b"\0", b"") if body.count(b"\0") * 3 > len(body) else body)
    for tag in tags(text):
        if tag.closing:
            continue
        names = {name.rpartition(":")[2] for name, value in tag.attributes.items() if value.strip()}
        name = tag.name.rpartition(":")[2]
        if name in _TELLING and _inner(text, tag).strip():
            names.add(name)
        if names & _PEOPLE:
            author(found)
        if names & _PLACES:
            place(found)
        if names & _THUMBNAILS:
            thumbnail(found)
    note(text, found)


def _inner(text: str, tag: Tag) -> str:
    """The words in an element; GIMP writes many elements that have none."""
    if text.endswith("/>", 0, tag.end):
        return ""
    name = text[tag.start + 1 : tag.start + 1 + len(tag.name)]
    end = text.find(f"</{name}", tag.end, tag.end + _MAX_INNER)
    return _MARKUP.sub("", text[tag.end : end if end > 0 else tag.end + _MAX_INNER])


def iptc(body: bytes, found: Found) -> None:
    """The notes of news agencies: datasets of a record, a number, and a length."""
    position = body.find(b"\x1c")
    while 0 <= position <= len(body) - 5 and body[position] == 0x1C:
        record, number = body[position + 1], body[position + 2]
        length = int.from_bytes(body[position + 3 : position + 5], "big")
        value = body[position + 5 : position + 5 + length]
        if record == 2 and value.strip(b"\0 "):
            if number in _BY:
                author(found)
            elif number in _AT:
                place(found)
            note(decoded(value), found)
        position += 5 + length


def photoshop(body: bytes, found: Found) -> None:
    """Photoshop's resources: notes, and small copies of the picture."""
    for number, value in _resources(body.removeprefix(b"Photoshop 3.0\0")):
        if number == _IPTC:
            iptc(value, found)
        elif number in {_OLD_THUMBNAIL, _THUMBNAIL}:
            thumbnail(found)
        elif number == _EMBEDDED_XMP:
            xmp(value, found)
        else:
            strings(value, found)


def _resources(body: bytes) -> Iterator[tuple[int, bytes]]:
    position = 0
    while body[position : position + 4] == b"8BIM" and position + 12 <= len(body):
        number = int.from_bytes(body[position + 4 : position + 6], "big")
        name = body[position + 6] + 1
        position += 6 + name + name % 2
        length = int.from_bytes(body[position : position + 4], "big")
        yield number, body[position + 4 : position + 4 + length]
        position += 4 + length + length % 2
