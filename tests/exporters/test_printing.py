"""Every blank and every sample on paper: LibreOffice prints, and what stands where is measured."""

import io
import re
from collections import Counter
from collections.abc import Iterator

import docx
import pytest
from docx.oxml.ns import qn

from documents import read
from handbook.exporters.docx import export
from handbook.model.handbook import Handbook
from handbook.model.template import Paragraph
from handbook.rules.paper import form_height
from printing import Line, print_all

FULL = (
    "---\nkind: template\ntitle: 示例报告\ncode: XF-W99\nversion: 1\nlayout: 公文\nfields: {}\n---\n\n"
    f"# 示例报告\n\n{'示例文字' * 700}\n"
)
# The room for text: left, top, right, bottom.
AREAS = {"公文": (28, 37, 184, 262), "审批表": (27, 25, 183, 277), "笔录": (28, 30, 184, 267)}

HANGING = "，。、；：？！）”》"  # may stand beyond the right edge, where LibreOffice 7.4 leaves some of them out

Pages = list[list[Line]]


@pytest.fixture(scope="module")
def contents(handbook: Handbook) -> dict[str, tuple[str, bytes]]:
    """Layout and bytes of every document by its name."""
    named = {"full": ("公文", export(read(FULL)))}
    for template in handbook.all_templates:
        for filled in (False, True):
            named[f"{template.code}{'-sample' if filled else ''}"] = (template.layout, export(template, filled=filled))
    for one in handbook.case_documents:  # tables of contents may go on to a second page
        layout = f"{one.template.layout}{'（目录）' if one.contents else ''}" if one.template else ""
        named[f"case-{one.id}"] = (layout, export(one.template, filled=True)) if one.template else ("", b"")
    return named


@pytest.fixture(scope="module")
def printed(contents: dict[str, tuple[str, bytes]], tmp_path_factory: pytest.TempPathFactory) -> dict[str, Pages]:
    return print_all({name: content for name, (_, content) in contents.items()}, tmp_path_factory.mktemp("print"))


@pytest.fixture
def of_layout(contents: dict[str, tuple[str, bytes]], printed: dict[str, Pages]) -> dict[str, dict[str, Pages]]:
    return {
        wanted: {name: printed[name] for name, (layout, _) in contents.items() if layout == wanted} for wanted in AREAS
    }


def letters(text: str) -> Counter[str]:
    return Counter(re.sub(r"\s", "", text))


def words_of(content: bytes) -> str:
    return "".join(text.text for text in docx.Document(io.BytesIO(content)).element.iter(qn("w:t")))


def test_no_text_is_lost(contents: dict[str, tuple[str, bytes]], printed: dict[str, Pages]) -> None:
    for name, (_, content) in contents.items():
        shown = letters("".join(line.text for page in printed[name] for line in page))
        lost = letters(words_of(content)) - shown
        assert lost.keys() <= set(HANGING), (name, lost)


def test_the_case_counts_the_pages_of_its_documents_as_they_print(
    handbook: Handbook, printed: dict[str, Pages]
) -> None:
    wrong = {
        one.id: (one.pages, len(printed[f"case-{one.id}"]))
        for one in handbook.case_documents
        if one.pages != len(printed[f"case-{one.id}"])
    }

    assert wrong == {}


def test_a_form_is_one_page(of_layout: dict[str, dict[str, Pages]]) -> None:
    assert {name: len(pages) for name, pages in of_layout["审批表"].items() if len(pages) != 1} == {}


@pytest.mark.parametrize("layout", AREAS)
def test_text_stays_inside_the_margins(layout: str, of_layout: dict[str, dict[str, Pages]]) -> None:
    left, top, right, bottom = AREAS[layout]
    for name, pages in of_layout[layout].items():
        for line in (line for page in pages for line in page if line.top < bottom):
            over = 6 if line.text[-1] in HANGING else 0.3
            assert left - 0.3 <= line.left < line.right <= right + over, (name, line)
            assert top - 0.3 <= line.top < line.bottom <= bottom + 0.3, (name, line)


def test_the_height_of_a_form_is_what_the_rule_reckons(handbook: Handbook, printed: dict[str, Pages]) -> None:
    for template in (template for template in handbook.all_templates if template.layout == "审批表"):
        lines = printed[f"{template.code}-sample"][0]
        is_last = isinstance(template.blocks[-1], Paragraph)
        assert form_height(template) == pytest.approx(lines[-1].bottom - 25, abs=6 if is_last else 16), template.code


def test_a_letter_has_22_lines_of_28_characters(printed: dict[str, Pages]) -> None:
    title, first, *others = (line for line in printed["full"][0] if line.top < 262)
    second = [line for line in printed["full"][1] if line.top < 262]

    assert title.text == "示例报告"
    assert (len(first.text), round(first.left)) == (26, 39)
    assert {len(line.text) for line in [*others, *second]} == {28}
    assert len(second) == 22


def test_page_numbers_stand_7_mm_below_the_text_and_outside(printed: dict[str, Pages]) -> None:
    odd, even = (page[-1] for page in printed["full"][:2])

    assert (odd.text, even.text) == ("—1—", "—2—")
    assert odd.middle == pytest.approx(262 + 7 + 1.5, abs=1.5)
    assert odd.right == pytest.approx(184 - 14 / 72 * 25.4, abs=1)
    assert even.left == pytest.approx(28 + 14 / 72 * 25.4, abs=1)


def test_every_page_of_a_record_is_signed_and_counted(of_layout: dict[str, dict[str, Pages]]) -> None:
    for name, pages in of_layout["笔录"].items():
        for number, page in enumerate(pages, 1):
            foot = "".join(line.text for line in page if line.top > 267)
            assert foot == f"签名（捺印）：第{number}页共{len(pages)}页", name


def test_the_page_of_the_signatures_has_text_too(of_layout: dict[str, dict[str, Pages]]) -> None:
    for name, pages in (item for layout in ("公文", "笔录") for item in of_layout[layout].items()):
        for page in pages[1:]:
            above = next(page_text(page))
            assert not re.search("签名：|纪律检查委员会$|^发文单位", above), (name, above)


def page_text(page: list[Line]) -> Iterator[str]:
    return (line.text for line in page)


def test_signature_unit_and_date_are_centred_on_one_axis(printed: dict[str, Pages]) -> None:
    lines = [line for page in printed["XF-W12-sample"] for line in page]
    at = next(index for index, line in enumerate(lines) if line.text == "中共示例镇纪律检查委员会")
    unit, date = lines[at], lines[at + 1]

    assert date.text == "2099年1月5日"
    assert (unit.left + unit.right) / 2 == pytest.approx((date.left + date.right) / 2, abs=1)
    assert date.right == pytest.approx(184 - 4 * 5.5, abs=3)  # four characters from the edge (7.3.5.1)
