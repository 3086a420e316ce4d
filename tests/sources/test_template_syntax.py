from __future__ import annotations

import pytest

from documents import read
from handbook.model.template import Blank, Cell, Field, Grid, Inline, Paragraph, Signature, Template, Text

FRONT = "---\nkind: template\ntitle: 表\ncode: XF-W01\nversion: 1\nlayout: 公文\nfields: {fields}\n---\n"


def sheet(body: str, fields: str = "{}") -> Template:
    """A template whose wording begins on line 9."""
    return read(FRONT.format(fields=fields) + body)


def words(inlines: tuple[Inline, ...]) -> str:
    return "".join(
        item.text if isinstance(item, Text) else f"[{item.field}]" if isinstance(item, Blank) else "<签名>"
        for item in inlines
    )


def paragraphs(body: str) -> list[tuple[str, str]]:
    return [(block.style, words(block.inlines)) for block in sheet(body).blocks if isinstance(block, Paragraph)]


def faults(body: str) -> list[tuple[str, int, int, str]]:
    return [(f.kind, f.span.line, f.span.column, f.message) for f in sheet(body).faults]


def grid(*rows: str, widths: str = "56 50 50") -> Grid:
    found = sheet("\n".join((f"::: 表格 {widths}", *rows, ":::"))).blocks[0]
    assert isinstance(found, Grid)
    return found


def areas(cells: tuple[Cell, ...]) -> list[tuple[str, int, int, int, int]]:
    return [(words(cell.inlines), cell.row, cell.column, cell.rows, cell.columns) for cell in cells]


def test_headings_become_title_and_levels() -> None:
    assert paragraphs("# 标题\n## 一\n### 二\n#### 三\n##### 四\n正文") == [
        ("title", "标题"),
        ("heading1", "一"),
        ("heading2", "二"),
        ("heading3", "三"),
        ("heading4", "四"),
        ("body", "正文"),
    ]


def test_a_marker_gives_its_paragraph_a_style_and_begins_a_new_one() -> None:
    body = "{右}甲\n{居中} 乙\n{顶格}丙\n{署名}丁\n{日期}戊\n{附件}己\n{问}庚\n{答}辛\n续行"

    assert paragraphs(body) == [
        ("right", "甲"),
        ("centred", "乙"),
        ("flush", "丙"),
        ("signatory", "丁"),
        ("dated", "戊"),
        ("attachment", "己"),
        ("question", "庚"),
        ("answer", "辛续行"),
    ]


def test_lines_of_a_paragraph_are_joined_without_a_space_between_hanzi() -> None:
    assert paragraphs("第一行\n  第二行\n\nab\ncd\n{{甲}}\n乙") == [("body", "第一行第二行"), ("body", "ab cd[甲]乙")]


def test_a_signing_line_ends_with_a_signature_once() -> None:
    assert paragraphs("{签}谈话人\n{签}记录人【签名】") == [("signing", "谈话人<签名>"), ("signing", "记录人<签名>")]


def test_space_around_a_signature_and_inside_of_braces_is_not_wording() -> None:
    assert paragraphs("同意 【签名】 \n\n{{ 甲 }} 和 {{　乙　}}") == [("body", "同意<签名>"), ("body", "[甲] 和 [乙]")]


def test_comments_are_dropped_and_columns_stay_right() -> None:
    template = sheet("甲<!-- {{旧}} -->乙{{丙}}<!-- 跨\n行 {{旧}} -->丁\n\n<!-- 整行 -->\n戊\n<!-- 注 -->\n己")

    assert [words(block.inlines) for block in template.blocks if isinstance(block, Paragraph)] == ["甲乙[丙]丁", "戊己"]
    assert [(b.field, b.span.line, b.span.column) for b in template.blanks()] == [("丙", 9, 17)]
    assert template.faults == ()


def test_every_blank_knows_its_place() -> None:
    template = sheet("  甲{{乙}}\n{右}  {{丙}}\n::: 表格 56 100\n| 丁 |  戊{{己}} |\n:::\n## {{庚}}")

    assert [(b.field, b.span.line, b.span.column) for b in template.blanks()] == [
        ("乙", 9, 4),
        ("丙", 10, 6),
        ("己", 12, 9),
        ("庚", 14, 4),
    ]


