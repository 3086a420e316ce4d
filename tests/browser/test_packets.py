"""The documents of one event are filled in together, and come as one .zip."""

import io
import zipfile

import pytest
from playwright.sync_api import Download, Page, expect

from browser.filling import OPEN, STATUS, content, example_facts, facts_file, printed, written
from handbook.model.handbook import Handbook
from handbook.model.template import Template
from handbook.renderers.packets import union

pytestmark = pytest.mark.browser

SEND = "下载填好的整套文书"
DRAFT = "先这样下载，没填的留空"


def test_every_packet_gives_every_document_with_the_facts_of_all(page: Page, base_url: str, handbook: Handbook) -> None:
    faults = []
    for packet in handbook.registers.packets.values():
        templates = [handbook.templates[code] for code, _ in packet.codes]
        facts = answers(templates)
        page.goto(f"{base_url}/{handbook.pages[packet.src].url}", wait_until="domcontentloaded")
        form = page.locator(".hb-fill")
        form.get_by_role("button", name=OPEN).click()
        file = facts_file(templates[0], facts).encode()
        form.locator(".hb-fill__file").set_input_files({"name": "x.json", "mimeType": "", "buffer": file})
        expect(form.locator(STATUS)).to_contain_text("读入了")
        with page.expect_download() as waiting:
            form.get_by_role("button", name=SEND).click()
            if form.locator(".hb-fill__summary").is_visible():  # bounds between examples of several documents
                form.get_by_role("button", name=DRAFT).click()
        documents = unpacked(waiting.value)
        assert [name.split(" ")[0] for name in documents] == [str(n) for n in range(1, len(templates) + 1)]
        for template, document in zip(templates, documents.values(), strict=True):
            own = {
                field.name: facts.get(f"{field.name}（{template.title}）", facts.get(field.name, ""))
                for field in template.fields
            }
            computed = {field.name for field in template.fields if field.computed}
            got = {name: value for name, value in written(document).items() if name not in computed}
            expected = {name: value for name, value in printed(template, own).items() if name not in computed}
            if got != expected:
                faults.append(
                    f"{packet.id} {template.code}: {sorted(set(map(str, got.items())) ^ set(map(str, expected.items())))}"
                )

    assert len(handbook.registers.packets) >= 1
    assert faults == [], "\n".join(faults)


def answers(templates: list[Template]) -> dict[str, object]:
    """An answer to every question of a packet: the examples, of each document its own where it has one."""
    fields, owners = union(templates)
    examples = {template.code: example_facts(template) for template in templates}
    found: dict[str, object] = {}
    for field in fields:
        code, name = owners.get(field.name, ("", field.name))
        own = [examples[code]] if code else list(examples.values())
        found[field.name] = next((facts[name] for facts in own if facts.get(name)), "")
    return {name: value for name, value in found.items() if value}


def unpacked(got: Download) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content(got))) as packet:
        assert packet.testzip() is None
        return {name: packet.read(name) for name in packet.namelist()}
