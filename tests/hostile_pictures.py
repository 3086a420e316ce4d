"""Pictures and drawings that are too large, cut, two things at once, or tell who made them, where, and what was before."""

from __future__ import annotations

import base64
import io
import struct
import zipfile
import zlib
from collections.abc import Callable
from urllib.parse import quote

from hostile_files import IDENTITY, LATITUDE, SVG, chunk, docx, jpeg, part, png, tiff, zipped

PHONE = "13912345678"
XMP = '<x:xmpmeta><rdf:RDF><rdf:Description rdf:about="">{}</rdf:Description></rdf:RDF></x:xmpmeta>'
NAME = "甲某某".encode()


def head(width: int, height: int, depth: int = 8, colour: int = 0, interlaced: int = 0) -> bytes:
    return chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, depth, colour, 0, 0, interlaced))


def raw_png(*chunks: bytes) -> bytes:
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks) + chunk(b"IEND", b"")


def points(data: bytes = b"\0\xff") -> bytes:
    return chunk(b"IDAT", zlib.compress(data))


def segment(marker: int, body: bytes) -> bytes:
    return bytes([0xFF, marker]) + struct.pack(">H", len(body) + 2) + body


def raw_jpeg(*segments: bytes, behind: bytes = b"") -> bytes:
    return b"\xff\xd8" + b"".join(segments) + b"\xff\xda\0\x02\x12\x34\xff\xd9" + behind