def test_cells_are_joined_to_the_left_and_upwards() -> None:
    joined = grid("| 甲 | ← | 乙 |", "| ↑ | ↑ | {{丙}} |", "| 丁 | < | ← |", "| 戊 | 己 | 庚 |", "| ^ | 辛 | 壬 |")

    assert areas(joined.cells) == [
        ("甲", 0, 0, 2, 2),
        ("乙", 0, 2, 1, 1),
        ("[丙]", 1, 2, 1, 1),
        ("丁", 2, 0, 1, 3),
        ("戊", 3, 0, 2, 1),
        ("己", 3, 1, 1, 1),
        ("庚", 3, 2, 1, 1),
        ("辛", 4, 1, 1, 1),
        ("壬", 4, 2, 1, 1),
    ]


def test_rows_have_heights_and_may_repeat() -> None:
    made = grid("| 甲 @20 | 乙 @30.5 | 丙 |", "|* 丁 | 戊 | @12 |", "| 子@9 | | |")

    assert made.widths == (56, 50, 50)
    assert made.heights == (30.5, 12, None)
    assert made.repeats == {1}
    assert [words(cell.inlines) for cell in made.cells] == ["甲", "乙", "丙", "丁", "戊", "", "子@9", "", ""]


def test_a_cell_may_hold_a_bar_and_a_signature() -> None:
    made = grid("| 甲 \\| 乙 | 同意 【签名】 | |")

    assert [words(cell.inlines) for cell in made.cells] == ["甲 | 乙", "同意<签名>", ""]
    assert [cell.is_label for cell in made.cells] == [True, False, False]
    assert isinstance(made.cells[1].inlines[1], Signature)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("甲{{乙", [("unclosed", 9, 2, "“{{乙”没有用“}}”收尾")]),
        ("甲{{乙}丙", [("unclosed", 9, 2, "“{{乙”没有用“}}”收尾")]),
        ("{{甲{{乙}}", [("unclosed", 9, 1, "“{{甲”没有用“}}”收尾")]),
        ("甲}}", [("unclosed", 9, 2, "“}}”前面没有“{{”")]),
        ("甲{乙", [("unclosed", 9, 2, "只有一个“{”")]),
        ("｛｛甲｝｝", [("unclosed", 9, 1, "“｛｛”是中文花括号"), ("unclosed", 9, 4, "“｝｝”是中文花括号")]),
        ("甲{{ }}", [("unclosed", 9, 2, "“{{}}”里没有字段名")]),
        ("{右边}甲", [("style", 9, 1, "没有“{右边}”这种样式")]),
        ("{右 甲", [("style", 9, 1, "“{右”的花括号没有收尾")]),
        ("##甲", [("style", 9, 1, "“##”后面少一个空格")]),
        ("###### 甲", [("style", 9, 1, "“######”层次太深，最多到“#####”（1）")]),
        ("::: 表格 56 90\n| 甲 | 乙 |\n:::", [("grid", 9, 8, "列宽合计 146 毫米，版心宽 156 毫米")]),
        ("::: 表格 56 宽\n| 甲 | 乙 |\n:::", [("grid", 9, 11, "列宽“宽”不是毫米数")]),
        ("::: 表格 56 100\n| 甲 |\n:::", [("grid", 10, 1, "这一行有 1 格，表格有 2 列")]),
        ("::: 表格 56 100\n| 甲 | 乙\n:::", [("grid", 10, 7, "这一行的末尾少“|”")]),
        ("::: 表格 56 100\n| ← | 乙 |\n:::", [("grid", 10, 3, "第一格左边没有格，不能写“←”")]),
        ("::: 表格 56 100\n| 甲 | ↑ |\n:::", [("grid", 10, 7, "第一行上面没有行，不能写“↑”")]),
        (
            "::: 表格 56 100\n| 甲 | 乙 |\n| ↑ | ← |\n:::",
            [("grid", 10, 3, "“←”“↑”合并出来的不是一个长方形")],
        ),
        ("::: 表格 56 100\n| 甲 @高 | 乙 |\n:::", [("grid", 10, 5, "行高“@高”不对")]),
        ("::: 表格 56 100\n| 甲 | 乙 |\n\n# 尾", [("grid", 9, 1, "表格没有用“:::”收尾")]),
        ("::: 表格 156\n:::", [("grid", 9, 1, "表格里没有一行")]),
        ("::: 表格 156\n甲\n| 乙 |\n:::", [("grid", 10, 1, "表格里的这一行不以“|”开头：“甲”")]),
        ("| 甲 |\n| 乙 |", [("grid", 9, 1, "表格的行不在“::: 表格”和“:::”之间")]),
        (":::", [("grid", 9, 1, "“:::”前面没有开始的表格")]),
        ("::: 提示", [("grid", 9, 1, "看不懂“::: 提示”")]),
    ],
)
def test_a_fault_is_told_at_its_place(body: str, expected: list[tuple[str, int, int, str]]) -> None:
    assert faults(body) == expected


