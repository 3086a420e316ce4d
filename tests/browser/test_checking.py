"""The page for filled documents says what is wrong with each, and sends none anywhere."""

import dataclasses
import io
import zipfile

import pytest
from playwright.sync_api import BrowserContext, FilePayload, Page, expect

from browser.watch import Watch
from handbook.exporters.docx import export
from handbook.model.handbook import Handbook
from handbook.model.template import Paragraph, Template

pytestmark = pytest.mark.browser

PATH = "templates/check.html"
CODE = "XF-W01"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def payload(name: str, content: bytes) -> FilePayload:
    return {"name": name, "mimeType": DOCX, "buffer": content}


def judged(page: Page, *files: FilePayload) -> dict[str, list[str]]:
    """File → what the page says about it, line by line."""
    page.locator(".hb-check__file").set_input_files(list(files))
    results = page.locator(".hb-check__result")
    expect(results.first).to_be_visible()
    return {
        str(result.locator("h2").text_content()): result.locator("p, li").all_text_contents()
        for result in results.all()
    }


@pytest.fixture
def checker(page: Page, base_url: str) -> Page:
    page.goto(f"{base_url}/{PATH}", wait_until="domcontentloaded")
    return page


def sampled(template: Template) -> bytes:
    return export(template, filled=True)


def test_samples_of_all_documents_are_found_right(checker: Page, handbook: Handbook) -> None:
    templates = handbook.templates.values()
    found = judged(checker, *(payload(f"{t.code}.docx", sampled(t)) for t in templates))

    for template in templates:
        what, *rest = found[f"{template.code}.docx"]
        assert what == f"{template.title}（{template.code}），第{template.version}版，是现在的版本"
        faults = [line for line in rest if "身份证号" not in line and not line.startswith("有 1 处")]
        assert faults in ([], ["没有发现问题。固定文字有没有改动，请对照空白文书看一遍。"]), template.code


def test_a_blank_document_lacks_every_required_field(checker: Page, handbook: Handbook) -> None:
    template = handbook.templates[CODE]
    found = judged(checker, payload("空白.docx", export(template)))["空白.docx"]

    assert found[2:] == [f"必填的“{field.name}”没有填" for field in template.fields if field.required]


def test_an_old_version_a_wrong_value_and_a_strange_control_are_told(checker: Page, handbook: Handbook) -> None:
    template = handbook.templates[CODE]
    fields = [
        dataclasses.replace(field, type="文字", example="示镇 x") if field.name == "编号" else field
        for field in template.fields
    ]
    extra = dataclasses.replace(template.fields[-1], name="多出来的")
    blocks = tuple(
        dataclasses.replace(block, inlines=(*block.inlines, dataclasses.replace(block.inlines[-1], field="多出来的")))
        if isinstance(block, Paragraph) and block.style == "right"
        else block
        for block in template.blocks
    )
    old = dataclasses.replace(template, version="0", fields=(*fields, extra), blocks=blocks)
    found = judged(checker, payload("旧.docx", sampled(old)))["旧.docx"]

    assert found[0] == f"检举控告登记表（{CODE}），第0版"
    assert found[2:] == [
        f"{CODE} 是旧的第0版，现在是第{template.version}版；下载第{template.version}版重新填",
        "“编号”填得不对：“示镇 x”不是编号，里面有“ ”，只能用汉字、字母、数字和“-”",
        "模板里没有填写框“多出来的”；删去，或者换成现在的空白文书",
    ]


def test_a_packet_is_checked_document_by_document(checker: Page, handbook: Handbook) -> None:
    packet = io.BytesIO()
    with zipfile.ZipFile(packet, "w") as target:
        for code in (CODE, "XF-W07"):
            target.writestr(f"{code}.docx", sampled(handbook.templates[code]))
    found = judged(checker, {"name": "成套.zip", "mimeType": "application/zip", "buffer": packet.getvalue()})

    assert list(found) == [f"{CODE}.docx", "XF-W07.docx"]


def test_what_is_no_document_is_refused_in_words(checker: Page, handbook: Handbook) -> None:
    whole = sampled(handbook.templates[CODE])
    found = judged(
        checker,
        payload("文字.docx", "不是文书".encode()),
        payload("旧.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)),
        payload("断.docx", whole[: len(whole) // 2]),
        payload("别的.docx", sampled(dataclasses.replace(handbook.templates[CODE], code="XX-1"))),
        payload("空.docx", b""),
    )

    assert found == {
        "文字.docx": ["有 1 处要改：", "不是 Word 文书（.docx）"],
        "旧.doc": ["有 1 处要改：", "是旧的 .doc 格式，或者加了密码"],
        "断.docx": ["有 1 处要改：", "已经损坏，打不开"],
        "别的.docx": ["有 1 处要改：", "没有编号为“XX-1”的文书"],
        "空.docx": ["有 1 处要改：", "不是 Word 文书（.docx）"],
    }


def test_checking_asks_for_nothing(context: BrowserContext, page: Page, base_url: str, handbook: Handbook) -> None:
    watch = Watch(base_url)
    watch.attach(context)
    page.goto(f"{base_url}/{PATH}")
    before = set(watch.requests)
    judged(page, payload("a.docx", sampled(handbook.templates[CODE])))

    assert watch.requests - before <= {"assets/favicon.svg"}  # which browsers fetch when they like
    assert watch.faults == []
