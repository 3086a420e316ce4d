"""PDF made in memory, clean and not: words packed, drawn digit by digit, in forms, comments and older versions."""

from __future__ import annotations

import zlib
from collections.abc import Callable

from hostile_files import IDENTITY, png

PHONE = "13912345678"
ID = IDENTITY.encode()


def stream(data: bytes, entries: bytes = b"", filters: bytes = b"/FlateDecode") -> bytes:
    body = zlib.compress(data) if filters.endswith(b"/FlateDecode") else data
    if filters.startswith(b"/ASCIIHexDecode"):
        body = body.hex().encode() + b">"
    return b"<< /Length %d /Filter [%s] %s >>\nstream\n%s\nendstream" % (len(body), filters, entries, body)


def shown(text: str) -> bytes:
    """Drawing a line of words."""
    return b"BT /F1 12 Tf 72 700 Td (%s) Tj ET" % text.encode("ascii")


def hanzi(text: str, code: str = "utf-16-be") -> bytes:
    """Drawing a line in a font whose glyphs are numbers that only its table of words explains."""
    return b"BT /F2 12 Tf 72 700 Td <%s> Tj ET" % text.encode(code).hex().encode()


def boxes(text: str, order: int = 1, step: int = 7) -> bytes:
    """Drawing each digit into a box of its own."""
    digits = list(enumerate(text))[::order]
    return b"".join(b"BT /F1 12 Tf 1 0 0 1 %d 700 Tm (%s) Tj ET\n" % (72 + step * n, d.encode()) for n, d in digits)


TABLE = b"""/CIDInit /ProcSet findresource begin 12 dict begin begincmap
1 begincodespacerange <0000> <ffff> endcodespacerange
1 beginbfrange <0000> <fffe> <0000> endbfrange
endcmap CMapName currentdict /CMap defineresource pop end end"""
SECOND = b"/F2 << /Type /Font /Subtype /Type0 /BaseFont /Song /Encoding /Identity-H /DescendantFonts [%s] %s >>"
CID = b"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Song /CIDSystemInfo << /Ordering (Identity) >> >>"
FONTS = b"/F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >> "


def objects(content: bytes, catalog: bytes, page: bytes, fonts: bytes, pages: bytes = b"3 0 R") -> list[bytes]:
    return [
        b"<< /Type /Catalog /Pages 2 0 R %s >>" % catalog,
        b"<< /Type /Pages /Kids [%s] /Count %d >>" % (pages, pages.count(b"R")),
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
        b"/Resources << /Font << %s >> /XObject << /X 6 0 R >> >> %s >>" % (fonts, page),
        stream(content),
        stream(TABLE),
        b"null",
    ]