def noted(words: str) -> bytes:
    """A JPEG with notes of Adobe."""
    return raw_jpeg(segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0" + XMP.format(words).encode()))


def noted_gif(words: str) -> bytes:
    """Such notes in a GIF; a run of all numbers leads readers of blocks out of them."""
    return b"\x21\xff\x0bXMP DataXMP" + XMP.format(words).encode() + bytes([1, *range(255, -1, -1)]) + b"\0"


def frame(width: int, height: int) -> bytes:
    return segment(0xC0, struct.pack(">BHHB", 8, height, width, 1) + b"\x01\x11\0")


def photoshop(number: int, body: bytes) -> bytes:
    resource = b"8BIM" + struct.pack(">H", number) + b"\0\0" + struct.pack(">I", len(body)) + body
    return segment(0xED, b"Photoshop 3.0\0" + resource)


def dataset(number: int, value: bytes) -> bytes:
    return b"\x1c\x02" + bytes([number]) + struct.pack(">H", len(value)) + value


def gif(*blocks: bytes, width: int = 1, height: int = 1, end: bytes = b";") -> bytes:
    picture = b"\x2c" + b"\0" * 9 + b"\x02\x02\x4c\x01\0"
    return b"GIF89a" + struct.pack("<HH", width, height) + b"\0\0\0" + b"".join(blocks) + picture + end


def extension(label: int, *pieces: bytes) -> bytes:
    return bytes([0x21, label]) + b"".join(bytes([len(piece)]) + piece for piece in pieces) + b"\0"


def webp(*chunks: tuple[bytes, bytes], width: int = 1, height: int = 1) -> bytes:
    lossless = b"\x2f" + struct.pack("<I", width - 1 | (height - 1) << 14)
    parts = [kind + struct.pack("<I", len(body)) + body + b"\0" * (len(body) % 2) for kind, body in chunks]
    packed = b"WEBPVP8L" + struct.pack("<I", len(lossless)) + lossless + b"\0" + b"".join(parts)
    return b"RIFF" + struct.pack("<I", len(packed)) + packed


def profile(kind: str, body: bytes) -> bytes:
    """What ImageMagick keeps of another format's notes in a PNG."""
    words = f"\n{kind}\n{len(body):8}\n{body.hex()}\n".encode()
    return chunk(b"zTXt", f"Raw profile type {kind}\0\0".encode() + zlib.compress(words))


def thumbnail_exif() -> bytes:
    """A directory of nothing, and behind it that of the thumbnail."""
    second = struct.pack("<HHHII", 1, 0x0201, 4, 1, 60) + b"\0\0\0\0"
    return b"II*\0\x08\0\0\0" + struct.pack("<HI", 0, 14) + second


def drawing(body: str) -> Callable[[], bytes]:
    return SVG.format(body).encode


def nested_uses() -> bytes:
    steps = ["<g id='a0'><path d='M0 0'/></g>"]
    steps += [f"<g id='a{n}'>" + f"<use href='#a{n - 1}'/>" * 10 + "</g>" for n in range(1, 9)]
    return SVG.format("<defs>" + "".join(steps) + "</defs><use href='#a8'/>").encode()


def within(picture: bytes, kind: str = "png") -> str:
    return f"<image href='data:image/{kind};base64,{base64.b64encode(picture).decode()}'/>"


def zip_in_comment() -> bytes:
    """A JPEG whose comment is the end of an archive."""
    return raw_jpeg(segment(0xFE, zipped({"a.txt": "b"})))


def interlaced() -> bytes:
    return raw_png(head(8, 8, interlaced=1), points(b"\0" * (64 + 15)))


def moving(*, first_is_shown: bool) -> bytes:
    control = chunk(b"fcTL", struct.pack(">IIIIIHHBB", 0, 1, 1, 0, 0, 1, 1, 0, 0))
    order = (control, points()) if first_is_shown else (points(), control)
    return raw_png(head(1, 1), chunk(b"acTL", struct.pack(">II", 1, 0)), *order)


def zip_behind_end(picture: bytes) -> bytes:
    """An archive that ends in what ends a JPEG, so that a search from behind finds the wrong end."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as package:
        package.writestr("a.txt", "b")
        package.comment = b"\xff\xd9"
    return picture + packed.getvalue()


DOCTYPE = '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">'
ATTLIST = "<!-- <svg --><!DOCTYPE svg [<!ATTLIST svg onload CDATA 'alert(1)'>]>"

# Name of a file → how it is made, and the code that must be reported (``""``: nothing).
PICTURES: dict[str, tuple[str, Callable[[], bytes], str]] = {
    "png of many points": ("a.png", lambda: raw_png(head(60_000, 60_000), points()), "SEC016"),
    "long screenshot": ("a.png", lambda: raw_png(head(320, 40_000), points(b"\0" * 321 * 40_000)), ""),
    "long and thin png": ("a.png", lambda: raw_png(head(1_000_000, 1), points()), "SEC016"),
    "png that unpacks without end": ("a.png", lambda: raw_png(head(1, 1), points(b"\0" * 9_000_000)), "SEC016"),
    "png without points": ("a.png", lambda: raw_png(head(9, 9)), "SEC017"),
    "png with too few points": ("a.png", lambda: raw_png(head(9, 9), points()), "SEC017"),
    "png of no width": ("a.png", lambda: raw_png(head(0, 9), points()), "SEC017"),
    "png without head": ("a.png", lambda: raw_png(points()), "SEC017"),
    "png with a wrong checksum": ("a.png", lambda: raw_png(head(1, 1)[:-1] + b"\0", points()), "SEC017"),
    "png with a chunk beyond the end": ("a.png", lambda: raw_png(head(1, 1), b"\x7f\xff\xff\xffIDAT"), "SEC017"),
    "interlaced png": ("a.png", interlaced, ""),
    "moving png": ("a.png", lambda: moving(first_is_shown=True), ""),
    "moving png with a hidden picture": ("a.png", lambda: moving(first_is_shown=False), "SEC017"),
    "moving png of many pictures": ("a.png", lambda: raw_png(head(4_000, 4_000), chunk(b"acTL", struct.pack(">II", 9_999, 0))), "SEC016"),
    "author of a png": ("a.png", lambda: png(chunk(b"tEXt", b"Author\0" + NAME)), "SEC018"),
    "artist of a png in small letters": ("a.png", lambda: png(chunk(b"iTXt", b"artist\0\0\0\0\0" + NAME)), "SEC018"),
    "packed author of a png": ("a.png", lambda: png(chunk(b"zTXt", b"Creator\0\0" + zlib.compress(NAME))), "SEC018"),
    "empty author of a png": ("a.png", lambda: png(chunk(b"tEXt", b"Author\0")), ""),
    "program of a png": ("a.png", lambda: png(chunk(b"tEXt", b"Software\0Paint")), ""),
    "international text of a png": ("a.png", lambda: png(chunk(b"iTXt", b"Comment\0\1\0zh\0\0" + zlib.compress(IDENTITY.encode()))), "SEC001"),
    "place in a text of a png": ("a.png", lambda: png(chunk(b"tEXt", b"exif:GPSLatitude\0" + b"29/1, 18/1")), "SEC018"),
    "exif in hexadecimal": ("a.png", lambda: png(profile("exif", b"Exif\0\0" + tiff(0x8825, LATITUDE))), "SEC018"),
    "iptc in hexadecimal": ("a.png", lambda: png(profile("iptc", dataset(0x50, NAME))), "SEC018"),
    "drawing kept in a png": ("a.png", lambda: png(chunk(b"tEXt", b"mxfile\0%3Cmxfile%3E")), "SEC018"),
    "number in a drawing kept in a png": ("a.png", lambda: png(chunk(b"tEXt", b"mxfile\0" + quote(f"电话{PHONE}").encode())), "SEC002"),
    "large private part of a png": ("a.png", lambda: png(chunk(b"mkTS", b"\0" * 9_000)), "SEC018"),
    "number in a private part of a png": ("a.png", lambda: png(chunk(b"prVt", b"\0\1" + IDENTITY.encode())), "SEC001"),
    "mark of apple in a png": ("a.png", lambda: png(chunk(b"iDOT", b"\0" * 28)), ""),
    "line feed behind a png": ("a.png", lambda: png() + b"\r\n\0", ""),
    "words behind a png": ("a.png", lambda: png() + "口供".encode(), "SEC017"),
    "page behind a png": ("a.png", lambda: png() + b"<script>alert(1)</script>", "SEC016"),
    "page in a text of a png": ("a.png", lambda: png(chunk(b"tEXt", b"Comment\0<script>1</script>")), "SEC016"),
    "pdf in a png": ("a.png", lambda: png(chunk(b"tEXt", b"Comment\0%PDF-1.4")), "SEC016"),
    "jpeg of many points": ("a.jpg", lambda: raw_jpeg(frame(65_000, 65_000)), "SEC016"),
    "jpeg of a good camera": ("a.jpg", lambda: raw_jpeg(frame(8_160, 6_144)), ""),
    "jpeg by another suffix": ("a.jfif", lambda: jpeg(tiff(0x8825, LATITUDE)), "SEC018"),
    "author by iptc": ("a.jpg", lambda: raw_jpeg(photoshop(0x0404, dataset(0x50, NAME))), "SEC018"),
    "author by iptc behind other datasets": ("a.jpg", lambda: raw_jpeg(photoshop(0x0404, dataset(0x05, b"a") + dataset(0x7A, NAME))), "SEC018"),
    "place by iptc": ("a.jpg", lambda: raw_jpeg(photoshop(0x0404, dataset(0x5C, "示例镇".encode()))), "SEC018"),
    "number by iptc": ("a.jpg", lambda: raw_jpeg(photoshop(0x0404, dataset(0x78, PHONE.encode()))), "SEC002"),
    "keyword by iptc": ("a.jpg", lambda: raw_jpeg(photoshop(0x0404, dataset(0x19, "流程".encode()))), ""),
    "thumbnail of photoshop": ("a.jpg", lambda: raw_jpeg(photoshop(0x040C, b"\0" * 28)), "SEC018"),
    "author by xmp": ("a.jpg", lambda: noted("<dc:creator>甲</dc:creator>"), "SEC018"),
    "author by xmp in an attribute": ("a.jpg", lambda: noted('<rdf:Description photoshop:Credit="a"/>'), "SEC018"),
    "person in the picture by xmp": ("a.webp", lambda: webp((b"XMP ", XMP.format("<e:PersonInImage>甲</e:PersonInImage>").encode())), "SEC018"),
    "empty fields of xmp": ("a.jpg", lambda: noted("<e:LocationCreated><rdf:Bag/></e:LocationCreated><dc:creator/><dc:rights a=''> </dc:rights>"), ""),
    "program by xmp": ("a.jpg", lambda: noted("<xmp:CreatorTool>a</xmp:CreatorTool>"), ""),
    "comment of a jpeg": ("a.jpg", lambda: raw_jpeg(segment(0xFE, PHONE.encode())), "SEC002"),
    "comment between scans": ("a.jpg", lambda: raw_jpeg(b"\xff\xda\0\x02\x01\xff\0\xff\xd0\x02" + segment(0xFE, PHONE.encode())), "SEC002"),
    "number in an unknown segment": ("a.jpg", lambda: raw_jpeg(segment(0xE7, b"\0\0" + IDENTITY.encode())), "SEC001"),
    "thumbnail of a camera": ("a.jpg", lambda: jpeg(thumbnail_exif()), "SEC018"),
    "owner of a camera": ("a.jpg", lambda: jpeg(tiff(0xA430, NAME + b"\0")), "SEC018"),
    "number of a lens": ("a.jpg", lambda: jpeg(tiff(0xA435, b"12345\0")), "SEC018"),
    "camera without receiver": ("a.jpg", lambda: jpeg(tiff(0x8825, struct.pack("<HHHI4sI", 1, 0, 1, 4, b"\2\3\0\0", 0))), ""),
    "any words of exif": ("a.jpg", lambda: jpeg(tiff(0x010D, IDENTITY.encode() + b"\0")), "SEC001"),
    "comment in wide letters": ("a.jpg", lambda: jpeg(tiff(0x9286, b"UNICODE\0" + PHONE.encode("utf-16-be"))), "SEC002"),
    "picture behind a jpeg": ("a.jpg", lambda: jpeg() + jpeg(), "SEC017"),
    "film behind a jpeg": ("a.jpg", lambda: jpeg() + b"\0\0\0\x18ftypmp42", "SEC017"),
    "archive that ends like a jpeg": ("a.jpg", lambda: zip_behind_end(jpeg()), "SEC016"),
    "archive in a comment": ("a.jpg", zip_in_comment, "SEC016"),
    "clean gif": ("a.gif", gif, ""),
    "large gif": ("a.gif", lambda: gif(width=65_000, height=65_000), "SEC016"),
    "long gif": ("a.gif", lambda: gif(*[b"\x2c" + b"\0" * 9 + b"\x02\0"] * 3_000, width=2_000, height=2_000), "SEC016"),
    "comment of a gif": ("a.gif", lambda: gif(extension(0xFE, PHONE[:5].encode(), PHONE[5:].encode())), "SEC002"),
    "plain text of a gif": ("a.gif", lambda: gif(extension(0x01, b"\0" * 12, IDENTITY.encode())), "SEC001"),
    "author of a gif": ("a.gif", lambda: gif(noted_gif("<dc:creator>jia</dc:creator>")), "SEC018"),
    "loop of a gif": ("a.gif", lambda: gif(extension(0xFF, b"NETSCAPE2.0", b"\1\0\0")), ""),
    "gif whose points look like a name": ("a.gif", lambda: gif(b"\x2c" + b"\0" * 9 + b"\x02\x03\x1c\x02\x50\0"), ""),
    "archive behind a gif": ("a.gif", lambda: gif() + zipped({"a": "b"}), "SEC016"),
    "words behind a gif": ("a.gif", lambda: gif() + b"abc", "SEC017"),
    "gif without end": ("a.gif", lambda: gif(end=b""), "SEC017"),
    "jpeg of crumbs": ("a.jpg", lambda: raw_jpeg(segment(0xFE, b"a") * 1_000_000), "SEC016"),
    "png of crumbs": ("a.png", lambda: png(chunk(b"tEXt", b"a\0b") * 1_000_000), "SEC016"),
    "gif of crumbs": ("a.gif", lambda: gif(extension(0xFE, b"a") * 1_000_000), "SEC016"),
    "webp of crumbs": ("a.webp", lambda: webp(*[(b"XMP ", b"ab")] * 1_000_000), "SEC016"),
    "clean webp": ("a.webp", webp, ""),
    "large webp": ("a.webp", lambda: webp((b"VP8X", b"\0\0\0\0" + b"\xff" * 6)), "SEC016"),
    "place in a webp": ("a.webp", lambda: webp((b"EXIF", tiff(0x8825, LATITUDE))), "SEC018"),
    "number in the exif of a webp": ("a.webp", lambda: webp((b"EXIF", b"Exif\0\0" + tiff(0x010E, IDENTITY.encode() + b"\0"))), "SEC001"),
    "author of a webp": ("a.webp", lambda: webp((b"XMP ", XMP.format("<dc:creator>甲</dc:creator>").encode())), "SEC018"),
    "unknown part of a webp": ("a.webp", lambda: webp((b"abcd", PHONE.encode())), "SEC002"),
    "cut webp": ("a.webp", lambda: webp((b"EXIF", b"\0" * 90))[:-60], "SEC017"),
    "empty webp": ("a.webp", lambda: b"RIFF\x04\0\0\0WEBP", "SEC017"),
    "words behind a webp": ("a.webp", lambda: webp() + b"abc", "SEC017"),
    "sound called webp": ("a.webp", lambda: b"RIFF\x04\0\0\0WAVE", "SEC017"),
    "picture of a telephone": ("a.heic", lambda: b"\0\0\0\x18ftypheic\0\0\0\0heic\xff\xfe", "SEC017"),
    "picture of a scanner": ("a.tif", lambda: tiff(0x013B, NAME + b"\0"), "SEC017"),
    "file of another program": ("a.psd", lambda: b"8BPS\0\1\0\0\0\0\0\0\0\3\xff", "SEC017"),
    "font": ("a.woff2", lambda: b"wOF2\0\1\0\0\xff\xfe\x80", ""),
    "icon": ("favicon.ico", lambda: b"\0\0\1\0\1\0\xff\xfe\x80", ""),
    "picture in a document with a place": ("a.docx", lambda: part("word/media/image1.png", png(chunk(b"eXIf", tiff(0x8825, LATITUDE)))), "SEC018"),
    "picture in a document that is too large": ("a.docx", lambda: part("word/media/image1.gif", gif(width=65_000, height=65_000)), "SEC016"),
    "picture in an archive with an author": ("a.zip", lambda: zipped({"a.png": png(chunk(b"tEXt", b"Author\0" + NAME))}), "SEC018"),
    "document with a clean picture": ("a.docx", lambda: docx(**{"word__media__image1.png": png()}), ""),
    "picture in a drawing": ("a.svg", drawing(within(png())), ""),
    "number in a picture in a drawing": ("a.svg", drawing(within(png(chunk(b"tEXt", b"Comment\0" + IDENTITY.encode())))), "SEC001"),
    "place in a picture in a drawing": ("a.svg", drawing(within(jpeg(tiff(0x8825, LATITUDE)), "jpeg")), "SEC018"),
    "large picture in a drawing": ("a.svg", drawing(within(gif(width=65_000, height=65_000), "gif")), "SEC016"),
    "page as a picture in a drawing": ("a.svg", drawing(within(b"<html>", "png")), "SEC017"),
    "broken picture in a drawing": ("a.svg", drawing("<image href='data:image/png;base64,A'/>"), "SEC017"),
    "drawing in a drawing": ("a.svg", drawing(within(b"<svg/>", "svg+xml")), "SEC015"),
    "picture beside a drawing": ("a.svg", drawing("<image href='b.png'/>"), "SEC015"),
    "part of another drawing": ("a.svg", drawing("<use href='b.svg#a'/>"), "SEC015"),
    "part of the same drawing": ("a.svg", drawing("<g id='a'/><use href='#a'/>"), ""),
    "base of a drawing": ("a.svg", drawing("<g xml:base='https://example.invalid/'/>"), "SEC015"),
    "script in the title of a drawing": ("a.svg", drawing("<title><script>alert(1)</script></title>"), "SEC015"),
    "script in the style of a drawing": ("a.svg", drawing("<style><script>alert(1)</script></style>"), "SEC015"),
    "handler by a declaration": ("a.svg", (ATTLIST + SVG.format("")).encode, "SEC015"),
    "known declaration": ("a.svg", (DOCTYPE + SVG.format("<path d='M0 0'/>")).encode, ""),
    "beginning of an animation": ("a.svg", drawing("<animate onbegin='alert(1)' attributeName='x'/>"), "SEC015"),
    "escaped fill": ("a.svg", drawing("<rect fill='u\\72l(https://example.invalid)'/>"), "SEC015"),
    "style in another section": ("a.svg", drawing("<style><![CDATA[a{fill:url(https://example.invalid)}]]></style>"), "SEC015"),
    "style sheet of a drawing": ("a.svg", ("<?xml-stylesheet href='a.css'?>" + SVG.format("")).encode, "SEC015"),
    "drawing in another encoding": ("a.svg", ("<?xml version='1.0' encoding='gb18030'?>" + SVG.format("")).encode, "SEC017"),
    "drawing without namespace": ("a.svg", b"<svg><path d='M0 0'/></svg>".strip, "SEC017"),
    "cut drawing": ("a.svg", SVG.format("<g>")[:-8].encode, "SEC017"),
    "wide drawing": ("a.svg", b"<svg xmlns='http://www.w3.org/2000/svg' width='1e9' height='1e9'/>".strip, "SEC016"),
    "drawing of many units": ("a.svg", b"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 1e12 1e12'/>".strip, "SEC016"),
    "drawing as wide as its place": ("a.svg", b"<svg xmlns='http://www.w3.org/2000/svg' width='100%'/>".strip, ""),
    "blur without end": ("a.svg", drawing("<filter id='f'><feGaussianBlur stdDeviation='99999'/></filter>"), "SEC016"),
    "shapes of shapes": ("a.svg", nested_uses, "SEC016"),
    "chain of shapes": ("a.svg", drawing("".join(f"<use id='a{n}' href='#a{n + 1}'/>" for n in range(50_000))), "SEC016"),
    "shape of itself": ("a.svg", drawing("<g id='a'><use href='#a'/></g>"), "SEC016"),
    "pattern of itself": ("a.svg", drawing("<pattern id='p'><rect fill='url(#p)'/></pattern>"), "SEC016"),
    "deep drawing": ("a.svg", drawing("<g>" * 500 + "</g>" * 500), "SEC016"),
    "number in pieces of a drawing": ("a.svg", drawing(f"<text><tspan>{PHONE[:4]}</tspan><tspan>{PHONE[4:]}</tspan></text>"), "SEC002"),
    "source kept in a drawing": ("a.svg", b"<svg xmlns='http://www.w3.org/2000/svg' content='&lt;mxfile>'/>".strip, "SEC018"),
    "folder of who drew it": ("a.svg", drawing("<g id='a' data-name='C:\\Users\\jia\\a.svg'/>"), "SEC018"),
}  # fmt: skip
