"""A document that is filled in on its page holds what was typed, and what was typed goes nowhere else."""

import gzip
import json
import random
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import pytest
from docx.oxml.ns import qn
from lxml import etree
from playwright.sync_api import Browser, BrowserContext, Page, ViewportSize, expect

from bench.random_facts import random_facts, with_results
from browser.filling import (
    DRAFT,
    OPEN,
    SEND,
    STATUS,
    content,
    download,
    example_facts,
    load,
    open_form,
    parts,
    printed,
    send,
    type_in,
    written,
)
from browser.server import serve
from browser.watch import Watch
from documents import outline, read
from handbook.exporters.blank_script import blank_script
from handbook.exporters.docx import export
from handbook.fields import type_of
from handbook.model.handbook import Handbook
from handbook.model.template import Template

pytestmark = pytest.mark.browser

CODE = "XF-W01"
CANARY = "金丝雀甲某某"
STRICTEST = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:"
KEPT = (
    "async () => JSON.stringify([{...localStorage}, {...sessionStorage}, document.cookie, await indexedDB.databases()])"
)


def test_every_form_filled_with_its_examples_gives_a_document_that_holds_them(
    page: Page, base_url: str, handbook: Handbook
) -> None:
    faults = []
    for template in handbook.templates.values():
        open_form(page, base_url, handbook, template)
        facts = example_facts(template)
        type_in(page, template, facts)
        document = send(page)
        expected = {k: v for k, v in printed(template, facts).items() if k not in computed(template)}
        got = {k: v for k, v in written(document).items() if k not in computed(template)}
        if got != expected:
            faults.append(f"{template.code}: {sorted(set(map(str, got.items())) ^ set(map(str, expected.items())))}")
        if _is_as_exported(template) and outline(document) != outline(export(template, filled=True)):
            faults.append(f"{template.code}: other than the sample")

    assert len(handbook.templates) >= 14
    assert faults == [], "\n".join(faults)


def computed(template: Template) -> set[str]:
    return {field.name for field in template.fields if field.computed}


def _is_as_exported(template: Template) -> bool:
    """True when the sample can be typed: no identity number, whose example is wrong on purpose."""
    fields = [*template.fields, *(column for field in template.fields for column in field.fields)]
    return not any(field.type == "身份证号" or field.computed for field in fields)


def test_a_filled_document_differs_from_its_blank_in_its_controls_only(
    page: Page, http_site: str, handbook: Handbook
) -> None:
    template = handbook.templates[CODE]
    open_form(page, http_site, handbook, template)
    type_in(page, template, example_facts(template))
    blank, filled = parts(export(template)), parts(send(page))

    assert list(filled) == list(blank)
    assert [name for name in blank if blank[name] != filled[name]] == ["word/document.xml"]
    roots = [etree.fromstring(package["word/document.xml"]) for package in (blank, filled)]
    assert filled["word/document.xml"].startswith(b"<?xml")
    for root in roots:
        for control in list(root.iter(qn("w:sdt"))):
            control.getparent().replace(control, etree.Element("control"))
    assert etree.tostring(roots[0], method="c14n") == etree.tostring(roots[1], method="c14n")


def test_no_placeholder_is_left_and_dates_are_kept_for_word(page: Page, http_site: str, handbook: Handbook) -> None:
    template = handbook.templates[CODE]
    open_form(page, http_site, handbook, template)
    type_in(page, template, example_facts(template))
    root = etree.fromstring(parts(send(page))["word/document.xml"])

    assert list(root.iter(qn("w:showingPlcHdr"))) == []
    assert [style for style in root.iter(qn("w:rStyle")) if style.get(qn("w:val")) == "PlaceholderText"] == []
    assert [date.get(qn("w:fullDate")) for date in root.iter(qn("w:date"))] == ["2099-01-05T00:00:00Z"]