def test_an_area_that_is_no_rectangle_falls_back_to_single_cells() -> None:
    made = grid("| 甲 | 乙 |", "| ↑ | ← |", widths="56 100")

    assert areas(made.cells) == [("甲", 0, 0, 1, 1), ("", 1, 0, 1, 1), ("", 1, 1, 1, 1), ("乙", 0, 1, 1, 1)]


def test_a_grid_without_widths_divides_the_text_equally() -> None:
    found = sheet("::: 表格\n| 甲 | 乙 |\n:::").blocks[0]

    assert isinstance(found, Grid)
    assert found.widths == (78, 78)


def test_a_definition_is_read_with_the_places_of_its_keys() -> None:
    template = sheet("", "{ 日 : {类型: 单选, 必填: 是, 选项: [甲, 乙], 示例: 甲, 说明: 选, 最多字数: 5}}")
    found = template.field("日")

    assert isinstance(found, Field)
    assert (found.type, found.required, found.options, found.example, found.note, found.max_length) == (
        ("单选", True, ("甲", "乙"), "甲", "选", 5)
    )
    assert (found.span.line, found.span.column) == (7, 11)
    assert (found.span_of("类型").line, found.span_of("类型").column) == (7, 20)
    assert found.span_of("没有") == found.span


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ("{日: 日期}", "字段“日”没有写成花括号里的一组"),
        ("{日: {必填: 否}}", "字段“日”没有写类型"),
        ("{日: {类型: 日期, 必添: 是}}", "字段“日”有不认识的项“必添”"),
        ("{日: {类型: 日期, 必填: 对}}", "“必填: 对”不对"),
        ("{日: {类型: 日期, 必填: }}", "“必填: ”不对"),
        ("{日: {类型: [日期]}}", "“类型”要写成一段文字，这里是一组内容"),
        ("{日: {类型: 单选, 选项: 甲}}", "“选项”不是一列文字"),
        ("{日: {类型: 文字, 最多字数: 0}}", "“最多字数: 0”不对"),
        ('{"日}": {类型: 文字}}', "字段名“日}”里有“}”，正文里没法引用"),
        ('{"": {类型: 文字}}', "有一个字段没有名字"),
        ("{" + "长" * 65 + ": {类型: 文字}}", "字段名有 65 个字，Word 控件的标记最多 64 个"),
    ],
)
def test_a_bad_definition_is_told(fields: str, message: str) -> None:
    assert message in [fault.message for fault in sheet("", fields).faults if fault.kind == "definition"]


def test_an_empty_body_and_absent_fields_are_no_faults() -> None:
    template = read("---\nkind: template\n---\n")

    assert (template.blocks, template.fields, template.faults) == ((), (), ())


@pytest.mark.parametrize("fields", ["文字", "[甲, 乙]", ""])
def test_fields_of_another_shape_are_left_to_the_schema(fields: str) -> None:
    template = sheet("甲", fields)

    assert (template.fields, template.faults) == ((), ())
