"""The package of a document: which part is watched for what, and what else lies in it."""

from __future__ import annotations

from collections.abc import Iterator

from handbook.sources.attachments.archive import Archive
from handbook.sources.attachments.drawings import read_drawing
from handbook.sources.attachments.findings import Found
from handbook.sources.attachments.office.fields import Fields
from handbook.sources.attachments.office.hidden import Hidden, Styles
from handbook.sources.attachments.office.links import Links
from handbook.sources.attachments.office.parts import MAX_ELEMENTS, Reader, read_part
from handbook.sources.attachments.office.sheets import CellLooks, Cells, Formulas, SharedWords
from handbook.sources.attachments.office.texts import Texts
from handbook.sources.attachments.office.traces import Properties, Traces
from handbook.sources.attachments.pictures import read_picture

MAIN = {"docx": "word/document.xml", "xlsx": "xl/workbook.xml", "pptx": "ppt/presentation.xml"}
OPEN = {"ofd": "ofd.xml", **dict.fromkeys(("odg", "odp", "ods", "odt", "otg", "otp", "ots", "ott"), "content.xml")}
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_XML = (".xml", ".rels", ".vml", ".rdf")
_MACROS = ("vbaproject.bin", "vbadata.xml")
_RUNNING = ("basic/", "scripts/", "customui/", "xl/macrosheets/", "xl/dialogsheets/")
_CONNECTED = ("/webextensions/", "/querytables/", "xl/connections.xml", "xl/model/")


def read_office(data: bytes, suffix: str, found: Found) -> None:
    """Look through a document of Word, Excel or PowerPoint."""
    archive = Archive(data, found)
    if not archive.is_readable:
        return
    names = {name.lower() for name in archive.members}
    if "[content_types].xml" not in names or MAIN[suffix] not in names:
        found.broken(f"扩展名是 .{suffix}，内容却不是", f"打开看一遍，另存为真正的 .{suffix}")
    _Package(archive.members, found).read()


def read_open(data: bytes, suffix: str, found: Found) -> None:
    """Look through an ODF or OFD document."""
    archive = Archive(data, found)
    if not archive.is_readable:
        return
    if OPEN[suffix] not in {name.lower() for name in archive.members}:
        found.broken(f"扩展名是 .{suffix}，内容却不是", f"打开看一遍，另存为真正的 .{suffix}")
    _Package(archive.members, found, is_open=True).read()


class _Package:
    """The members of a document, and what the styles and shared words among them mean for the others."""

    def __init__(self, members: dict[str, bytes], found: Found, *, is_open: bool = False) -> None:
        self._members, self._found, self._is_open = members, found, is_open
        self._left = MAX_ELEMENTS
        self._styles, self._shared, self._looks = Styles(found), SharedWords(found), CellLooks(found)

    def read(self) -> None:
        """Read what others build on, then every member."""
        bases = {"word/styles.xml": self._styles, "xl/sharedstrings.xml": self._shared, "xl/styles.xml": self._looks}
        for name, content in self._members.items():
            if name.lower() in bases:
                read_part(name, content, [bases[name.lower()]], Found(self._found.span))
        for name, content in self._members.items():
            if content and not self._is_refused(name.lower(), content):
                self._member(name, content)

    def _is_refused(self, name: str, content: bytes) -> bool:
        found = self._found
        if name.endswith(_MACROS) or "/activex/" in name or name.startswith(_RUNNING):
            found.danger("里面有宏或者控件，打开就可能运行")
        elif "/externallinks/" in name:
            found.danger("里面的表格连着别的文件")
        elif "/embeddings/" in name or content.startswith(_OLE):
            found.danger("里面嵌着别的文件（OLE 对象）", "把嵌进去的文件另外放，正文里只写文字")
        elif content.startswith((b"MZ", b"\x7fELF", b"PK\x03\x04", b"%PDF-")) or name.endswith(
            (".exe", ".dll", ".js", ".vbs", ".html", ".htm", ".mht", ".rtf")
        ):
            found.danger("里面夹着程序、网页或者别的文件")
        elif "thumbnail" in name and not self._is_open:  # LibreOffice draws it anew whenever it saves
            found.traces("里面有首页的缩略图，改过的内容可能还在图上", "另存时不要勾选“保存缩略图”")
        elif any(part in name for part in _CONNECTED):
            found.danger("里面有宏表、加载项或者数据连接，打开就可能运行、取数据")
        elif name.startswith("xl/revisions/"):
            found.traces("里面有修订痕迹，删去的字还能看到", "在“审阅”里取消“共享工作簿”，另存一份")
        else:
            return False
        return True

    def _member(self, name: str, content: bytes) -> None:
        lower = name.lower()
        if lower.endswith(_XML):
            self._left -= read_part(name, content, self._readers(lower), self._found, self._left)
            return
        suffix = lower.rpartition(".")[2]
        if suffix in {"png", "jpg", "jpeg", "gif", "webp"}:
            read_picture(content, suffix, self._found)
            return
        try:
            text = content.decode()
        except UnicodeDecodeError:
            return
        if suffix == "svg":
            read_drawing(text, self._found)
        else:
            self._found.text(text, "夹带的文件")

    def _readers(self, name: str) -> Iterator[Reader]:
        """Who watches a part."""
        found = self._found
        is_sheet = name.startswith("xl/worksheets/") and name.endswith(".xml")
        yield Texts(found, "批注" if "comment" in name else "正文", is_open=self._is_open, is_sheet=is_sheet)
        yield Links(found, name)
        yield Traces(found, name)
        if name.startswith("docprops/") or name == "meta.xml" or self._is_open:
            yield Properties(found, name)
        if name.startswith("word/"):
            yield Fields(found)
            yield Hidden(found, self._styles)
        elif name.startswith("xl/"):
            yield Formulas(found)
            if is_sheet:
                yield Cells(found, self._shared, self._looks)
