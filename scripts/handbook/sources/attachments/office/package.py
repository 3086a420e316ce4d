"""The package of a document: which part is watched for what, and what else lies in it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextlib import suppress

from handbook.sources.attachments.archive import Archive
from handbook.sources.attachments.drawings import read_drawing
from handbook.sources.attachments.findings import Found
from handbook.sources.attachments.office.fields import Fields
from handbook.sources.attachments.office.hidden import Hidden, Styles
from handbook.sources.attachments.office.links import Links
from handbook.sources.attachments.office.parts import MAX_ELEMENTS, Part, Reader, read_part
from handbook.sources.attachments.office.sheets import CellLooks, Cells, Formulas, SharedWords
from handbook.sources.attachments.office.texts import Texts
from handbook.sources.attachments.office.traces import Properties, Traces
from handbook.sources.attachments.pictures import PICTURES, read_picture
from handbook.sources.attachments.xml import RefusedXmlError, parse, root

MAIN = {"docx": "word/document.xml", "xlsx": "xl/workbook.xml", "pptx": "ppt/presentation.xml"}
OPEN = {"ofd": "ofd.xml", **dict.fromkeys(("odg", "odp", "ods", "odt", "otg", "otp", "ots", "ott"), "content.xml")}
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PICTURES = {b"\x89PNG": "png", b"\xff\xd8\xff": "jpg", b"GIF8": "gif"}
_WORDLESS = frozenset("odttf ttf otf fntdata wdp mp3 mp4 m4a m4v mov wav wma wmv avi".split())
_NARROW, _WIDE = re.compile(rb"[ -~]{8,}"), re.compile(rb"(?:[ -~]\0){6,}")
_XML = (".xml", ".rels", ".vml", ".rdf")
_MACROS = ("vbaproject.bin", "vbadata.xml")
_RUNNING = ("basic/", "scripts/", "customui/", "xl/macrosheets/", "xl/dialogsheets/")
_CONNECTED = ("/webextensions/", "/querytables/", "xl/connections.xml", "xl/model/")
_CONNECTED_ROOTS = frozenset(
    "macrosheet dialogsheet connections queryTable webextension taskpanes externalLink customUI ocx".split()
)


def read_office(data: bytes, suffix: str, found: Found) -> None:
    """Look through a document of Word, Excel or PowerPoint."""
    archive = Archive(data, found)
    if not archive.is_readable:
        return
    names = {name.lower() for name in archive.members}
    if "[content_types].xml" not in names or _main(archive.members, suffix) not in names:
        found.broken(f"扩展名是 .{suffix}，内容却不是", f"打开看一遍，另存为真正的 .{suffix}")
    _Package(archive.members, suffix, found).read()


def read_open(data: bytes, suffix: str, found: Found) -> None:
    """Look through an ODF or OFD document."""
    archive = Archive(data, found)
    if not archive.is_readable:
        return
    if OPEN[suffix] not in {name.lower() for name in archive.members}:
        found.broken(f"扩展名是 .{suffix}，内容却不是", f"打开看一遍，另存为真正的 .{suffix}")
    _Package(archive.members, "open", found).read()


class _Package:
    """The members of a document, and what the styles and shared words among them mean for the others."""

    def __init__(self, members: dict[str, bytes], family: str, found: Found) -> None:
        self._members, self._family, self._found = members, family, found
        self._left = MAX_ELEMENTS
        self._styles: dict[str, Styles] = {}
        self._shared, self._looks = SharedWords(found), CellLooks(found)

    def read(self) -> None:
        """Read what others build on, then every member."""
        parts = {
            name: Part(name.lower(), self._family, root(content) if _may_be_xml(content) else "")
            for name, content in self._members.items()
        }
        for name, part in parts.items():
            base = self._base(part)
            if base is not None:
                read_part(name, self._members[name], [base], Found(self._found.span))
        for name, part in parts.items():
            content = self._members[name]
            if content and not self._is_refused(part, content):
                self._member(name, part, content)

    def _base(self, part: Part) -> Reader | None:
        """Who learns from a part what the others mean."""
        if (part.family, part.root) == ("docx", "styles"):
            return self._styles.setdefault(part.name.rpartition("/")[0], Styles(self._found))
        return {("xlsx", "sst"): self._shared, ("xlsx", "styleSheet"): self._looks}.get((part.family, part.root))

    def _is_refused(self, part: Part, content: bytes) -> bool:
        found, name = self._found, part.name
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
        elif "thumbnail" in name and self._family != "open":  # LibreOffice draws it anew whenever it saves
            found.traces("里面有首页的缩略图，改过的内容可能还在图上", "另存时不要勾选“保存缩略图”")
        elif part.root in _CONNECTED_ROOTS or any(place in name for place in _CONNECTED):
            found.danger("里面有宏表、加载项或者数据连接，打开就可能运行、取数据")
        elif name.startswith("xl/revisions/"):
            found.traces("里面有修订痕迹，删去的字还能看到", "在“审阅”里取消“共享工作簿”，另存一份")
        else:
            return False
        return True

    def _member(self, name: str, part: Part, content: bytes) -> None:
        suffix = part.name.rpartition(".")[2]
        picture = next((kind for start, kind in _PICTURES.items() if content.startswith(start)), "")
        if picture or suffix in PICTURES:
            read_picture(content, picture or suffix, self._found)
        elif part.root == "svg" or suffix == "svg":
            read_drawing(content.decode(errors="replace"), self._found)
        elif part.root or part.name.endswith(_XML):
            self._left -= read_part(name, content, self._readers(part), self._found, self._left)
        elif suffix not in _WORDLESS:
            self._found.text(_words(content), "夹带的文件")

    def _readers(self, part: Part) -> Iterator[Reader]:
        """Who watches a part."""
        found = self._found
        yield Texts(found, part)
        yield Links(found)
        yield Traces(found, part)
        if part.is_properties or part.family == "open":
            yield Properties(found)
        if part.family == "docx":
            yield Fields(found)
            styles = self._styles.get(part.name.rpartition("/")[0]) or next(iter(self._styles.values()), Styles(found))
            yield Hidden(found, styles)
        elif part.family == "xlsx":
            yield Formulas(found)
            if part.is_sheet:
                yield Cells(found, self._shared, self._looks)


def _main(members: Mapping[str, bytes], kind: str) -> str:
    """The part that the package itself says to begin with, such as word/document2.xml; by custom where it says nothing."""
    targets: list[str] = []

    def see(_: str, attributes: Mapping[str, str]) -> None:
        if attributes.get("Type", "").endswith("/officeDocument"):
            targets.append(attributes.get("Target", "").lstrip("/").lower())

    with suppress(RefusedXmlError):
        parse(members.get("_rels/.rels", b""), start=see, end=lambda _: None, words=lambda _: None)
    room = MAIN[kind].partition("/")[0]
    return next((target for target in targets if target.startswith(f"{room}/")), MAIN[kind])


def _may_be_xml(content: bytes) -> bool:
    """Whether a member looks like XML, whatever its name."""
    return content.lstrip(b"\xef\xbb\xbf\xff\xfe\0 \t\r\n")[:1] == b"<"


def _words(content: bytes) -> str:
    """A plain text; of anything else (a picture of drawing commands, settings of a printer) what letters it holds."""
    try:
        return content.decode()
    except UnicodeDecodeError:
        wide = (found[0].decode("utf-16-le") for found in _WIDE.finditer(content))
        narrow = (found[0].decode("ascii") for found in _NARROW.finditer(content))
        return "\n".join([*wide, *narrow])