def test_prompts_of_what_is_empty_stay_in_a_draft_and_not_on_the_finished_document(
    page: Page, http_site: str, handbook: Handbook
) -> None:
    template = handbook.templates[CODE]
    needed = {field.name for field in template.fields if field.required}
    facts = {name: value for name, value in example_facts(template).items() if name in needed}
    open_form(page, http_site, handbook, template)
    page.get_by_role("button", name=SEND).click()
    draft = parts(send(page, DRAFT))["word/document.xml"]
    type_in(page, template, facts)
    finished = send(page)

    assert len(list(etree.fromstring(draft).iter(qn("w:showingPlcHdr")))) == len(template.fields)
    assert list(etree.fromstring(parts(finished)["word/document.xml"]).iter(qn("w:showingPlcHdr"))) == []
    assert written(finished) == printed(template, facts)


def test_the_file_is_named_after_the_document(page: Page, http_site: str, handbook: Handbook) -> None:
    template = handbook.templates[CODE]
    open_form(page, http_site, handbook, template)
    page.get_by_role("button", name=SEND).click()
    assert download(page, DRAFT).suggested_filename == "检举控告登记表（未填完）.docx"
    type_in(page, template, example_facts(template))

    assert download(page).suggested_filename == "检举控告登记表（已填）.docx"


def test_the_same_answers_give_the_same_bytes(page: Page, base_url: str, handbook: Handbook) -> None:
    template = handbook.templates[CODE]
    documents = set()
    for _ in range(2):
        open_form(page, base_url, handbook, template)
        type_in(page, template, example_facts(template))
        documents.add(send(page))

    assert len(documents) == 1


