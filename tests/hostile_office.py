"""Documents whose words hide: by styles, by colour, in pieces, in fields, formulas, notes and open formats."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from hostile_files import IDENTITY, TYPES, Files, R, W, docx, jpeg, part, png, tiff, zipped

PHONE = "13912345678"


def styled(styles: str, body: str) -> Callable[[], bytes]:
    """A document with styles of its own."""
    return lambda: part("word/styles.xml", f"<w:styles {W}>{styles}</w:styles>", body)


def run(text: str, properties: str = "") -> str:
    return f"<w:r><w:rPr>{properties}</w:rPr><w:t>{text}</w:t></w:r>"


def para(runs: str, name: str = "") -> str:
    look = f'<w:pPr><w:pStyle w:val="{name}"/></w:pPr>' if name else ""
    return f"<w:p>{look}{runs}</w:p>"


def style(name: str, properties: str, more: str = "", kind: str = "paragraph") -> str:
    return f'<w:style w:type="{kind}" w:styleId="{name}" {more}>{properties}</w:style>'


def line(*texts: str) -> str:
    return f"<w:tr>{''.join(f'<w:tc><w:tcPr/><w:p>{run(text)}</w:p></w:tc>' for text in texts)}</w:tr>"


def cells(*texts: str) -> str:
    return f"<w:tbl>{line(*texts)}</w:tbl>"


def coloured(colour: str, around: str) -> str:
    """Words of a colour in a cell of another."""
    words = run("藏", f'<w:color w:val="{colour}"/>')
    return f"<w:tbl><w:tr><w:tc><w:tcPr>{around}</w:tcPr><w:p>{words}</w:p></w:tc></w:tr></w:tbl>"


def begun(*pieces: str) -> str:
    """A field from its begin to its end, its code in runs."""
    code = "".join(p if p.startswith("<") else f"<w:r><w:instrText>{p}</w:instrText></w:r>" for p in pieces)
    mark = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    return mark.format("begin") + code + mark.format("separate") + run("结果") + mark.format("end")


def words(body: str) -> Callable[[], bytes]:
    return lambda: docx(body)


def field(*pieces: str) -> Callable[[], bytes]:
    return words(f"<w:p>{begun(*pieces)}</w:p>")


def change(element: str) -> Callable[[], bytes]:
    return words(f'<w:p><w:pPr><w:{element} w:author="甲"/></w:pPr></w:p>')


def book(sheet: str = "", **parts: str) -> Callable[[], bytes]:
    files: Files = {"[Content_Types].xml": TYPES, "xl/workbook.xml": "<workbook/>"}
    files["xl/worksheets/sheet1.xml"] = f"<worksheet><sheetData>{sheet}</sheetData></worksheet>"
    return lambda: zipped({**files, **{f"xl/{name}.xml": content for name, content in parts.items()}})


def row(values: Iterable[str], kind: str = "n") -> str:
    return "<row>" + "".join(f'<c t="{kind}"><v>{value}</v></c>' for value in values) + "</row>"


def formula(text: str) -> Callable[[], bytes]:
    return book(f"<row><c><f>{text}</f><v>1</v></c></row>")


def formats(
    fonts: str = "<font/>", fills: str = "<fill/>", xf: str = 'fontId="1" fillId="1"', more: str = ""
) -> Callable[[], bytes]:
    """A sheet with one cell of the second format."""
    look = f"<xf/><xf {xf}/>"
    styles = f"<styleSheet>{more}<fonts><font/>{fonts}</fonts><fills><fill/>{fills}</fills><cellXfs>{look}</cellXfs></styleSheet>"
    return book('<row><c s="1"><v>5</v></c></row>', styles=styles)


def slides(name: str, content: str) -> Callable[[], bytes]:
    files: Files = {"[Content_Types].xml": TYPES, "ppt/presentation.xml": "<p/>"}
    return lambda: zipped({**files, f"ppt/{name}": content})


def related(kind: str, target: str) -> str:
    return f'<Relationships xmlns="r"><Relationship Id="r1" Type="{R}/{kind}" Target="{target}"/></Relationships>'


def opened(content: str, **parts: str) -> Callable[[], bytes]:
    """An ODF document."""
    files: Files = {"mimetype": "application/vnd.oasis", "content.xml": f"<o xmlns:t='t' xmlns:x='x'>{content}</o>"}
    return lambda: zipped({**files, **{f"{name}.xml": text for name, text in parts.items()}})


VANISH, WHITE = "<w:rPr><w:vanish/></w:rPr>", '<w:color w:val="FFFFFF"/>'
HIDDEN_OFF = '<w:vanish w:val="1" z:val="0"/>'
HIDDEN_TWICE = '<w:vanish/><z:vanish w:val="0"/>'
HIDDEN_BASE = style("a", VANISH) + style("b", '<w:basedOn w:val="a"/>')
DARK = '<w:shd w:val="clear" w:fill="1F4E79"/>'
DARK_HEAD = '<w:tblStylePr w:type="firstRow"><w:tcPr><w:shd w:val="clear" w:fill="4472C4"/></w:tcPr></w:tblStylePr>'
IN_TABLE = (
    f'<w:tbl><w:tblPr><w:tblStyle w:val="t"/></w:tblPr><w:tr><w:tc><w:p>{run("明", WHITE)}</w:p></w:tc></w:tr></w:tbl>'
)

# Name → name of the file, how it is made, and the code that must be reported (``""``: nothing).
OFFICE: dict[str, tuple[str, Callable[[], bytes], str]] = {
    "hidden by a style": ("a.docx", styled(style("a", VANISH), para(run("藏"), "a")), "SEC018"),
    "hidden by the style below": ("a.docx", styled(HIDDEN_BASE, para(run("藏"), "b")), "SEC018"),
    "hidden by a style of characters": ("a.docx", styled(style("a", VANISH, "", "character"), para(run('藏', '<w:rStyle w:val="a"/>'))), "SEC018"),
    "hidden by default": ("a.docx", styled(f"<w:docDefaults><w:rPrDefault>{VANISH}</w:rPrDefault></w:docDefaults>", para(run('藏'))), "SEC018"),
    "hidden by the default style": ("a.docx", styled(style("a", VANISH, 'w:default="1"'), para(run('藏'))), "SEC018"),
    "hidden by a style of tables": ("a.docx", styled(style("t", VANISH, "", "table"), IN_TABLE.replace(WHITE, "")), "SEC018"),
    "styles in a circle": ("a.docx", styled(style("a", '<w:basedOn w:val="a"/>', 'w:default="1"'), para(run('明'))), ""),
    "shown in a hidden style": ("a.docx", styled(HIDDEN_BASE, para(run("明", '<w:vanish w:val="false"/>'), "b")), ""),
    "hidden style that nobody uses": ("a.docx", styled(style("a", VANISH), para(run('明'))), ""),
    "hidden mark of a paragraph": ("a.docx", words(f"<w:p><w:pPr>{VANISH}</w:pPr>{run('明')}</w:p>"), ""),
    "hidden code of an index": ("a.docx", words('<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:instrText> XE "甲" </w:instrText></w:r></w:p>'), ""),
    "mark around a pasted form": ("a.docx", words(para(run('窗体顶端', '<w:vanish/>'))), ""),
    "hidden and denied by others": ("a.docx", words(f'<w:p xmlns:z="z">{run("藏", HIDDEN_OFF)}</w:p>'), "SEC018"),
    "hidden and denied at once": ("a.docx", words(f'<w:p xmlns:z="z">{run("藏", HIDDEN_TWICE)}</w:p>'), "SEC018"),
    "hidden by a hundred styles": ("a.docx", styled("".join(style(f"s{n}", f'<w:basedOn w:val="s{n + 1}"/>') for n in range(100)) + style("s100", VANISH), para(run("藏"), "s0")), "SEC018"),  # noqa: E501
    "hidden in a special way": ("a.docx", words(para(run('藏', '<w:specVanish/>'))), "SEC018"),
    "white on white": ("a.docx", words(para(run('藏', WHITE))), "SEC018"),
    "nearly white": ("a.docx", words(para(run('藏', '<w:color w:val="FEFEFE"/>'))), "SEC018"),
    "white by a style": ("a.docx", styled(style("a", f"<w:rPr>{WHITE}</w:rPr>", 'w:default="1"'), para(run('藏'))), "SEC018"),
    "white in a dark cell": ("a.docx", words(coloured("FFFFFF", DARK)), ""),
    "white in the dark head of a table": ("a.docx", styled(style("t", DARK_HEAD, "", "table"), IN_TABLE), ""),
    "white in a box": ("a.docx", words(f"<w:p><w:r><w:txbxContent><w:p>{run('明', WHITE)}</w:p></w:txbxContent></w:r></w:p>"), ""),
    "grey": ("a.docx", words(para(run('明', '<w:color w:val="BFBFBF"/>'))), ""),
    "dark on dark": ("a.docx", words(coloured("1F4E79", DARK)), "SEC018"),
    "black on solid black": ("a.docx", words(coloured("000000", '<w:shd w:val="solid" w:color="000000"/>')), "SEC018"),
    "blackened by the marker": ("a.docx", words(para(run('藏', '<w:highlight w:val="black"/>'))), "SEC018"),
    "marked in yellow": ("a.docx", words(para(run('明', '<w:highlight w:val="yellow"/>'))), ""),
    "tiny": ("a.docx", words(para(run('藏', '<w:sz w:val="2"/>'))), "SEC018"),
    "tiny by a style": ("a.docx", styled(style("a", '<w:rPr><w:sz w:val="2"/></w:rPr>'), para(run("藏"), "a")), "SEC018"),
    "narrow": ("a.docx", words(para(run('藏', '<w:w w:val="1"/>'))), "SEC018"),
    "tiny paragraph without words": ("a.docx", words(para(run(' ', '<w:sz w:val="2"/>'))), ""),
    "hidden shape": ("a.docx", words('<w:p><docPr name="a" hidden="1"/></w:p>'), "SEC018"),
    "digit by digit in runs": ("a.docx", words(f"<w:p>{''.join(map(run, IDENTITY))}</w:p>"), "SEC001"),
    "digit by digit in symbols": ("a.docx", words("<w:p>" + "".join(f'<w:r><w:sym w:font="Symbol" w:char="F0{ord(c):02X}"/></w:r>' for c in PHONE) + "</w:p>"), "SEC002"),  # noqa: E501
    "digit by digit in cells": ("a.docx", words(cells("身份证号", *IDENTITY)), "SEC001"),
    "phone in cells": ("a.docx", words(cells("电话", *PHONE)), "SEC002"),
    "three cells": ("a.docx", words(cells("号码", "110105", "19491231", "002X")), "SEC001"),
    "digit by digit in a column": ("a.docx", words("<w:tbl>" + "".join(line("位", c) for c in IDENTITY) + "</w:tbl>"), "SEC001"),
    "digit by digit between tabs": ("a.docx", words("<w:p>" + "<w:r><w:tab/></w:r>".join(map(run, PHONE)) + "</w:p>"), "SEC002"),
    "digit by digit in paragraphs": ("a.docx", words("".join(f"<w:p>{run(c)}</w:p>" for c in IDENTITY)), "SEC001"),
    "amounts in cells": ("a.docx", words(cells("金额", "139", "1234", "5678", "62", "4")), ""),
    "number with a box within": ("a.docx", words(f"<w:p>{run('110105')}<w:r><w:txbxContent><w:p>{run('甲')}</w:p></w:txbxContent></w:r>{run(IDENTITY[6:])}</w:p>"), "SEC001"),  # noqa: E501
    "two lines": ("a.docx", words(f"<w:p>{run('2')}<w:r><w:br/></w:r>{run(PHONE)}</w:p>"), "SEC002"),
    **{f"change: {name}": ("a.docx", change(name), "SEC018") for name in (
        "numberingChange ins del moveFrom moveTo rPrChange pPrChange sectPrChange tblPrChange trPrChange tcPrChange tblGridChange "
        "cellIns cellDel cellMerge moveFromRangeStart moveToRangeStart").split()},
    "words moved": ("a.docx", words(f"<w:p><w:moveFrom>{run(PHONE)}</w:moveFrom></w:p>"), "SEC002"),
    "deleted in pieces": ("a.docx", words("<w:p><w:del>" + "".join(f"<w:r><w:delText>{c}</w:delText></w:r>" for c in PHONE) + "</w:del></w:p>"), "SEC002"),
    "field in pieces": ("a.docx", field("D", "DE", "AUTO c:\\\\x"), "SEC016"),
    "field in capitals and not": ("a.docx", field(' includeText "a"'), "SEC016"),
    "field over a line": ("a.docx", field("\n LINK\tExcel.Sheet"), "SEC016"),
    "field of shown words": ("a.docx", field(run("DDE cmd")), "SEC016"),
    "field within a field": ("a.docx", field('IF 1 = 1 "', begun("DDE cmd"), '"'), "SEC016"),
    "field put together": ("a.docx", field(begun("QUOTE 68 68 69"), " cmd"), "SEC016"),
    "field without an end": ("a.docx", words('<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>DDE c</w:instrText></w:r></w:p>'), "SEC016"),
    "words of a deleted field": ("a.docx", words("<w:p><w:r><w:delInstrText>DDE c</w:delInstrText></w:r></w:p>"), "SEC016"),
    "document to be referred to": ("a.docx", field('RD "c:\\\\a.docx"'), "SEC016"),
    "link of a field to a file": ("a.docx", field('HYPERLINK "file:///c:/a.exe"'), "SEC016"),
    "link of a field to a share": ("a.docx", field('HYPERLINK \\t "_blank" "\\\\\\\\server\\\\a"'), "SEC016"),
    "link of a field to a script": ("a.docx", field("HYPERLINK “java", "script:x”"), "SEC016"),
    "link of a simple field": ("a.docx", words('<w:fldSimple w:instr=\'HYPERLINK "C:\\a.exe"\'/>'), "SEC016"),
    "link put together": ("a.docx", field('HYPERLINK "', begun("QUOTE 102"), 'ile:///c:/a"'), "SEC016"),
    "words of a variable": ("a.docx", field(f'SET a "{PHONE}"'), "SEC002"),
    "words by numbers": ("a.docx", field("QUOTE " + " ".join(str(ord(c)) for c in PHONE)), "SEC002"),
    "link of a field": ("a.docx", field('HYPERLINK "https://example.invalid/link/dde"'), ""),
    "link of a field within": ("a.docx", field('HYPERLINK \\l "_Toc1" \\o "甲"'), ""),
    "field of a table of contents": ("a.docx", field(' TOC \\o "1-3" \\h \\z \\u '), ""),
    "macro under another name": ("a.docx", lambda: zipped({"[Content_Types].xml": '<T><Override ContentType="application/vnd.ms-office.vbaProject"/></T>', "word/document.xml": "<a/>", "word/a.bin": "x"}), "SEC016"),  # noqa: E501
    "relation without a mode": ("a.docx", lambda: part("word/_rels/document.xml.rels", related("image", "https://example.invalid/a.png")), "SEC016"),
    "document elsewhere": ("a.docx", lambda: part("real/a.xml", f"<w:document {W}><w:body>{para(begun('DDE c'))}</w:body></w:document>"), "SEC016"),
    "hidden elsewhere": ("a.docx", lambda: part("real/a.bin", f"<w:document {W}><w:body>{para(run('藏', '<w:vanish/>'))}</w:body></w:document>"), "SEC018"),
    "changes elsewhere": ("a.docx", lambda: part("xl/a.xml", f"<w:document {W}><w:ins/></w:document>"), "SEC018"),
    "styles of building blocks": ("a.docx", lambda: zipped({"[Content_Types].xml": TYPES, "word/document.xml": f"<w:document {W}>{para(run('明'), 'a')}</w:document>", **{f"word/{room}styles.xml": f'<w:styles {W}>{style("a", f"<w:rPr><w:sz w:val={size}/></w:rPr>")}</w:styles>' for room, size in (("", "'24'"), ("glossary/", "'22'"))}}), ""),  # noqa: E501
    "base of links": ("a.docx", lambda: part("docProps/app.xml", "<p><HyperlinkBase>file:///c:/</HyperlinkBase></p>"), "SEC016"),
    "words of a metafile": ("a.docx", lambda: part("word/media/image1.emf", b"\x01\0\0\0\xff" + PHONE.encode("utf-16-le") + b"\xfe"), "SEC002"),
    "words of an old metafile": ("a.docx", lambda: part("word/media/image1.wmf", b"\xd7\xcd\xc6\x9a" + PHONE.encode() + b"\xfe"), "SEC002"),
    "artist of a picture under another name": ("a.docx", lambda: part("word/media/a.dat", jpeg(tiff(0x013B, b"jia\0"))), "SEC018"),
    "picture under the name of another": ("a.docx", lambda: part("word/media/image1.jpeg", png()), ""),
    "document within": ("a.docx", lambda: part("word/media/a.dat", b"%PDF-1.7"), "SEC016"),
    "query within": ("a.xlsx", book(**{"../customXml/item1": "<DataMashup>x</DataMashup>"}), "SEC016"),
    "digit by digit in a row": ("a.xlsx", book(row(IDENTITY[:17]) .replace("</row>", "<c t='str'><v>X</v></c></row>")), "SEC001"),
    "number in pieces in a row": ("a.xlsx", book(row(["110105", "19491231"]).replace("</row>", "<c t='inlineStr'><is><t>002X</t></is></c></row>")), "SEC001"),
    "shared digits in a row": ("a.xlsx", book(row(map(str, range(11)), "s"), sharedStrings="<sst>" + "".join(f"<si><t>{c}</t></si>" for c in PHONE) + "</sst>"), "SEC002"),  # noqa: E501
    "number with a power": ("a.xlsx", book(row(["1.3912345678E10"])), "SEC002"),
    "number with a point": ("a.xlsx", book(row(["13912345678.0"])), "SEC002"),
    "amounts in a row": ("a.xlsx", book(row(["139", "1234", "5678", "1.5", "20260101"])), ""),
    "numbers of shared words": ("a.xlsx", book(row(["13912345678"], "s"), sharedStrings="<sst><si><t>甲</t></si></sst>"), ""),
    "sheet elsewhere": ("a.xlsx", book(**{"../real/a": f"<worksheet>{row(PHONE)}</worksheet>"}), "SEC002"),
    "sheet of macros elsewhere": ("a.xlsx", book(**{"../real/a": "<macrosheet/>"}), "SEC016"),
    "white cell": ("a.xlsx", formats('<font><color rgb="FFFFFFFF"/></font>'), "SEC018"),
    "white cell of the theme": ("a.xlsx", formats('<font><color theme="0"/></font>'), "SEC018"),
    "white in a dark fill": ("a.xlsx", formats('<font><color theme="0"/></font>', '<fill><patternFill patternType="solid"><fgColor rgb="FF1F4E79"/></patternFill></fill>'), ""),  # noqa: E501
    "fill of its colour": ("a.xlsx", formats('<font><color rgb="FF1F4E79"/></font>', '<fill><patternFill patternType="solid"><fgColor rgb="FF1F4E79"/></patternFill></fill>'), "SEC018"),  # noqa: E501
    "tiny cell": ("a.xlsx", formats('<font><sz val="1"/></font>'), "SEC018"),
    "cell that shows nothing": ("a.xlsx", formats(xf='numFmtId="170"', more='<numFmts><numFmt numFmtId="170" formatCode=";;;"/></numFmts>'), "SEC018"),
    "cell of money": ("a.xlsx", formats(xf='numFmtId="170"', more='<numFmts><numFmt numFmtId="170" formatCode="0.00;[Red]-0.00"/></numFmts>'), ""),
    "row of no height": ("a.xlsx", book('<row ht="0"><c><v>1</v></c></row>'), "SEC018"),
    "all rows hidden": ("a.xlsx", lambda: zipped({"[Content_Types].xml": TYPES, "xl/workbook.xml": "<w/>", "xl/worksheets/sheet1.xml": '<w><sheetFormatPr zeroHeight="1"/></w>'}), "SEC018"),  # noqa: E501
    "macro of a name": ("a.xlsx", book(workbook='<w><definedNames><definedName name="_xlnm.Auto_Open">a!A1</definedName></definedNames></w>'), "SEC016"),
    "service of a name": ("a.xlsx", book(workbook='<w><definedName name="a">WEBSERVICE("x")</definedName></w>'), "SEC016"),
    "plain name": ("a.xlsx", book(workbook='<w><definedName name="_xlnm.Print_Area">a!$A$1:$B$2</definedName></w>'), ""),
    "service of a check": ("a.xlsx", book("<formula1>WEBSERVICE(A1)</formula1>"), "SEC016"),
    "program of a formula": ("a.xlsx", formula("MSEXCEL|x!A1"), "SEC016"),
    "words with a bar": ("a.xlsx", formula("&quot;a|'b'!&quot;&amp;A1"), ""),
    "link of a formula to a file": ("a.xlsx", formula('hyperlink ("file:///c:/a.exe","甲")'), "SEC016"),
    "link of a formula in pieces": ("a.xlsx", formula('HYPERLINK("fi"&amp;"le:///c:/a.exe")'), "SEC016"),
    "link of a formula by numbers": ("a.xlsx", formula('HYPERLINK(CHAR(102)&amp;"ile:///c:/a.exe")'), "SEC016"),
    "link of a formula to a share": ("a.xlsx", formula('HYPERLINK("\\\\server\\a")'), "SEC016"),
    "words of a formula in pieces": ("a.xlsx", formula('"139"&amp;"12345678"'), "SEC002"),
    "endless formula": ("a.xlsx", formula("HYPERLINK(" * 200_000), "SEC016"),
    "endless sheet": ("a.xlsx", book("".join(f"<row><c r='A{n * 7919}'/></row>" for n in range(200_000))), "SEC017"),
    "endless parts": ("a.docx", lambda: zipped({"[Content_Types].xml": TYPES, **{f"word/{n}.xml": "<a>" + "".join(f"<b c='{m * 7919}'/>" for m in range(200_000)) + "</a>" for n in range(3)}}), "SEC017"),  # noqa: E501
    "column of digits with labels": ("a.xlsx", book("".join(f"<row><c r='A{n}' t='str'><v>位</v></c><c r='B{n}'><v>{c}</v></c></row>" for n, c in enumerate(PHONE))), "SEC002"),  # noqa: E501
    "size that is none": ("a.xlsx", formats('<color/><sz val="x"/><font><sz val="x"/></font>'), ""),
    "link of a formula to a sheet": ("a.xlsx", formula('HYPERLINK("#"&amp;A1&amp;"!A1",A1)'), ""),
    "link of a formula to a site": ("a.xlsx", formula('HYPERLINK("https://example.invalid/","甲")'), ""),
    "link of a formula to what a cell says": ("a.xlsx", formula("HYPERLINK(A2,B2)"), ""),
    "changes of a shared book": ("a.xlsx", book(**{"revisions/revisionLog1": "<r/>"}), "SEC018"),
    "person": ("a.xlsx", book(**{"persons/person": '<l><person displayName="甲"/></l>'}), "SEC018"),
    "no person": ("a.xlsx", book(**{"persons/person": "<personList/>"}), ""),
    "link to another book": ("a.xlsx", book(workbook="<w><externalReferences><externalReference/></externalReferences></w>"), "SEC016"),
    "notes of a slide": ("a.pptx", slides("notesSlides/notesSlide1.xml", "<notes><p><r><t>口头说明</t></r></p></notes>"), "SEC018"),
    "number of a slide in its notes": ("a.pptx", slides("notesSlides/notesSlide1.xml", "<notes><p><fld><t>1</t></fld></p></notes>"), ""),
    "comment of a slide": ("a.pptx", slides("comments/comment1.xml", "<l><cm><text>甲</text></cm></l>"), "SEC018"),
    "authors of slides": ("a.pptx", slides("commentAuthors.xml", '<l><cmAuthor name="甲"/></l>'), "SEC018"),
    "new authors of slides": ("a.pptx", slides("authors.xml", '<l><author name="甲"/></l>'), "SEC018"),
    "hidden shape of a slide": ("a.pptx", slides("slides/slide1.xml", '<s><cNvPr name="a" hidden="1"/></s>'), "SEC018"),
    "tiny words of a slide": ("a.pptx", slides("slides/slide1.xml", '<s><p><r><rPr sz="100"/><t>藏</t></r></p></s>'), "SEC018"),
    "program of a slide": ("a.pptx", slides("slides/slide1.xml", '<s><hlinkClick action="ppaction://program"/></s>'), "SEC016"),
    "next slide": ("a.pptx", slides("slides/slide1.xml", '<s><hlinkClick action="ppaction://hlinkshowjump?jump=nextslide"/></s>'), ""),
    "film from elsewhere": ("a.pptx", slides("slides/_rels/slide1.xml.rels", related("video", "https://example.invalid/a.mp4")), "SEC016"),
    "digit by digit on a slide": ("a.pptx", slides("slides/slide1.xml", "<s>" + "".join(f"<p><r><t>{c}</t></r></p>" for c in IDENTITY) + "</s>"), "SEC001"),
    "archive of many PDF": ("a.zip", lambda: zipped({f"{n}.pdf": b"%PDF-1.7" for n in range(30)}), "SEC017"),
    "archive of too many words": ("a.zip", lambda: zipped({f"{n}.txt": "".join(f"{m * 7919}\n" for m in range(200_000)) for n in range(5)}), "SEC017"),
    "open document": ("a.odt", opened("<t:p>正文</t:p>", meta="<m><generator>LibreOffice</generator></m>"), ""),
    "number in an open document": ("a.odt", opened(f"<t:p>号<t:span>110105</t:span><t:span>{IDENTITY[6:]}</t:span></t:p>"), "SEC001"),
    "number in an open sheet": ("a.ods", opened(f"<t:table-row>{''.join(f'<t:table-cell><t:p>{c}</t:p></t:table-cell>' for c in PHONE)}</t:table-row>"), "SEC002"),  # noqa: E501
    "author of an open document": ("a.odt", opened("", meta="<m><creator>甲</creator></m>"), "SEC018"),
    "change of an open document": ("a.odt", opened("<t:tracked-changes><t:changed-region/></t:tracked-changes>"), "SEC018"),
    "comment of an open document": ("a.odt", opened("<t:p><annotation><t:p>甲</t:p></annotation></t:p>"), "SEC018"),
    "hidden in an open document": ("a.odt", opened('<t:section t:display="none"><t:p>甲</t:p></t:section>'), "SEC018"),
    "script of an open document": ("a.odt", opened("<event-listener/>"), "SEC016"),
    "macro of an open document": ("a.odt", opened("", **{"Basic/Standard/script-lb": "<a/>"}), "SEC016"),
    "picture of an open document": ("a.odt", opened('<image x:href="https://example.invalid/a.png"/>'), "SEC016"),
    "link of an open document": ("a.odt", opened('<t:p><t:a x:href="https://example.invalid/">甲</t:a></t:p>'), ""),
    "link of an open document to a file": ("a.odt", opened('<t:a x:href="file:///c:/a.exe"/>'), "SEC016"),
    "sheet called odt": ("a.odt", book(), "SEC017"),
    "number in a national document": ("a.ofd", lambda: zipped({"OFD.xml": "<a/>", "Doc_0/Pages/Page_0/Content.xml": f"<a><TextCode>{IDENTITY}</TextCode></a>"}), "SEC001"),  # noqa: E501
    "digit by digit in a national document": ("a.ofd", lambda: zipped({"OFD.xml": "<a/>", "Doc_0/a.xml": "<a>" + "".join(f"<TextCode>{c}</TextCode>" for c in PHONE) + "</a>"}), "SEC002"),  # noqa: E501
    "phone cut in a national document": ("a.ofd", lambda: zipped({"OFD.xml": "<a/>", "Doc_0/a.xml": f"<a><TextObject><TextCode>{PHONE[:5]}</TextCode><TextCode>{PHONE[5:]}</TextCode></TextObject></a>"}), "SEC002"),  # noqa: E501
    "author of a national document": ("a.ofd", lambda: zipped({"OFD.xml": "<a><Author>甲</Author></a>"}), "SEC018"),
}  # fmt: skip
