"""What filling in documents costs in the reader's browser, and whether every field comes out as it was meant.

The forms of the built site fill in documents with random facts; the reader of `handbook verify` reads them back.
"""

import base64
import datetime as dt
import gzip
import json
import random
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from math import floor
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

from chromium import launched
from project import ROOT
from random_facts import Facts, random_facts, with_results

from handbook.documents.files import Source
from handbook.documents.filled import Filled, read, value_of
from handbook.exporters.blank_script import blank_script
from handbook.exporters.docx import export
from handbook.fields import Control, type_of
from handbook.model.handbook import Handbook
from handbook.model.template import Field, Template
from handbook.renderers.form import Document, form
from handbook.settings import read_settings
from handbook.sources import load

if TYPE_CHECKING:
    from playwright.sync_api import Browser

FILLS = 500
SEED = 2099
MOST_ROWS = 20
GOAL = 15 * 1024
TOLD = 10
HEAD = ("filling in", "bytes", "gzip", "")
# Reads each file of facts into the form, sends the form, and keeps what would have been downloaded.
FILL = """async files => {
    const part = selector => document.querySelector(`.hb-fill ${selector}`);
    const status = part(".hb-fill__status");
    const soon = start => new Promise((resolve, reject) => {
        setTimeout(() => reject(new Error(status.textContent)), 20000);
        start(resolve);
    });
    HTMLAnchorElement.prototype.click = () => {};
    part("[data-action=open]").click();
    const made = [];
    for (const text of files) {
        const start = performance.now();
        await soon(done => {
            new MutationObserver((_, observer) => {
                if (!status.textContent.startsWith("读入了")) return;
                observer.disconnect();
                done();
            }).observe(status, {childList: true});
            const chosen = new DataTransfer();
            chosen.items.add(new File([text], "facts.json"));
            part(".hb-fill__file").files = chosen.files;
            part(".hb-fill__file").dispatchEvent(new Event("change", {bubbles: true}));
        });
        const document = await soon(done => {
            URL.createObjectURL = blob => { done(blob); return "#"; };
            part("form").requestSubmit();
            part("[data-action=draft]")?.click();
        });
        const ms = performance.now() - start;
        const bytes = new Uint8Array(await document.arrayBuffer());
        made.push([ms, btoa(Array.from(bytes, byte => String.fromCharCode(byte)).join(""))]);
    }
    return made;
}"""


@dataclass(frozen=True, slots=True)
class Form:
    """A page with the form of a document, and the facts that are filled in."""

    template: Template
    address: str
    facts: list[Facts]


@dataclass(slots=True)
class Tally:
    """What came of the fills: their times in ms, how many fields there were, and which were wrong.

    The first fill on a page fetches the blank document, too; the times of these stand apart.
    """

    first_times: list[float]
    times: list[float]
    fields: int
    wrong: list[str]


def measure(site: Path, folder: Path) -> tuple[list[tuple[str, ...]], bool]:
    """Fill in the forms of a site.

    Args:
        site: our own docs, built.
        folder: for the pages of forms that the site has not.

    Returns:
        The rows of the table, and whether every field came out as it was meant (also when no browser could tell).
    """
    handbook = load(ROOT, today=dt.datetime.now(tz=dt.UTC).date(), settings=read_settings(ROOT))
    table = [HEAD, *_sizes(site, handbook)]
    with launched("fills") as browser:
        if browser is None:
            return table, True
        tally = _fill_all(browser, handbook, _forms(site, folder, handbook))
    for wrong in tally.wrong[:TOLD]:
        print(f"fills: {wrong}", file=sys.stderr)
    return [*table, *_results(tally)], not tally.wrong


def _results(tally: Tally) -> Iterator[tuple[str, ...]]:
    yield "fills per second in Chromium", "", "", f"{1000 * len(tally.times) / sum(tally.times):.0f}"
    yield "ms a fill, median", "", "", f"{median(tally.times):.1f}"
    yield "ms the first on a page, median", "", "", f"{median(tally.first_times):.0f}"
    right = tally.fields - len(tally.wrong)
    asked = f"{FILLS} random fills: fields read back as meant"
    yield asked, "", "", f"{right:,} of {tally.fields:,} = {floor(10_000 * right / tally.fields) / 100:.2f} %"


def _sizes(site: Path, handbook: Handbook) -> Iterator[tuple[str, ...]]:
    script = (site / "assets/dist/fill.js").read_bytes()
    yield _size("script, once", [script], f"goal: {GOAL:,} with gzip")
    blanks = [blank_script(template, export(template)).encode() for template in handbook.templates.values()]
    yield _size("blank document, median", blanks, "once for each document")


