"""What a document tells of its authors: properties, changes, comments, and what is hidden as a whole."""

from __future__ import annotations

from collections.abc import Mapping

from handbook.sources.attachments.findings import Found
from handbook.sources.attachments.office.links import is_refused
from handbook.sources.attachments.office.parts import FALSE, Part, Reader, is_on

_CHANGES = frozenset(
    """numberingChange ins del moveFrom moveTo rPrChange pPrChange sectPrChange tblPrChange tblPrExChange trPrChange
    tcPrChange tblGridChange cellIns cellDel cellMerge customXmlInsRangeStart customXmlDelRangeStart
    customXmlMoveFromRangeStart customXmlMoveToRangeStart moveFromRangeStart moveToRangeStart changed-region""".split()
)
_NOTES = frozenset({"comment", "threadedComment", "cm", "annotation"})
_CHANGED = frozenset("document hdr ftr footnotes endnotes comments glossaryDocument styles numbering".split())
_TINY = 200  # hundredths of a point
_PERSONS = {
    "presenceInfo": frozenset({"docx"}),
    "person": frozenset({"docx", "xlsx"}),
    "cmAuthor": frozenset({"pptx"}),
    "author": frozenset({"pptx"}),
}
_PROPERTIES = {
    "creator": "作者",
    "initial-creator": "作者",
    "lastModifiedBy": "最后修改的人",
    "Company": "单位",
    "Manager": "主管",
    "printed-by": "打印的人",
    "Author": "作者",
}


class Traces(Reader):
    """Changes, comments, names of reviewers, hidden sheets, rows, slides and shapes."""

    def __init__(self, found: Found, part: Part) -> None:
        super().__init__(found)
        self._part = part
        self._has_changes = part.family == "open" or (part.family == "docx" and part.root in _CHANGED)
        self._is_field = self._is_tiny = False

    def start(self, element: str, attributes: Mapping[str, str]) -> None:
        """An element begins."""
        if element in {"r", "fld"}:
            self._is_tiny = False
        elif element == "rPr" and "sz" in attributes:
            self._is_tiny = (
                attributes["sz"].isdecimal() and len(attributes["sz"]) < 4 and int(attributes["sz"]) <= _TINY
            )
        if element in _NOTES and not self._part.is_properties:
            self.found.traces("里面有批注", "在“审阅”里删去全部批注")
            self._person(attributes, "批注的作者")
        elif element in _CHANGES and self._has_changes:
            self.found.traces("里面有修订痕迹，删去的字还能看到", "在“审阅”里接受全部修订，关掉修订")
            self._person(attributes, "修订的作者")
        elif self._part.family in _PERSONS.get(element, ()):
            self.found.traces("里面有审阅人的账号", "在“文件—信息—检查文档”里删去个人信息")
            self._person(attributes, "审阅人")
        elif self._is_hidden(element, attributes):
            self.found.traces("里面有隐藏的文字、工作表或者幻灯片", "显示出来核对，不要的删去")
        self._is_field = self._is_field or element == "fld"

    def _person(self, attributes: Mapping[str, str], where: str) -> None:
        self.found.text(" ".join(attributes.values()), where)

    def _is_hidden(self, element: str, attributes: Mapping[str, str]) -> bool:
        if element == "sheet":
            return attributes.get("state", "visible") != "visible"
        if element == "sld":
            return attributes.get("show", "1") in FALSE
        if element in {"row", "col"} and self._part.family == "xlsx":
            nothing = attributes.get("ht" if element == "row" else "width", "1") in {"0", "0.0"}
            return nothing or is_on({"val": attributes.get("hidden", "0")})
        if element == "sheetFormatPr":
            return is_on({"val": attributes.get("zeroHeight", "0")})
        if element in {"docPr", "cNvPr"}:
            return is_on({"val": attributes.get("hidden", "0")})
        if element in {"hidden-text", "hidden-paragraph"}:
            return True
        hides = attributes.get("display") == "none" or attributes.get("visibility") in {"collapse", "filter"}
        return hides and self._part.family == "open"

    def words(self, element: str, text: str) -> None:
        """Characters within an element."""
        if self._part.root == "notes" and element == "t" and text.strip() and not self._is_field:
            self.found.traces("幻灯片有备注，下载的人看得到", "删去备注，或者把备注另外存")
        if self._is_tiny and element == "t" and text.strip():
            self.found.traces("里面有小得看不见的字", "放大字号核对，不要的删去")

    def end(self, element: str) -> None:
        """An element ends."""
        if element == "fld":
            self._is_field = False


class Properties(Reader):
    """Which of the properties of a document name persons."""

    def __init__(self, found: Found) -> None:
        super().__init__(found)
        self._value: list[str] = []

    def start(self, _element: str, _attributes: Mapping[str, str]) -> None:
        """An element begins."""
        self._value = []

    def words(self, _element: str, text: str) -> None:
        """Characters within an element."""
        self._value.append(text)

    def end(self, element: str) -> None:
        """An element ends."""
        value = "".join(self._value).strip()
        self._value = []
        if not value:
            return
        if element in _PROPERTIES:
            hint = "在“文件—信息—检查文档”里删去属性和个人信息"
            self.found.traces(f"文档属性里有{_PROPERTIES[element]}", hint)
        if element == "HyperlinkBase" and is_refused(value):
            self.found.danger(f"文档属性里的链接基础“{value[:60]}”用了不允许的地址", "删去它")
