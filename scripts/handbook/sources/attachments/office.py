"""Word, Excel and PowerPoint documents (OOXML): macros, things fetched from elsewhere, traces of their authors, texts."""

from __future__ import annotations

import re
from collections.abc import Mapping

from handbook.markup.policy import scheme
from handbook.sources.attachments.archive import Archive
from handbook.sources.attachments.drawings import read_drawing
from handbook.sources.attachments.findings import Found
from handbook.sources.attachments.pictures import read_picture
from handbook.sources.attachments.xml import RefusedXmlError, parse

MAIN = {"docx": "word/document.xml", "xlsx": "xl/workbook.xml", "pptx": "ppt/presentation.xml"}
_FIELDS = re.compile(
    r"\b(DDEAUTO|DDE|INCLUDEPICTURE|INCLUDETEXT|LINK|IMPORT|MACROBUTTON|DATABASE|AUTOTEXT)\b", re.IGNORECASE
)
_COMPUTED = re.compile(
    r"\|\s*'|\b(?:WEBSERVICE|IMAGE|FILTERXML|CALL|REGISTER\.ID|REGISTER|EXEC|DDE|RTD)\s*\(", re.IGNORECASE
)
_HEADER_CODE = re.compile("&[LCRPNDTFAZ]")  # places and fields in a sheet's header and footer
_CHANGES = frozenset(
    "numberingChange ins del moveFrom moveTo rPrChange pPrChange sectPrChange tblPrChange cellIns cellDel".split()
)
_NOTES = frozenset({"comment", "threadedComment", "cm"})
_WORDS = frozenset({"t", "v", "delText", "instrText"})
_PROPERTIES = {"creator": "作者", "lastModifiedBy": "最后修改的人", "Company": "单位", "Manager": "主管"}
_TEXT_PROPERTIES = frozenset("title subject description keywords category contentStatus HyperlinkBase".split())
_FALSE = frozenset({"0", "false", "off"})
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def read_office(data: bytes, suffix: str, found: Found) -> None:
    """Look through a document."""
    archive = Archive(data, found)
    if not archive.is_readable:
        return
    names = {name.lower(): name for name in archive.members}
    if "[content_types].xml" not in names or MAIN[suffix] not in names:
        found.broken(f"扩展名是 .{suffix}，内容却不是", f"打开看一遍，另存为真正的 .{suffix}")
    for name, content in archive.members.items():
        _member(name, content, found)


def _member(name: str, content: bytes, found: Found) -> None:
    lower = name.lower()
    if lower.endswith(("vbaproject.bin", "vbadata.xml")) or "/activex/" in lower or lower.startswith("customui/"):
        found.danger("里面有宏或者控件，打开就可能运行")
    elif "/externallinks/" in lower:
        found.danger("里面的表格连着别的文件")
    elif "/embeddings/" in lower or content.startswith(_OLE):
        found.danger("里面嵌着别的文件（OLE 对象）", "把嵌进去的文件另外放，正文里只写文字")
    elif content.startswith(b"MZ") or lower.endswith((".exe", ".dll", ".js", ".vbs", ".html", ".htm", ".mht")):
        found.danger("里面夹着程序或者网页")
    elif "thumbnail" in lower:
        found.traces("里面有首页的缩略图，改过的内容可能还在图上", "另存时不要勾选“保存缩略图”")
    elif "/macrosheets/" in lower or "/webextensions/" in lower or lower == "xl/connections.xml":
        found.danger("里面有宏表、加载项或者数据连接，打开就可能运行、取数据")
    elif lower.endswith((".xml", ".rels")):
        _xml(lower, content, found)
    else:
        _media(lower, content, found)


def _media(name: str, content: bytes, found: Found) -> None:
    """Pictures in a document, and whatever else is text."""
    suffix = name.rpartition(".")[2]
    if suffix in {"png", "jpg", "jpeg", "gif", "webp"}:
        read_picture(content, suffix, found)
        return
    try:
        text = content.decode()
    except UnicodeDecodeError:
        return
    if suffix == "svg":
        read_drawing(text, found)
    else:
        found.text(text, "夹带的文件")


def _xml(name: str, content: bytes, found: Found) -> None:
    part = _Part(name, found)
    try:
        parse(content, start=part.start, end=part.end, words=part.words)
    except RefusedXmlError as refused:
        (found.danger if refused.is_dangerous else found.broken)(f"“{name}”{refused.reason}")
    part.finish()