def _size(name: str, contents: Sequence[bytes], note: str) -> tuple[str, ...]:
    packed = median(len(gzip.compress(content, 9)) for content in contents)
    return name, f"{median(map(len, contents)):,.0f}", f"{packed:,.0f}", note


def _forms(site: Path, folder: Path, handbook: Handbook) -> list[Form]:
    """Every form of the site, those with rows once more with many rows; all of them share the fills."""
    templates = handbook.templates.values()
    found = [Form(template, f"{site.as_uri()}/{handbook.pages[template.src].url}", []) for template in templates]
    for template in templates:
        if any(field.fields for field in template.fields):
            fields = tuple(replace(field, most_rows=MOST_ROWS) if field.fields else field for field in template.fields)
            many = replace(template, fields=fields)
            found.append(Form(many, _page(site, folder, many), []))
    dice = random.Random(SEED)
    for number in range(FILLS):
        one = found[number % len(found)]
        one.facts.append(random_facts(one.template, dice))
    return found


def _page(site: Path, folder: Path, template: Template) -> str:
    """The address of a page with the form of a template and nothing else."""
    blank = f"{template.code}.js"
    (folder / blank).write_text(blank_script(template, export(template)), encoding="utf-8")
    html = form(template.title, template.code, template.fields, [Document(template, blank)])
    script = f'<script src="{site.as_uri()}/assets/dist/fill.js"></script>'
    page = folder / f"{template.code}.html"
    page.write_text(f'<!doctype html><html lang="zh"><meta charset="utf-8">{html}{script}</html>', encoding="utf-8")
    return page.as_uri()


def _fill_all(browser: "Browser", handbook: Handbook, forms: Sequence[Form]) -> Tally:
    page, tally, blank = browser.new_page(), Tally([], [], 0, []), cache(export)
    for one in forms:
        page.goto(one.address)
        files = [_facts_file(one.template, facts) for facts in one.facts]
        made = page.evaluate(FILL, files)
        tally.first_times += [ms for ms, _ in made[:1]]
        tally.times += [ms for ms, _ in made[1:]]
        for facts, (_, content) in zip(one.facts, made, strict=True):
            name = one.template.code
            document = read(Source(f"{name}.docx", "", base64.b64decode(content)), handbook, blank)
            meant, shown = _meant(one.template, facts), _shown(document, one.template)
            tally.fields += len(meant.keys() | shown.keys())
            tally.wrong += [
                f"{document.fault or name} {at}: {meant.get(at)!a} came out as {shown.get(at)!a}"
                for at in meant.keys() | shown.keys()
                if {meant.get(at)} != shown.get(at)
            ]
    return tally


def _facts_file(template: Template, facts: Facts) -> str:
    """What 保存到文件 writes; json escapes the halves of pairs, which no file could hold."""
    return json.dumps({"格式": "文书事实", "格式版本": 1, "编号": template.code, "文书": [], "事实": facts})


def _meant(template: Template, facts: Facts) -> dict[str, str]:
    """The value of each field, of groups that of each cell, as a document keeps it."""
    found: dict[str, str] = {}
    all_facts = with_results(template, facts)
    for field in template.fields:
        rows = all_facts.get(field.name, []) if field.fields else []
        for number, row in enumerate(rows, 1):
            found |= {_cell(field, column, number): _kept(column, row[column.name]) for column in field.fields}
        if not field.fields:
            found[field.name] = _kept(field, all_facts[field.name])
    return found


def _shown(document: Filled, template: Template) -> dict[str, set[str]]:
    """What the controls of each field show; they should agree."""
    found: dict[str, set[str]] = {}
    for field in template.fields:
        controls = [control for control in document.content.controls if control.tag == field.name]
        if type_of(field.type).control is Control.CHECKBOXES:
            found[field.name] = {document.values[field.name][0]}
        elif not field.fields:
            found[field.name] = {_kept(field, value_of(field, control)) for control in controls}
        for number, row in enumerate(document.rows(field) if field.fields else (), 1):
            found |= {_cell(field, column, number): {_kept(column, value)} for column, value, _ in row}
    return found


def _cell(group: Field, column: Field, number: int) -> str:
    return f"{group.name} {number} {column.name}"


def _kept(field: Field, value: str) -> str:
    """The value as its print says it (3.50 for 3.5), without blank lines and white space at the ends of lines."""
    kind = type_of(field.type)
    lines = kind.normalise(kind.display(kind.normalise(value))).split("\n")
    return "\n".join(filter(None, map(str.strip, lines)))
