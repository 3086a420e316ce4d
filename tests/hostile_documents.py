"""Files beside the pages that hide what they hold: in attributes, comments, names, other suffixes, other pictures."""

from __future__ import annotations

import io
import stat
import zipfile
from collections.abc import Callable

from hostile_files import IDENTITY, docx, part, zipped

PHONE = "13912345678"
SVG = "<svg xmlns='http://www.w3.org/2000/svg'>{}</svg>"


def xlsx(name: str, content: str) -> bytes:
    book = {"[Content_Types].xml": "<Types/>", "xl/workbook.xml": "<workbook/>"}
    return zipped({**book, name: content})


def archive_with_link() -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as package:
        link = zipfile.ZipInfo("a.txt")
        link.external_attr = (stat.S_IFLNK | 0o777) << 16
        package.writestr(link, "/etc/passwd")
    return packed.getvalue()


def archive_with_comment() -> bytes:
    packed = io.BytesIO(zipped({"a.txt": "甲"}))
    with zipfile.ZipFile(packed, "a") as package:
        package.comment = IDENTITY.encode()
    return packed.getvalue()


def words(body: str) -> Callable[[], bytes]:
    return lambda: docx(body)


def drawing(body: str) -> Callable[[], bytes]:
    return SVG.format(body).encode


DOCUMENTS: dict[str, tuple[str, Callable[[], bytes], str]] = {
    "title of a picture": ("a.docx", words(f'<w:p><docPr title="{IDENTITY}"/></w:p>'), "SEC001"),
    "old alternative text": ("a.docx", words(f'<w:p><shape alt="{IDENTITY}"/></w:p>'), "SEC001"),
    "word art": ("a.docx", words('<w:p><textpath string="机密★3年"/></w:p>'), "SEC005"),
    "name of a control": ("a.docx", words(f'<w:sdt><w:alias w:val="{PHONE}"/></w:sdt>'), "SEC002"),
    "choice of a list": ("a.docx", words(f'<w:sdt><w:listItem w:displayText="{PHONE}"/></w:sdt>'), "SEC002"),
    "bookmark": ("a.docx", words(f'<w:p><w:bookmarkStart w:name="tel{PHONE}"/></w:p>'), "SEC002"),
    "hint of a link": ("a.docx", words(f'<w:p><w:hyperlink w:tooltip="{PHONE}"/></w:p>'), "SEC002"),
    "comment of XML": ("a.docx", words(f"<!-- {PHONE} --><w:p/>"), "SEC002"),
    "variable": ("a.docx", lambda: part("word/settings.xml", f'<a><docVar val="{IDENTITY}"/></a>'), "SEC001"),
    "data of its own": ("a.docx", lambda: part("customXml/item1.xml", f"<a><b>{IDENTITY}</b></a>"), "SEC001"),
    "text within": ("a.docx", lambda: part("word/media/a.txt", PHONE), "SEC002"),
    "name within": ("a.docx", lambda: part(f"word/media/{PHONE}.xml", "<a/>"), "SEC002"),
    "drawing within": ("a.docx", lambda: part("word/media/a.svg", SVG.format("<script>1</script>")), "SEC015"),
    "source of a mail merge": ("a.docx", lambda: part("word/settings.xml", "<a><mailMerge/></a>"), "SEC016"),
    "add-in": ("a.docx", lambda: part("word/webextensions/taskpanes.xml", "<a/>"), "SEC016"),
    "account": ("a.docx", lambda: part("word/people.xml", "<a><presenceInfo/></a>"), "SEC018"),
    "sheet of macros": ("a.xlsx", lambda: xlsx("xl/macrosheets/a.xml", "<a/>"), "SEC016"),
    "connection": ("a.xlsx", lambda: xlsx("xl/connections.xml", "<a/>"), "SEC016"),
    "picture from elsewhere": ("a.xlsx", lambda: xlsx("xl/a.xml", "<a><f>_xlfn.IMAGE(A1)</f></a>"), "SEC016"),
    "head of a sheet": ("a.xlsx", lambda: xlsx("xl/a.xml", "<a><oddHeader>&amp;C机密★</oddHeader></a>"), "SEC005"),
    "copy of a pivot table": ("a.xlsx", lambda: xlsx("xl/a.xml", f'<a><s v="{IDENTITY}"/></a>'), "SEC001"),
    "hint of a cell": ("a.xlsx", lambda: xlsx("xl/a.xml", f'<a><b prompt="{PHONE}"/></a>'), "SEC002"),
    "text in a formula": ("a.xlsx", lambda: xlsx("xl/a.xml", f'<a><f>"{PHONE}"</f></a>'), "SEC002"),
    "symlink": ("a.zip", archive_with_link, "SEC016"),
    "name in an archive": ("a.zip", lambda: zipped({f"b/{PHONE}.txt": "甲"}), "SEC002"),
    "comment of an archive": ("a.zip", archive_with_comment, "SEC001"),
    "page in a drawing": ("a.svg", drawing("<h:object xmlns:h='http://www.w3.org/1999/xhtml'/>"), "SEC015"),
    "fill from elsewhere": ("a.svg", drawing("<rect fill='url(https://example.invalid/a#b)'/>"), "SEC015"),
    "escaped style": ("a.svg", drawing("<style>a{fill:u\\72l(https://example.invalid)}</style>"), "SEC015"),
    "comment of a drawing": ("a.svg", drawing(f"<!-- {PHONE} -->"), "SEC002"),
    "label of a drawing": ("a.svg", drawing(f"<g aria-label='{PHONE}'/>"), "SEC002"),
    "notes of a program": (
        "a.svg",
        drawing("<sodipodi:namedview xmlns:sodipodi='http://sodipodi.invalid'/>"),
        "SEC015",
    ),
    "gradient": ("a.svg", drawing("<rect fill='url(#g)' width='3'/>"), ""),
    "formula behind a blank": ("a.csv", b'a,b\n1, =HYPERLINK("x")\n'.strip, "SEC019"),
    "formula between semicolons": ("a.csv", b'a;b\n1;=HYPERLINK("x")\n'.strip, "SEC019"),
    "page behind a reference": ("a.xml", b"<a xmlns:h='http://www.w3.org/1999/xht&#109;l'/>".strip, "SEC015"),
    "copy of a page": ("a.md.bak", PHONE.encode, "SEC002"),
    "key": ("id_rsa", b"-----BEGIN OPENSSH PRIVATE KEY-----\n".strip, "SEC007"),
    "settings": ("a.ini", b"password = Abc12345xyz\n".strip, "SEC007"),
    "mail": ("a.eml", f"电话 {PHONE}\n".encode, "SEC002"),
    "database": ("a.db", b"SQLite format 3\0".strip, "SEC016"),
    "script without suffix": ("a", b"#!/bin/sh\n".strip, "SEC016"),
    "script": ("a.py", b"import os\n".strip, "SEC016"),
}
