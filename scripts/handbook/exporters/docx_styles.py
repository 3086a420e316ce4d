"""Fonts and styles of the three layouts, after GB/T 9704-2012 and office practice."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from handbook.exporters.docx_xml import Element, w

FANGSONG = "仿宋_GB2312"
KAITI = "楷体_GB2312"
HEITI = "黑体"
XIAOBIAOSONG = "方正小标宋简体"
SONGTI = "宋体"

# What stands in where the font is missing, and PANOSE and family for what stands in where that is missing, too.
_FONTS = {
    FANGSONG: ("仿宋", "02010609060101010101", "modern"),
    KAITI: ("楷体", "02010609060101010101", "modern"),
    HEITI: ("SimHei", "02010609060101010101", "modern"),
    XIAOBIAOSONG: ("华文中宋", "02010600040101010101", "auto"),
    SONGTI: ("SimSun", "02010600030101010101", "auto"),
}

PLACEHOLDER = "PlaceholderText"
CHECKBOX, CHECKBOX_FONT = "HbCheckBox", "Segoe UI Symbol"  # has U+2610 and U+2611, which Chinese fonts lack


@dataclass(frozen=True, slots=True)
class Style:
    """A paragraph style.

    Attributes:
        name: as Word shows it; Word translates the English names of its own styles.
        font, size: in points; Chinese, Latin and digits have one font.
        align: ``left``, ``right``, ``center`` or ``both``.
        first, left, right, hanging: indents in characters of the style.
        line: exact line height in twips, or 0 for a single line of the font.
        before, after: distances in twips.
        tracking: added behind each character, in twips.
        outline: level in Word's navigation, from 0; or None.
        keep: stays on the page of the next paragraph.
    """

    id: str
    name: str
    font: str = FANGSONG
    size: float = 16
    align: str = "both"
    first: float = 0
    left: float = 0
    right: float = 0
    hanging: float = 0
    line: int = 0
    before: int = 0
    after: int = 0
    tracking: int = 0
    outline: int | None = None
    keep: bool = False

    def like(self, id: str, name: str, **changes: Any) -> Style:  # noqa: A002 - what the field is called
        """Another style that differs from this one in what is named."""
        return replace(self, id=id, name=name, **changes)

    def element(self) -> Element:
        """The definition in styles.xml."""
        spacing = w("spacing", before=self.before, after=self.after, **self._line())
        level = w("outlineLvl", val=self.outline) if self.outline is not None else None
        keep = w("keepNext") if self.keep else None
        paragraph = w("pPr", keep, w("snapToGrid", val=0), spacing, self._indents(), w("jc", val=self.align), level)
        size = round(self.size * 2)
        tracking = w("spacing", val=self.tracking) if self.tracking else None
        characters = w("rPr", _fonts(self.font), tracking, w("sz", val=size), w("szCs", val=size))
        base = w("basedOn", val="Normal") if self.id != "Normal" else None
        default: dict[str, str | int] = {"default": 1} if self.id == "Normal" else {}
        name = w("name", val=self.name)
        return w("style", name, base, w("qFormat"), paragraph, characters, type="paragraph", styleId=self.id, **default)

    def _line(self) -> dict[str, str | int]:
        return {"line": self.line, "lineRule": "exact"} if self.line else {"line": 240, "lineRule": "auto"}

    def _indents(self) -> Element | None:
        """Indents in characters, and in twips for readers that know no characters."""
        given: dict[str, str | int] = {}
        for name, characters in (
            ("left", self.left),
            ("right", self.right),
            ("hanging", self.hanging),
            ("firstLine", self.first),
        ):
            if characters:
                given[f"{name}Chars"] = round(characters * 100)
                given[name] = round(characters * (self.size * 20 + self.tracking))
        return w("ind", **given) if given else None


def _fonts(font: str) -> Element:
    return w("rFonts", hint="eastAsia", ascii=font, hAnsi=font, eastAsia=font, cs=font)


def _letter() -> Iterator[Style]:
    """公文: body 三号, 22 lines of 28 characters a page (5.2.3)."""
    base = Style("Normal", "Normal", line=579, tracking=-5)
    yield base
    yield Style("Title", "Title", XIAOBIAOSONG, 22, "center", line=700, keep=True)
    yield from _headings(base)
    yield base.like("BodyText", "Body Text", first=2)
    yield base.like("HbRight", "靠右", align="right")
    # An empty line between 文号 and 主送; half of one when the text follows at once.
    yield base.like("HbCentred", "居中", align="center", after=289)
    yield base.like("HbFlush", "顶格", before=290)
    # Both are centred on one axis, 7.5 characters from the right: so a date of 7 ends 4 from the right (7.3.5.1).
    yield from _ending(base, before=2 * 579, left=13)
    yield from _record_parts(base)
    yield from _grid_parts()


def _form() -> Iterator[Style]:
    """审批表: everything but the title 小四."""
    base = Style("Normal", "Normal", size=12, line=400)
    yield base
    yield Style("Title", "Title", XIAOBIAOSONG, 22, "center", line=640, after=120, keep=True)
    yield from _headings(base)
    yield base.like("BodyText", "Body Text", first=2)
    yield base.like("HbRight", "靠右", align="right", right=0.5, after=60, keep=True)
    yield base.like("HbCentred", "居中", align="center", after=60)
    yield base.like("HbFlush", "顶格", size=10.5, line=340, before=80)
    yield from _ending(base, before=400, left=18)
    yield from _record_parts(base)
    yield from _grid_parts()


def _record() -> Iterator[Style]:
    """笔录: body 四号, questions and answers hanging by their first word."""
    base = Style("Normal", "Normal", size=14, line=520)
    yield base
    yield Style("Title", "Title", XIAOBIAOSONG, 22, "center", line=640, after=240, keep=True)
    yield from _headings(base)
    yield base.like("BodyText", "Body Text", first=2)
    yield base.like("HbRight", "靠右", align="right")
    yield base.like("HbCentred", "居中", align="center")
    yield base.like("HbFlush", "顶格")
    yield from _ending(base, before=520, left=15)
    yield from _record_parts(base)
    yield from _grid_parts()


def _headings(base: Style) -> Iterator[Style]:
    for level, font in enumerate((HEITI, KAITI, FANGSONG, FANGSONG), 1):
        yield base.like(f"Heading{level}", f"heading {level}", font=font, first=2, outline=level - 1, keep=True)


def _ending(base: Style, *, before: int, left: int) -> Iterator[Style]:
    """What stands below the text: attachments aligned by their names, and the issuing body above the date."""
    yield base.like("HbAttachment", "附件说明", left=5, hanging=3, before=base.line)
    yield base.like("HbAttachmentFirst", "附件说明首项", left=6, hanging=4, before=base.line)
    yield base.like("HbAttachmentMore", "附件说明后项", left=6, hanging=1)
    yield base.like("HbSignatory", "署名", align="center", left=left, before=before, keep=True)
    yield base.like("HbDated", "成文日期", align="center", left=left)


def _record_parts(base: Style) -> Iterator[Style]:
    yield base.like("HbQuestion", "问", left=2, hanging=2)
    yield base.like("HbAnswer", "答", left=2, hanging=2)
    yield base.like("HbDialogue", "问答", left=2, hanging=2)
    yield base.like("HbSigning", "签名行", align="left", first=2, before=base.line // 2)


def _grid_parts() -> Iterator[Style]:
    base = Style("HbCell", "表格内容", size=12, align="left", line=400)
    yield base
    yield base.like("HbLabel", "表格项目", font=HEITI, align="center")
    yield base.like("HbCellText", "表格段落", first=2)
    yield base.like("HbSignature", "表格签名", align="right", right=0.5, line=440)
    yield base.like("HbBeforeGrid", "表前", size=1, line=120, keep=True)
    yield base.like("HbAfterGrid", "表后", size=1, line=20)
    number = Style("Footer", "footer", SONGTI, 14, "left", line=340)
    yield number
    yield number.like("HbFooterOdd", "单页页码", align="right", right=1)
    yield number.like("HbFooterEven", "双页页码", left=1)


_LAYOUTS = {"公文": _letter, "审批表": _form, "笔录": _record}

# Style of the model → id of the paragraph style.
STYLE_IDS: Mapping[str, str] = {
    "title": "Title",
    "heading1": "Heading1",
    "heading2": "Heading2",
    "heading3": "Heading3",
    "heading4": "Heading4",
    "body": "BodyText",
    "right": "HbRight",
    "centred": "HbCentred",
    "flush": "HbFlush",
    "signatory": "HbSignatory",
    "dated": "HbDated",
    "attachment": "HbAttachment",
    "question": "HbQuestion",
    "answer": "HbAnswer",
    "dialogue": "HbDialogue",
    "signing": "HbSigning",
}


def style_elements(layout: str) -> list[Element]:
    """The children of styles.xml for a layout; of an unknown one those of 公文."""
    styles = list(_LAYOUTS.get(layout, _letter)())
    body = w("rPrDefault", w("rPr", _fonts(FANGSONG), w("lang", val="en-US", eastAsia="zh-CN", bidi="ar-SA")))
    return [
        w("docDefaults", body, w("pPrDefault")),
        *(style.element() for style in styles),
        w(
            "style",
            w("name", val="Placeholder Text"),
            w("basedOn", val="DefaultParagraphFont"),
            w("rPr", w("color", val="666666")),
            type="character",
            styleId=PLACEHOLDER,
        ),
        w(
            "style",
            w("name", val="手册复选框"),
            w("rPr", _fonts(CHECKBOX_FONT)),
            type="character",
            customStyle=1,
            styleId=CHECKBOX,
        ),
        w(
            "style",
            w("name", val="Default Paragraph Font"),
            type="character",
            default=1,
            styleId="DefaultParagraphFont",
        ),
        w("style", w("name", val="Normal Table"), _table_defaults(), type="table", default=1, styleId="TableNormal"),
    ]


def _table_defaults() -> Element:
    sides = (w(side, w=width, type="dxa") for side, width in (("top", 0), ("left", 85), ("bottom", 0), ("right", 85)))
    return w("tblPr", w("tblInd", w=0, type="dxa"), w("tblCellMar", *sides))


def font_table() -> Element:
    """The root of fontTable.xml."""
    fonts = (
        w(
            "font",
            w("altName", val=other),
            w("panose1", val=panose),
            w("charset", val="86"),
            w("family", val=family),
            w("pitch", val="variable" if family == "auto" else "fixed"),
            name=name,
        )
        for name, (other, panose, family) in _FONTS.items()
    )
    pitch = (w("family", val="auto"), w("pitch", val="variable"))
    return w("fonts", *fonts, w("font", w("altName", val="MS Gothic"), *pitch, name=CHECKBOX_FONT))
