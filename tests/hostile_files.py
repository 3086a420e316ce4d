"""Files beside the pages: documents, pictures, tables and archives, clean and not, made in memory."""

from __future__ import annotations

import io
import struct
import warnings
import zipfile
import zlib
from collections.abc import Callable

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
TYPES = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'
IDENTITY = "11010519491231002X"
Files = dict[str, str | bytes]


def zipped(files: Files, *doubled: tuple[str, str]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as package, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for name, content in [*files.items(), *doubled]:
            package.writestr(name, content)
    return packed.getvalue()


def docx(body: str = "<w:p><w:r><w:t>正文。</w:t></w:r></w:p>", **parts: str | bytes) -> bytes:
    return zipped(
        {
            "[Content_Types].xml": TYPES,
            "word/document.xml": f"<w:document {W}><w:body>{body}</w:body></w:document>",
            **{name.replace("__", "/").replace("_x", ".xml").replace("_r", ".rels"): c for name, c in parts.items()},
        }
    )


def part(name: str, content: str | bytes, body: str = "<w:p/>") -> bytes:
    return zipped(
        {
            "[Content_Types].xml": TYPES,
            "word/document.xml": f"<w:document {W}><w:body>{body}</w:body></w:document>",
            name: content,
        }
    )


def related(kind: str, target: str, mode: str = "External") -> bytes:
    entry = f'<Relationship Id="r1" Type="{R}/{kind}" Target="{target}" TargetMode="{mode}"/>'
    return part("word/_rels/document.xml.rels", f'<Relationships xmlns="r">{entry}</Relationships>')


def xlsx(sheet: str = "<c><v>1</v></c>", **more: str) -> bytes:
    files: Files = {"[Content_Types].xml": TYPES, "xl/workbook.xml": "<workbook/>"}
    return zipped({**files, "xl/worksheets/sheet1.xml": f"<worksheet>{sheet}</worksheet>", **more})


def chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png(*chunks: bytes) -> bytes:
    head = b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0))
    return head + b"".join(chunks) + chunk(b"IDAT", zlib.compress(b"\0\xff")) + chunk(b"IEND", b"")


def tiff(tag: int, value: bytes) -> bytes:
    """A directory of one entry, its value behind it."""
    kind, count = (4, 1) if tag == 0x8825 else (2, len(value))
    return b"II*\0\x08\0\0\0" + struct.pack("<HHHII", 1, tag, kind, count, 26) + b"\0\0\0\0" + value


LATITUDE = struct.pack("<HHHI4sI", 1, 1, 2, 2, b"N\0\0\0", 0)
"""A directory of places with the hemisphere."""


def jpeg(exif: bytes = b"", end: bytes = b"\xff\xd9") -> bytes:
    segment = b"\xff\xe1" + struct.pack(">H", len(exif) + 8) + b"Exif\0\0" + exif if exif else b""
    return b"\xff\xd8" + segment + b"\xff\xda\0\x02\0\0" + end


def field(*codes: str) -> str:
    runs = "".join(f"<w:r><w:instrText>{code}</w:instrText></w:r>" for code in codes)
    return f"<w:p>{runs}</w:p>"


DTD = f'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><w:document {W}><w:body>&x;</w:body></w:document>'
LAUGHS = '<!DOCTYPE a [<!ENTITY a "x"><!ENTITY b "&a;&a;">]><a>&b;</a>'
SVG = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 1 1">{}</svg>'
ENCRYPTED = bytearray(zipped({"a.txt": "a"}))
ENCRYPTED[ENCRYPTED.index(b"PK\x01\x02") + 8] |= 1