class _Part:
    """What one XML part says, gathered from its elements."""

    def __init__(self, name: str, found: Found) -> None:
        self._name, self._found = name, found
        self._texts: list[str] = []
        self._others: list[str] = []
        self._deleted: list[str] = []
        self._code: list[str] = []
        self._open: list[str] = []
        self._value: list[str] = []

    def start(self, element: str, attributes: Mapping[str, str]) -> None:
        self._open.append(element)
        self._value = []
        if self._name.endswith(".rels") and element == "Relationship":
            self._relationship(attributes)
        elif self._name == "[content_types].xml":
            if "macroenabled" in attributes.get("ContentType", "").lower():
                self._found.danger("里面有宏，打开就可能运行")
        elif element == "fldSimple":
            self._code.append(attributes.get("instr", "") + "\n")
        elif element in _NOTES:
            self._found.traces("里面有批注", "在“审阅”里删去全部批注")
            self._found.text(f"{attributes.get('author', '')} {attributes.get('initials', '')}", "批注的作者")
        elif element in _CHANGES and self._name.startswith("word/"):
            self._found.traces("里面有修订痕迹，删去的字还能看到", "在“审阅”里接受全部修订，关掉修订")
            self._found.text(attributes.get("author", ""), "修订的作者")
        elif element == "mailMerge":
            self._found.danger("里面连着邮件合并的数据源")
        elif element == "presenceInfo":
            self._found.traces("里面有审阅人的账号", "在“文件—信息—检查文档”里删去个人信息")
        elif element == "altChunk":
            self._found.danger("里面夹着别的文件（altChunk）")
        else:
            self._hidden(element, attributes)
        self._others += (value for value in attributes.values() if len(value) > 3)

    def _hidden(self, element: str, attributes: Mapping[str, str]) -> None:
        in_text = self._name.startswith("word/") and "styles" not in self._name and "numbering" not in self._name
        vanished = element in {"vanish", "specVanish"} and in_text and attributes.get("val", "1") not in _FALSE
        concealed = (element == "sheet" and attributes.get("state", "visible") != "visible") or (
            element == "sld" and attributes.get("show", "1") in _FALSE
        )
        rows = element in {"row", "col"} and attributes.get("hidden", "0") not in {"0", "false"}
        if vanished or concealed or (rows and self._name.startswith("xl/")):
            self._found.traces("里面有隐藏的文字、工作表或者幻灯片", "显示出来核对，不要的删去")

    def _relationship(self, attributes: Mapping[str, str]) -> None:
        kind = attributes.get("Type", "").rpartition("/")[2]
        target = attributes.get("Target", "")
        if kind in {"vbaProject", "oleObject", "control", "aFChunk", "attachedToolbars"}:
            self._found.danger("里面有宏、控件或者嵌入的对象")
        elif attributes.get("TargetMode", "").lower() == "external":
            if kind != "hyperlink":
                self._found.danger(f"打开时会去取“{target[:60]}”（{_kind(kind)}）")
            elif scheme(target) not in {"", "http", "https", "mailto", "tel"} or target.startswith("\\\\"):
                self._found.danger(f"里面的链接“{target[:60]}”用了不允许的地址", "删去链接")
            self._found.text(target, "链接")

    def words(self, text: str) -> None:
        element = self._open[-1] if self._open else ""
        if element == "delText":
            self._deleted.append(text)
        elif element == "instrText":
            self._code.append(text)
        elif element in _WORDS:
            self._texts.append(text)
        elif text.strip():
            self._others.append(_HEADER_CODE.sub("\n", text))
        if element == "f" or self._name.startswith("docprops/"):
            self._value.append(text)

    def end(self, element: str) -> None:
        value = "".join(self._value).strip()
        self._value = []
        if element == "f" and _COMPUTED.search(value):
            self._found.danger("单元格里有会去取数据或者运行程序的公式", "删去公式，只留数值")
        elif self._name.startswith("docprops/") and value:
            self._property(element, value)
        if element in {"p", "si", "c", "row", "text"}:
            self._texts.append("\n")
            self._deleted.append("\n")
            self._code.append("\n")
        self._open.pop()

    def _property(self, element: str, value: str) -> None:
        if element in _PROPERTIES:
            hint = "在“文件—信息—检查文档”里删去属性和个人信息"
            self._found.traces(f"文档属性里有{_PROPERTIES[element]}", hint)
        if element in _PROPERTIES or element in _TEXT_PROPERTIES or self._name.endswith("custom.xml"):
            self._found.text(value, "文档属性")

    def finish(self) -> None:
        """Hand over what is only whole at the end of the part."""
        code = "".join(self._code)
        field = _FIELDS.search(re.sub(r"[^\S\n]+", " ", code))
        if field:
            self._found.danger(f"里面有会去取别处内容的域（{field[1].upper()}）", "删去这个域，只留文字")
        self._found.text("".join(self._texts), "批注" if "comment" in self._name else "正文")
        self._found.text("".join(self._deleted), "修订删去的文字")
        self._found.text(code, "域代码")
        self._found.text("\n".join(self._others), "属性、替代文字或者设置")


def _kind(kind: str) -> str:
    return {"attachedTemplate": "远程模板", "image": "外部图片", "externalLink": "外部链接"}.get(kind, kind)