def test_random_answers_are_read_back_as_they_were_meant(
    page: Page, file_site: str, handbook: Handbook, tmp_path: Path
) -> None:
    dice, faults, count = random.Random(2099), [], 0
    for template in handbook.templates.values():
        open_form(page, file_site, handbook, template)
        for _ in range(-(-100 // len(handbook.templates))):
            facts = random_facts(template, dice)
            load(page, template, facts, tmp_path)
            got, expected = written(_anyhow(page)), printed(template, with_results(template, facts))
            count += 1
            if got != expected:
                faults.append(
                    f"{template.code}: {[(k, expected.get(k), got.get(k)) for k in got | expected if got.get(k) != expected.get(k)]}"
                )

    assert count >= 100
    assert faults == [], "\n".join(faults)


def _anyhow(page: Page) -> bytes:
    """The document, also when the form has something to say: bounds between random dates may not hold."""
    with page.expect_download() as waiting:
        page.evaluate("document.querySelector('.hb-fill__form button[type=submit]').click()")
        if page.locator(".hb-fill__summary").is_visible():
            page.get_by_role("button", name=DRAFT).click()
    return content(waiting.value)


GROUP = """---
kind: template
title: 成员表
code: XF-W99
version: 1
layout: 审批表
fields:
  编号: {类型: 编号, 必填: 是, 示例: 示镇-1}
  成员:
    类型: 重复组
    必填: 是
    最少几行: 2
    每行:
      姓名: {类型: 人名, 必填: 是}
      关系: {类型: 多选, 选项: [父, 母, 其他]}
      生于: {类型: 日期}
      说明: {类型: 多段文字}
  金额: {类型: 金额}
  大写: {类型: 大写金额, 推算: 大写(金额)}
  始: {类型: 日期}
  止: {类型: 日期, 不早于: 始, 必填: 当 始 已填}
---

# 成员表

{右}{{编号}}

::: 表格 30 60 30 36
| 姓名 | 关系 | 生于 | 说明 |
|* {{成员.姓名}} | {{成员.关系}} | {{成员.生于}} | {{成员.说明}} |
| 金额 | {{金额}} | {{大写}} | {{始}}至{{止}} |
:::
"""


@pytest.fixture(scope="module")
def group_template() -> Template:
    return read(GROUP)


@pytest.fixture
def group_page(page: Page, built_site: Path, tmp_path: Path, group_template: Template) -> Page:
    """A page with the form of a document that has rows, computed values and conditions."""
    from handbook.renderers.form import Document, form

    html = form(
        group_template.title, group_template.code, group_template.fields, [Document(group_template, "blank.js")]
    )
    (tmp_path / "page.html").write_text(
        f'<!doctype html><html lang="zh"><meta charset="utf-8"><title>x</title><main>{html}</main>'
        f'<script src="{built_site.as_uri()}/assets/dist/fill.js"></script></html>',
        encoding="utf-8",
    )
    (tmp_path / "blank.js").write_text(blank_script(group_template, export(group_template)), encoding="utf-8")
    page.goto((tmp_path / "page.html").as_uri())
    page.get_by_role("button", name=OPEN).click()
    return page


def test_rows_are_added_removed_and_written_with_ids_of_their_own(group_page: Page, group_template: Template) -> None:
    rows = [
        {"姓名": f"甲{chr(0x4E00 + n)}", "关系": "父、其他", "生于": "2090-01-05", "说明": "一\n二<&>𠮷"}
        for n in range(20)
    ]
    facts = {"编号": "示镇-1", "成员": rows, "金额": "12345.6"}
    type_in(group_page, group_template, facts)
    add = group_page.get_by_role("button", name="添加一行")
    expect(add).to_be_disabled()
    group_page.get_by_role("button", name="删除第20行").click()
    expect(group_page.locator(".hb-fill__row")).to_have_count(19)
    document = send(group_page)

    got = written(document)
    assert got.pop("大写") == "壹万贰仟叁佰肆拾伍元陆角整"
    assert got == printed(group_template, facts | {"成员": rows[:19]})
    root = etree.fromstring(parts(document)["word/document.xml"])
    ids = [element.get(qn("w:val")) for element in root.iter(qn("w:id"))]
    assert len(ids) == len(set(ids)) > 19 * 5


def test_rows_can_be_handled_with_the_keyboard(group_page: Page) -> None:
    add = group_page.get_by_role("button", name="添加一行")
    add.focus()
    group_page.keyboard.press("Enter")
    focused = "document.activeElement.closest('.hb-fill__row').getAttribute('aria-label')"
    assert group_page.evaluate(focused) == "成员第3行"
    group_page.get_by_role("button", name="删除第2行").focus()
    group_page.keyboard.press("Space")

    assert group_page.evaluate(focused) == "成员第2行"
    expect(group_page.locator(".hb-fill__row")).to_have_count(2)
    expect(group_page.get_by_role("button", name="删除第1行")).to_be_hidden()


def test_conditions_and_bounds_between_fields_are_checked(group_page: Page, group_template: Template) -> None:
    type_in(
        group_page, group_template, {"编号": "示镇-1", "成员": [{"姓名": "甲"}, {"姓名": "乙"}], "始": "2099-01-05"}
    )
    group_page.get_by_role("button", name=SEND).click()
    summary = group_page.locator(".hb-fill__summary")
    expect(summary.locator("a")).to_have_text(["请填“止”"])
    type_in(group_page, group_template, {"止": "2099-01-04"})
    expect(summary.locator("a")).to_have_text(["“止”不能早于“始”"])
    type_in(group_page, group_template, {"止": "2099-01-05"})
    expect(summary).to_be_hidden()


def test_too_few_rows_are_told(group_page: Page, group_template: Template) -> None:
    type_in(group_page, group_template, {"编号": "示镇-1", "成员": [{"姓名": "甲"}]})
    group_page.get_by_role("button", name=SEND).click()

    expect(group_page.locator(".hb-fill__summary a").first).to_have_text("“成员”至少填 2 行，现在有 1 行")


def test_what_is_missing_or_wrong_is_listed_and_told_at_its_field(
    page: Page, http_site: str, handbook: Handbook
) -> None:
    template = handbook.templates[CODE]
    open_form(page, http_site, handbook, template)
    page.get_by_label("编号").fill("示镇 x")
    page.get_by_role("button", name=SEND).click()

    links = page.locator(".hb-fill__summary a").all_text_contents()
    assert len(links) == sum(field.required for field in template.fields)
    assert links[0] == f"编号：{type_of('编号').check_value(template.fields[0], '示镇 x')}"
    assert links[1] == "请填“接收日期”"
    first = page.locator("#hb-fill-1")
    expect(first).to_be_focused()
    assert first.get_attribute("aria-invalid") == "true"
    described = (first.get_attribute("aria-describedby") or "").split()
    assert "不是编号" in (page.locator(f"#{described[-1]}").text_content() or "")
    address = page.url
    page.locator(".hb-fill__summary a").nth(2).click()
    expect(page.locator("#hb-fill-3")).to_be_focused()
    assert page.url == address
    page.locator("#hb-fill-3").select_option("来信")
    expect(page.locator(".hb-fill__summary a")).to_have_count(len(links) - 1)


def test_a_wrong_value_is_told_when_its_field_is_left_and_a_slip_is_mended(
    page: Page, http_site: str, handbook: Handbook
) -> None:
    template = handbook.templates["XF-W07"]
    open_form(page, http_site, handbook, template)
    field = page.locator("[data-field='文号']")
    field.locator("input").fill("示镇纪第1号")
    field.locator("input").blur()
    expect(field.locator(".hb-fill__error")).to_contain_text("不是文号")
    field.locator("input").fill(" 示镇纪[２０99]1号")
    field.locator("input").blur()

    expect(field.locator("input")).to_have_value("示镇纪〔2099〕1号")
    expect(field.locator(".hb-fill__error")).to_be_hidden()


def test_facts_are_saved_to_a_file_and_read_again_with_what_the_form_does_not_know(
    page: Page, base_url: str, handbook: Handbook, tmp_path: Path
) -> None:
    template = handbook.templates[CODE]
    open_form(page, base_url, handbook, template)
    load(
        page,
        template,
        example_facts(template) | {"别处的事实": "乙", "__proto__": "丙", "登记人": ["不是文字"]},
        tmp_path,
    )
    expect(page.locator(STATUS)).to_contain_text("别处的事实、__proto__")
    expect(page.locator(STATUS)).to_contain_text("没有读入的项：登记人")
    saved = json.loads(content(download(page, "保存到文件")).decode())

    assert saved["格式"] == "文书事实"
    assert saved["文书"] == [{"文书编号": CODE, "文书版本": template.version, "字段指纹": template.fingerprint}]
    expected = {name: value for name, value in example_facts(template).items() if value and name != "登记人"}
    assert saved["事实"] == expected | {"别处的事实": "乙", "__proto__": "丙"}


@pytest.mark.parametrize(
    "text", ["", "{", "[]", "null", '{"格式": "别的"}', '{"格式": "文书事实", "格式版本": 9, "事实": {}}']
)
def test_another_file_is_refused_in_words(
    page: Page, file_site: str, handbook: Handbook, tmp_path: Path, text: str
) -> None:
    open_form(page, file_site, handbook, handbook.templates[CODE])
    (tmp_path / "x.json").write_text(text, encoding="utf-8")
    page.locator(".hb-fill__file").set_input_files(tmp_path / "x.json")

    expect(page.locator(STATUS)).to_contain_text("没有读入")


def test_clearing_asks_first_and_empties_everything(page: Page, http_site: str, handbook: Handbook) -> None:
    open_form(page, http_site, handbook, handbook.templates[CODE])
    page.get_by_label("登记人").fill(CANARY)
    page.once("dialog", lambda dialog: dialog.dismiss())
    page.get_by_role("button", name="清空", exact=True).click()
    expect(page.get_by_label("登记人")).to_have_value(CANARY)
    page.once("dialog", lambda dialog: dialog.accept())
    page.get_by_role("button", name="清空", exact=True).click()

    expect(page.get_by_label("登记人")).to_have_value("")


def test_leaving_with_unsaved_answers_asks_first(page: Page, http_site: str, handbook: Handbook) -> None:
    open_form(page, http_site, handbook, handbook.templates[CODE])
    page.get_by_label("登记人").fill(CANARY)
    asked = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    page.goto(f"{http_site}/index.html")

    assert asked == ["beforeunload"]
    page.go_back()
    expect(page.locator(".hb-fill__form input").first).to_have_value("")


@pytest.fixture(scope="module")
def strictest_site(built_site: Path) -> Iterator[str]:
    with serve(built_site, {"Content-Security-Policy": STRICTEST}) as address:
        yield address


@pytest.mark.parametrize("site", ["strictest_site", "file_site"])
def test_nothing_that_is_typed_leaves_the_page_or_is_kept(
    context: BrowserContext,
    page: Page,
    handbook: Handbook,
    tmp_path: Path,
    request: pytest.FixtureRequest,
    site: str,
) -> None:
    address = request.getfixturevalue(site)
    watch = Watch(address)
    watch.attach(context)
    template = handbook.templates[CODE]
    open_form(page, address, handbook, template)
    place, kept = page.url, page.evaluate(KEPT)
    page.wait_for_function("window.hbBlanks")
    before = set(watch.requests)
    facts = example_facts(template) | {"登记人": CANARY}
    type_in(page, template, facts)
    assert CANARY in written(send(page)).values()
    download(page, "保存到文件")
    load(page, template, facts, tmp_path)

    assert watch.requests - before <= {"assets/favicon.svg"}  # which browsers fetch when they like
    assert page.url == place
    assert page.evaluate(KEPT) == kept
    ours = [fault for fault in watch.faults if "search" not in fault and not fault.endswith("Network error")]
    assert ours == [], "\n".join(ours)  # the search asks for its index, which this policy forbids


def test_without_scripts_the_page_says_so_and_offers_the_blank(
    built_site: Path, browser: Browser, handbook: Handbook
) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(f"{built_site.as_uri()}/{handbook.pages[handbook.templates[CODE].src].url}")

        expect(page.locator(".hb-fill")).to_have_text("在线填写要打开脚本；可以下载空白文书填写。", use_inner_text=True)
        expect(page.locator(".hb-fill__form")).to_be_hidden()


def test_print_leaves_the_form_out(page: Page, http_site: str, handbook: Handbook) -> None:
    open_form(page, http_site, handbook, handbook.templates[CODE])
    page.emulate_media(media="print")

    expect(page.locator(".hb-fill")).to_be_hidden()


AXE = """async () => (await axe.run(document, {resultTypes: ["violations"]})).violations.flatMap(rule =>
    rule.nodes.map(node => `${rule.id} ${node.target.join(" ")}`))"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_an_open_form_with_errors(
    browser: Browser, http_site: str, handbook: Handbook, repo_root: Path, scheme: Literal["light", "dark"]
) -> None:
    axe = (repo_root / "node_modules/axe-core/axe.min.js").read_text(encoding="utf-8")
    view: ViewportSize = {"width": 320, "height": 640}
    with browser.new_context(viewport=view, color_scheme=scheme, reduced_motion="reduce") as context:
        page = context.new_page()
        open_form(page, http_site, handbook, handbook.templates[CODE])
        page.get_by_role("button", name=SEND).click()
        page.evaluate(axe)

        assert page.evaluate(AXE) == []
        assert page.evaluate("document.scrollingElement.scrollWidth <= innerWidth")


def test_the_script_for_filling_is_small(built_site: Path) -> None:
    script = (built_site / "assets/dist/fill.js").read_bytes()

    assert len(gzip.compress(script, 9)) <= 15 * 1024
    assert b"eval(" not in script
    assert b"Function(" not in script