# Name of a file → how it is made, and the code that must be reported (``""``: nothing).
FILES: dict[str, tuple[str, Callable[[], bytes], str]] = {
    "clean docx": ("a.docx", docx, ""),
    "docx of word online": ("a.docx", lambda: zipped({"[Content_Types].xml": TYPES, "_rels/.rels": f'<Relationships xmlns="r"><Relationship Id="r1" Type="{R}/officeDocument" Target="/word/document2.xml"/></Relationships>', "word/document2.xml": f"<w:document {W}/>"}), ""),  # noqa: E501
    "docx by the name of a text": ("a.txt", docx, "SEC017"),
    "docx by the name of an archive": ("a.zip", docx, "SEC017"),
    "archive without a suffix": ("a", lambda: zipped({"a.txt": "甲"}), "SEC017"),
    "docx with a link": ("a.docx", lambda: related("hyperlink", "https://example.invalid/"), ""),
    "macro": ("a.docx", lambda: part("word/vbaProject.bin", b"x"), "SEC016"),
    "macro by content type": ("a.docx", lambda: zipped({"[Content_Types].xml": '<T><Override ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"/></T>', "word/document.xml": "<a/>"}), "SEC016"),  # noqa: E501
    "macro by suffix": ("a.docm", docx, "SEC016"),
    "template of macros": ("a.dotm", docx, "SEC016"),
    "remote template": ("a.docx", lambda: related("attachedTemplate", "https://example.invalid/a.dotm"), "SEC016"),
    "template on a share": ("a.docx", lambda: related("attachedTemplate", "file://server/share/a.dotx"), "SEC016"),
    "remote picture": ("a.docx", lambda: related("image", "https://example.invalid/a.png"), "SEC016"),
    "remote frame": ("a.docx", lambda: related("frame", "https://example.invalid/"), "SEC016"),
    "subdocument": ("a.docx", lambda: related("subDocument", "https://example.invalid/a.docx"), "SEC016"),
    "link to a file": ("a.docx", lambda: related("hyperlink", "file:///C:/a.exe"), "SEC016"),
    "link to a script": ("a.docx", lambda: related("hyperlink", "javascript:alert(1)"), "SEC016"),
    "ole object": ("a.docx", lambda: part("word/embeddings/oleObject1.bin", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"), "SEC016"),
    "ole under another name": ("a.docx", lambda: part("word/media/image1.png", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"), "SEC016"),
    "embedded sheet": ("a.docx", lambda: part("word/embeddings/a.xlsx", xlsx()), "SEC016"),
    "program inside": ("a.docx", lambda: part("word/media/image1.png", b"MZ\x90"), "SEC016"),
    "active x": ("a.docx", lambda: part("word/activeX/activeX1.xml", "<a/>"), "SEC016"),
    "other format inside": ("a.docx", lambda: docx('<w:altChunk r:id="r1" xmlns:r="r"/>'), "SEC016"),
    "dde field": ("a.docx", lambda: docx(field("DDEAUTO c:\\\\windows\\\\cmd.exe")), "SEC016"),
    "dde field in pieces": ("a.docx", lambda: docx(field("DD", "E", " cmd")), "SEC016"),
    "dde in a simple field": ("a.docx", lambda: docx('<w:fldSimple w:instr="DDE cmd"/>'), "SEC016"),
    "picture by a field": ("a.docx", lambda: docx(field('INCLUDEPICTURE "https://example.invalid/a.png"')), "SEC016"),
    "text by a field": ("a.docx", lambda: docx(field('INCLUDETEXT "c:\\\\a.txt"')), "SEC016"),
    "page field": ("a.docx", lambda: docx(field("PAGE")), ""),
    "dtd": ("a.docx", lambda: part("word/styles.xml", DTD), "SEC016"),
    "dtd in the text": ("a.docx", lambda: zipped({"[Content_Types].xml": TYPES, "word/document.xml": DTD}), "SEC016"),
    "entities of entities": ("a.docx", lambda: part("word/footnotes.xml", LAUGHS), "SEC016"),
    "dtd in utf-16": ("a.docx", lambda: part("word/styles.xml", ('<?xml version="1.0" encoding="utf-16"?>' + DTD).encode("utf-16")), "SEC016"),
    "zip bomb": ("a.docx", lambda: part("word/media/a.bin", b"\0" * 30_000_000), "SEC016"),
    "many small bombs": ("a.docx", lambda: zipped({"word/document.xml": "<a/>", "[Content_Types].xml": TYPES, **{f"a{n}": b"\0" * 4_000_000 for n in range(20)}}), "SEC016"),  # noqa: E501
    "many members": ("a.docx", lambda: zipped({f"a{n}": "" for n in range(2_500)}), "SEC017"),
    "member that leads out": ("a.docx", lambda: part("../../evil.sh", "x"), "SEC016"),
    "member with an absolute path": ("a.docx", lambda: part("/etc/x", "x"), "SEC016"),
    "member of a drive": ("a.docx", lambda: part("C:\\x", "x"), "SEC016"),
    "member twice": ("a.docx", lambda: zipped({"[Content_Types].xml": TYPES, "word/document.xml": "<a/>"}, ("word/document.xml", "<b/>")), "SEC017"),
    "member twice by case": ("a.docx", lambda: part("Word/Document.xml", "<b/>"), "SEC017"),
    "cut": ("a.docx", lambda: docx()[:-40], "SEC017"),
    "half": ("a.docx", lambda: docx()[: len(docx()) // 2], "SEC017"),
    "broken inside": ("a.docx", lambda: docx().replace(b"word/document.xml", b"word/dokument.xml", 1), "SEC017"),
    "broken xml": ("a.docx", lambda: part("word/styles.xml", "<a><b></a>"), "SEC017"),
    "encrypted": ("a.zip", lambda: bytes(ENCRYPTED), "SEC017"),
    "empty docx": ("a.docx", lambda: b"", "SEC017"),
    "sheet called docx": ("a.docx", xlsx, "SEC017"),
    "text called docx": ("a.docx", "正文".encode, "SEC017"),
    "old document": ("a.doc", lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "SEC016"),
    "old document called docx": ("a.docx", lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "SEC016"),
    "old sheet": ("a.xls", lambda: b"\xd0\xcf\x11\xe0", "SEC016"),
    "wps": ("a.wps", lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "SEC016"),
    "rich text": ("a.rtf", lambda: b"{\\rtf1 \\objdata }", "SEC016"),
    "rich text called docx": ("a.docx", lambda: b"{\\rtf1 }", "SEC016"),
    "author": ("a.docx", lambda: part("docProps/core.xml", '<c xmlns:dc="d"><dc:creator>甲某某</dc:creator></c>'), "SEC018"),
    "last author": ("a.docx", lambda: part("docProps/core.xml", "<c><lastModifiedBy>甲某某</lastModifiedBy></c>"), "SEC018"),
    "company": ("a.docx", lambda: part("docProps/app.xml", "<p><Company>示例县纪委</Company></p>"), "SEC018"),
    "empty author": ("a.docx", lambda: part("docProps/core.xml", '<c xmlns:dc="d"><dc:creator/></c>'), ""),
    "thumbnail": ("a.docx", lambda: part("docProps/thumbnail.jpeg", jpeg()), "SEC018"),
    "insertion": ("a.docx", lambda: docx('<w:p><w:ins w:author="甲"><w:r><w:t>新</w:t></w:r></w:ins></w:p>'), "SEC018"),
    "deletion": ("a.docx", lambda: docx("<w:p><w:del><w:r><w:delText>旧</w:delText></w:r></w:del></w:p>"), "SEC018"),
    "move": ("a.docx", lambda: docx("<w:p><w:moveFrom><w:r/></w:moveFrom></w:p>"), "SEC018"),
    "comment": ("a.docx", lambda: part("word/comments.xml", f'<w:comments {W}><w:comment w:author="甲"><w:p/></w:comment></w:comments>'), "SEC018"),
    "hidden words": ("a.docx", lambda: docx("<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>藏</w:t></w:r></w:p>"), "SEC018"),
    "words not hidden": ("a.docx", lambda: docx('<w:p><w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>明</w:t></w:r></w:p>'), ""),
    "number in the text": ("a.docx", lambda: docx(f"<w:p><w:r><w:t>110105</w:t></w:r><w:r><w:t>{IDENTITY[6:]}</w:t></w:r></w:p>"), "SEC001"),
    "number in a comment": ("a.docx", lambda: part("word/comments.xml", f"<w:comments {W}><w:comment><w:p><w:r><w:t>{IDENTITY}</w:t></w:r></w:p></w:comment></w:comments>"), "SEC001"),  # noqa: E501
    "number in deleted words": ("a.docx", lambda: docx(f"<w:p><w:del><w:r><w:delText>{IDENTITY}</w:delText></w:r></w:del></w:p>"), "SEC001"),
    "number in the properties": ("a.docx", lambda: part("docProps/core.xml", f'<c xmlns:dc="d"><dc:title>{IDENTITY}</dc:title></c>'), "SEC001"),
    "number in own properties": ("a.docx", lambda: part("docProps/custom.xml", f"<p><property><lpwstr>{IDENTITY}</lpwstr></property></p>"), "SEC001"),
    "number in the alternative text": ("a.docx", lambda: docx(f'<w:p><docPr descr="{IDENTITY}" name="a"/></w:p>'), "SEC001"),
    "number in the header": ("a.docx", lambda: part("word/header1.xml", f"<w:hdr {W}><w:p><w:r><w:t>{IDENTITY}</w:t></w:r></w:p></w:hdr>"), "SEC001"),
    "mark of secrecy": ("a.docx", lambda: docx("<w:p><w:r><w:t>机密★三年</w:t></w:r></w:p>"), "SEC005"),
    "clean sheet": ("a.xlsx", xlsx, ""),
    "number in a cell": ("a.xlsx", lambda: xlsx("<c><v>13912345678</v></c>"), "SEC002"),
    "number in shared words": ("a.xlsx", lambda: xlsx(**{"xl/sharedStrings.xml": f"<sst><si><t>{IDENTITY}</t></si></sst>"}), "SEC001"),
    "link of a sheet": ("a.xlsx", lambda: xlsx(**{"xl/externalLinks/externalLink1.xml": "<a/>"}), "SEC016"),
    "dde of a sheet": ("a.xlsx", lambda: xlsx("<c><f>cmd|'/c calc'!A1</f></c>"), "SEC016"),
    "web service of a sheet": ("a.xlsx", lambda: xlsx("<c><f>WEBSERVICE(\"https://example.invalid\")</f></c>"), "SEC016"),
    "sum of a sheet": ("a.xlsx", lambda: xlsx("<c><f>SUM(A1:A2)</f><v>3</v></c>"), ""),
    "hidden sheet": ("a.xlsx", lambda: zipped({"[Content_Types].xml": TYPES, "xl/workbook.xml": '<w><sheet name="a" state="veryHidden"/></w>'}), "SEC018"),
    "hidden row": ("a.xlsx", lambda: xlsx('<row hidden="1"><c><v>1</v></c></row>'), "SEC018"),
    "comment of a sheet": ("a.xlsx", lambda: xlsx(**{"xl/comments1.xml": "<c><comment/></c>"}), "SEC018"),
    "sheet of macros": ("a.xlsm", xlsx, "SEC016"),
    "binary sheet": ("a.xlsb", xlsx, "SEC016"),
    "hidden slide": ("a.pptx", lambda: zipped({"[Content_Types].xml": TYPES, "ppt/presentation.xml": "<p/>", "ppt/slides/slide1.xml": '<p:sld xmlns:p="p" show="0"/>'}), "SEC018"),  # noqa: E501
    "formula": ("a.csv", "编号\n=1+1\n".encode, "SEC019"),
    "formula of at": ("a.csv", "编号\n@SUM(1)\n".encode, "SEC019"),
    "formula of plus": ("a.csv", "编号\n+cmd|' /C calc'!A0\n".encode, "SEC019"),
    "formula of minus": ("a.csv", "编号\n-2+3+cmd|'x'!A\n".encode, "SEC019"),
    "formula in quotes": ("a.csv", '编号,名\n1,"=HYPERLINK(""https://example.invalid"")"\n'.encode, "SEC019"),
    "formula behind a tab": ("a.csv", '编号\n"\t=1+1"\n'.encode, "SEC019"),
    "negative numbers": ("a.csv", "编号,金额\n1,-5\n2,+3.5\n3,-1,000.00\n".encode, ""),
    "csv in gbk": ("a.csv", lambda: "编号,姓名\n1,甲某某\n".encode("gbk"), "PAG002"),
    "number in a csv": ("a.csv", f"编号\n{IDENTITY}\n".encode, "SEC001"),
    "clean picture": ("a.png", png, ""),
    "place in a picture": ("a.jpg", lambda: jpeg(tiff(0x8825, LATITUDE)), "SEC018"),
    "artist of a picture": ("a.jpg", lambda: jpeg(tiff(0x013B, "甲某某\0".encode())), "SEC018"),
    "number in a picture": ("a.jpg", lambda: jpeg(tiff(0x010E, IDENTITY.encode() + b"\0")), "SEC001"),
    "clean jpeg": ("a.jpg", jpeg, ""),
    "place in a png": ("a.png", lambda: png(chunk(b"eXIf", tiff(0x8825, LATITUDE))), "SEC018"),
    "place in the notes of a png": ("a.png", lambda: png(chunk(b"iTXt", b"XML:com.adobe.xmp\0\0\0\0\0<x:xmpmeta><exif:GPSLatitude>1</exif:GPSLatitude></x:xmpmeta>")), "SEC018"),  # noqa: E501
    "number in the notes of a png": ("a.png", lambda: png(chunk(b"tEXt", b"Comment\0" + IDENTITY.encode())), "SEC001"),
    "number in packed notes of a png": ("a.png", lambda: png(chunk(b"zTXt", b"Comment\0\0" + zlib.compress(IDENTITY.encode()))), "SEC001"),
    "cut png": ("a.png", lambda: png()[:-20], "SEC017"),
    "cut jpeg": ("a.jpg", lambda: jpeg(end=b""), "SEC017"),
    "archive behind a picture": ("a.png", lambda: png() + zipped({"a": "b"}), "SEC016"),
    "jpeg called png": ("a.png", jpeg, "SEC017"),
    "program called png": ("a.png", lambda: b"MZ\x90\0", "SEC016"),
    "page called png": ("a.png", lambda: b"<!doctype html><script>alert(1)</script>", "SEC015"),
    "cut gif": ("a.gif", lambda: b"GIF89a\x01\0\x01\0\0\0\0", "SEC017"),
    "clean drawing": ("a.svg", lambda: SVG.format('<path d="M0 0"/><text>甲</text>').encode(), ""),
    "script in a drawing": ("a.svg", lambda: SVG.format("<script>alert(1)</script>").encode(), "SEC015"),
    "handler in a drawing": ("a.svg", lambda: SVG.format('<rect onload="alert(1)"/>').encode(), "SEC015"),
    "link in a drawing": ("a.svg", lambda: SVG.format('<a xlink:href="javascript:alert(1)"><text>甲</text></a>').encode(), "SEC015"),
    "foreign object": ("a.svg", lambda: SVG.format("<foreignObject><b>甲</b></foreignObject>").encode(), "SEC015"),
    "foreign picture in a drawing": ("a.svg", lambda: SVG.format('<image href="https://example.invalid/a.png"/>').encode(), "SEC015"),
    "style of a drawing": ("a.svg", lambda: SVG.format("<style>@import 'https://example.invalid/a.css';</style>").encode(), "SEC015"),
    "animation of a drawing": ("a.svg", lambda: SVG.format('<a><animate attributeName="href" values="javascript:alert(1)"/></a>').encode(), "SEC015"),
    "use of another drawing": ("a.svg", lambda: SVG.format('<use href="data:image/svg+xml,x"/>').encode(), "SEC015"),
    "entities of a drawing": ("a.svg", ("<!DOCTYPE svg [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>" + SVG.format("&x;")).encode, "SEC015"),
    "number in a drawing": ("a.svg", lambda: SVG.format(f"<text>{IDENTITY}</text>").encode(), "SEC001"),
    "packed drawing": ("a.svgz", lambda: b"\x1f\x8b", "SEC015"),
    "program": ("a.exe", lambda: b"MZ\x90\0", "SEC016"),
    "program without suffix": ("a", lambda: b"\x7fELF\x02", "SEC016"),
    "batch": ("a.bat", lambda: b"@echo off\r\n", "SEC016"),
    "power shell": ("a.ps1", lambda: b"x", "SEC016"),
    "script of windows": ("a.vbs", lambda: b"x", "SEC016"),
    "shortcut": ("a.lnk", lambda: b"L\0\0\0", "SEC016"),
    "address file": ("a.url", lambda: b"[InternetShortcut]\nURL=https://example.invalid", "SEC016"),
    "disk": ("a.iso", lambda: b"x", "SEC016"),
    "help": ("a.chm", lambda: b"ITSF", "SEC016"),
    "java": ("a.jar", lambda: zipped({"a.class": b"x"}), "SEC016"),
    "rar": ("a.rar", lambda: b"Rar!\x1a\x07", "SEC016"),
    "seven zip": ("a.7z", lambda: b"7z\xbc\xaf\x27\x1c", "SEC016"),
    "clean archive": ("a.zip", lambda: zipped({"a.txt": "正文。\n"}), ""),
    "program in an archive": ("a.zip", lambda: zipped({"a.exe": b"MZ\x90"}), "SEC016"),
    "macro in an archive": ("a.zip", lambda: zipped({"a.docx": part("word/vbaProject.bin", b"x")}), "SEC016"),
    "archive in an archive": ("a.zip", lambda: zipped({"b.zip": zipped({"c.zip": zipped({"a": "b"})})}), "SEC016"),
    "number in an archive": ("a.zip", lambda: zipped({"a.txt": IDENTITY}), "SEC001"),
    "out of an archive": ("a.zip", lambda: zipped({"../a.txt": "x"}), "SEC016"),
    "very large": ("a.pdf", lambda: b"%PDF-1.7\n" + b"\0" * (21 * 2**20), "SEC017"),
    "xml with a style sheet": ("a.xml", lambda: b'<?xml version="1.0"?><?xml-stylesheet href="a.xsl"?><a/>', "SEC015"),
    "plain text": ("a.txt", "正文。\n".encode, ""),
    "number in a plain text": ("a.txt", IDENTITY.encode, "SEC001"),
    "data": ("a.json", lambda: b"{}", ""),
    "key in a register": ("a.yml", "初始密码: Abc12345\n".encode, "SEC007"),
}  # fmt: skip