def pdf(
    *extra: bytes,
    content: bytes = shown("Good"),
    catalog: bytes = b"",
    page: bytes = b"",
    fonts: bytes = FONTS + SECOND % (CID, b"/ToUnicode 5 0 R"),
    info: bytes = b"",
    end: bytes = b"%%EOF\n",
    pages: bytes = b"3 0 R",
) -> bytes:
    """A PDF of one page; what is extra begins with object 7."""
    data, places = b"%PDF-1.7\n", []
    for number, body in enumerate([*objects(content, catalog, page, fonts, pages), *extra], 1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"xref\n0 %d\n0000000000 65535 f \n" % (len(places) + 1) + b"".join(b"%010d 00000 n \n" % p for p in places)
    trailer = b"trailer\n<< /Size %d /Root 1 0 R %s >>\n" % (len(places) + 1, info)
    return data + table + trailer + b"startxref\n%d\n" % len(data) + end


def packed(hidden: bytes, filters: bytes = b"/FlateDecode") -> bytes:
    """A PDF whose last object lies in a packed stream of objects."""
    data, places = b"%PDF-1.7\n", []
    bodies = objects(shown("Good"), b"", b"", FONTS)
    bodies.append(stream(b"8 0 " + hidden, b"/Type /ObjStm /N 1 /First 4", filters))
    for number, body in enumerate(bodies, 1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    rows = [(0, 0, 255), *((1, place, 0) for place in places), (2, 7, 0), (1, len(data), 0)]
    table = b"".join(bytes([kind]) + place.to_bytes(3, "big") + bytes([last]) for kind, place, last in rows)
    entries = b"/Type /XRef /Size %d /W [1 3 1] /Root 1 0 R" % len(rows)
    return data + b"9 0 obj\n%s\nendobj\nstartxref\n%d\n%%%%EOF\n" % (stream(table, entries), len(data))


def changed(first: bytes, second: bytes) -> bytes:
    """A PDF whose page was drawn anew, the old drawing still in it."""
    data = pdf(content=first)
    old = data.rindex(b"xref\n0")
    place = len(data)
    data += b"4 0 obj\n%s\nendobj\n" % stream(second)
    table = b"xref\n4 1\n%010d 00000 n \n" % place
    trailer = b"trailer\n<< /Size 7 /Root 1 0 R /Prev %d >>\nstartxref\n%d\n%%%%EOF\n" % (old, len(data))
    return data + table + trailer


def endless(first: bytes) -> bytes:
    """A page of a drawing that ends, and one of forms that draw one another, ten times each."""
    form = b"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X %d 0 R >> >>"
    forms = [stream(b"/X Do " * 10 + b" ".join([shown("12")] * 20), form % (n + 8)) for n in range(40)]
    resources = b"/Resources << /XObject << /X 7 0 R >> >>"
    second = b"<< /Type /Page /Parent 2 0 R /Contents 48 0 R %s >>" % resources
    return pdf(*forms, second, stream(b"/X Do"), content=first, pages=b"3 0 R 47 0 R")


def bomb() -> bytes:
    """A page whose drawing is a gigabyte of blanks, packed twice."""
    data = zlib.compress(zlib.compress(b" " * 2**28, 9), 9)
    drawing = b"<< /Length %d /Filter [/FlateDecode /FlateDecode] >>\nstream\n%s\nendstream" % (len(data), data)
    return pdf(drawing).replace(b"/Contents 4 0 R", b"/Contents 7 0 R")


def comment(entries: bytes, kind: bytes = b"FreeText") -> bytes:
    return b"<< /Type /Annot /Subtype /%s /Rect [0 0 9 9] %s >>" % (kind, entries)


def link(address: bytes) -> bytes:
    return comment(b"/A << /S /URI /URI (%s) >>" % address, b"Link")


def packet(body: str) -> bytes:
    words = f'<x:xmpmeta xmlns:x="adobe:ns:meta/" xmlns:dc="d"><r>{body}</r></x:xmpmeta>'
    return stream(words.encode(), b"/Type /Metadata /Subtype /XML")


FORM = b"/Type /XObject /Subtype /Form /BBox [0 0 99 99] /Resources << /Font << %s >> >>" % FONTS
PICTURE = stream(
    b"\0", b"/Type /XObject /Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8 /ColorSpace /DeviceGray"
)

PDFS: dict[str, tuple[Callable[[], bytes], str]] = {
    "clean": (pdf, ""),
    "clean in hanzi": (lambda: pdf(content=hanzi("信访举报登记表")), ""),
    "clean and packed": (lambda: packed(b"<< /Title (Good) >>"), ""),
    "opens at a page": (lambda: pdf(catalog=b"/OpenAction [3 0 R /Fit]"), ""),
    "link": (lambda: pdf(link(b"https://example.invalid/a")), ""),
    "bookmark": (lambda: pdf(b"<< /Title <FEFF7532> /Dest [3 0 R /Fit] >>"), ""),
    "properties of a program": (lambda: pdf(b"<< /Creator (Writer) /Producer (LibreOffice 7.4) >>"), ""),
    "empty author": (lambda: pdf(b"<< /Author () >>", packet("<dc:creator><s><l></l></s></dc:creator>")), ""),
    "changed": (lambda: changed(shown("Bad"), shown("Good")), ""),
    "script": (lambda: pdf(b"<< /S /JavaScript /JS (app.alert(1)) >>"), "SEC016"),
    "script by another spelling": (lambda: pdf(b"<< /S /J#61vaScript >>"), "SEC016"),
    "script in a packed stream": (lambda: packed(b"<< /S /JavaScript /JS (x) >>"), "SEC016"),
    "script packed twice": (lambda: packed(b"<< /S /JavaScript >>", b"/ASCIIHexDecode /FlateDecode"), "SEC016"),
    "script that nothing leads to": (lambda: pdf().replace(b"xref\n0", b"99 0 obj << /JS (x) >> endobj\nxref\n0"), "SEC016"),
    "program": (lambda: pdf(b"<< /S /Launch /F (cmd.exe) >>"), "SEC016"),
    "program in a packed stream": (lambda: packed(b"<< /S /Launch /F (cmd.exe) >>"), "SEC016"),
    "file": (lambda: pdf(b"<< /Type /EmbeddedFile >>"), "SEC016"),
    "file in a packed stream": (lambda: packed(b"<< /Names << /EmbeddedFiles 5 0 R >> >>"), "SEC016"),
    "form that is sent": (lambda: pdf(b"<< /S /SubmitForm /F (https://example.invalid) >>"), "SEC016"),
    "link to a script": (lambda: pdf(link(b"javascript:alert(1)")), "SEC016"),
    "link to a file": (lambda: pdf(link(b"file:///C:/a.exe")), "SEC016"),
    "link to a share": (lambda: pdf(link(rb"\\\\server\\share\\a")), "SEC016"),
    "link to a script in a packed stream": (lambda: packed(link(b"JavaScript:alert(1)")), "SEC016"),
    "encrypted": (lambda: pdf(info=b"/Encrypt 7 0 R"), "SEC017"),
    "cut": (lambda: pdf(end=b""), "SEC017"),
    "half": (lambda: pdf()[:400] + b"\n%%EOF\n", "SEC017"),
    "picture called pdf": (png, "SEC017"),
    "bomb": (bomb, "SEC020"),
    "streams without end": (lambda: pdf() + b"stream\n" * 2_000_000 + b"%%EOF", "SEC017"),
    "nested without end": (lambda: pdf(b"[" * 5_000 + b"]" * 5_000), "SEC017"),
    "author": (lambda: pdf(b"<< /Author (jia) >>"), "SEC018"),
    "hanzi author": (lambda: pdf(b"<< /Author <FEFF7532> >>"), "SEC018"),
    "packed author": (lambda: packed(b"<< /Author (jia) >>"), "SEC018"),
    "author in the packet": (lambda: pdf(packet("<dc:creator><s><l>甲</l></s></dc:creator>")), "SEC018"),
    "comment": (lambda: pdf(comment(b"/T (jia)", b"Highlight")), "SEC018"),
    "number": (lambda: pdf(content=shown(IDENTITY)), "SEC001"),
    "number in hanzi": (lambda: pdf(content=hanzi(f"身份证号{IDENTITY}")), "SEC001"),
    "number in boxes": (lambda: pdf(content=boxes(IDENTITY)), "SEC001"),
    "number in wide boxes": (lambda: pdf(content=boxes(IDENTITY, step=40)), "SEC001"),
    "number in a column": (lambda: pdf(content=b"".join(b"BT /F1 12 Tf 72 %d Td (%s) Tj ET\n" % (700 - 14 * n, c.encode()) for n, c in enumerate(PHONE))), "SEC002"),  # noqa: E501
    "number drawn backwards": (lambda: pdf(content=boxes(PHONE, -1)), "SEC002"),
    "number over two lines": (lambda: pdf(content=b"BT /F1 12 Tf 72 700 Td (ID:110105) Tj 0 -14 Td (19491231002X, b) Tj ET"), "SEC001"),
    "invisible number": (lambda: pdf(content=b"3 Tr " + shown(IDENTITY)), "SEC001"),
    "number under a bar": (lambda: pdf(content=shown(IDENTITY) + b" 70 695 200 20 re f"), "SEC001"),
    "number in a form": (lambda: pdf(stream(shown(IDENTITY), FORM)), "SEC001"),
    "number in a comment": (lambda: pdf(comment(b"/Contents (%s)" % ID)), "SEC001"),
    "number in a field": (lambda: pdf(comment(b"/FT /Tx /T (a) /V (%s)" % ID, b"Widget")), "SEC001"),
    "number in a choice": (lambda: pdf(comment(b"/FT /Ch /Opt [[(a) (%s)]]" % ID, b"Widget")), "SEC001"),
    "number in a bookmark": (lambda: pdf(b"<< /Title (%s) >>" % ID), "SEC001"),
    "number in packed properties": (lambda: packed(b"<< /Subject (%s) >>" % ID), "SEC001"),
    "number in the packet": (lambda: pdf(packet(f"<dc:title>{IDENTITY}</dc:title>")), "SEC001"),
    "number in a link": (lambda: pdf(link(b"tel:" + PHONE.encode())), "SEC002"),
    "number on a page that is taken out": (lambda: pdf(b"<< /Type /Page /MediaBox [0 0 9 9] /Resources << /Font << %s >> >> /Contents 8 0 R >>" % FONTS, stream(shown(IDENTITY))), "SEC001"),  # noqa: E501
    "number in an older version": (lambda: changed(shown(IDENTITY), shown("Good")), "SEC001"),
    "number behind the words": (lambda: pdf(content=b"/Span << /ActualText (%s) >> BDC %s EMC" % (ID, shown("Good"))), "SEC001"),
    "mark of secrecy": (lambda: pdf(content=hanzi("机密★三年")), "SEC005"),
    "few words in a form": (lambda: pdf(content=b"/X Do").replace(b"6 0 obj\nnull", b"6 0 obj\n" + stream(shown("Good"), FORM)), ""),
    "scanned": (lambda: pdf(content=b"q 9 0 0 9 0 0 cm /X Do Q").replace(b"6 0 obj\nnull", b"6 0 obj\n" + PICTURE), "SEC020"),
    "number in the code of a country": (lambda: pdf(content=hanzi(IDENTITY, "gbk"), fonts=FONTS + (SECOND % (CID, b"")).replace(b"Identity-H", b"GBK-EUC-H")), "SEC001"),  # noqa: E501
    "code that nobody knows": (lambda: pdf(content=hanzi("甲"), fonts=FONTS + (SECOND % (CID, b"")).replace(b"Identity-H", b"GBKp-EUC-H")), "SEC020"),
    "glyphs with numbers for names": (lambda: pdf(fonts=FONTS.replace(b"/WinAnsiEncoding", b"<< /Differences [71 /g1 /g2] >>")), "SEC020"),
    "glyphs with names": (lambda: pdf(fonts=FONTS.replace(b"/WinAnsiEncoding", b"<< /Differences [71 /G /o /d] >>")), ""),
    "glyphs without words": (lambda: pdf(content=hanzi("甲"), fonts=FONTS + SECOND % (CID, b"")), "SEC020"),
}  # fmt: skip
