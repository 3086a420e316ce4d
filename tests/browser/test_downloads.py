"""Every document that a template page offers arrives, opens, and holds the declared fields as Word controls."""

from collections.abc import Iterable, Iterator
from pathlib import Path

import docx
import pytest
from docx.oxml.ns import qn
from playwright.sync_api import BrowserContext, Page

from handbook.model.handbook import Handbook
from handbook.model.template import Field

pytestmark = pytest.mark.browser


REPEATING = "{http://schemas.microsoft.com/office/word/2012/wordml}repeatingSection"


def control_tags(path: Path) -> set[str]:
    """The tags of the fields of a document, body, headers and footers; rows that may be repeated are no fields."""
    document = docx.Document(str(path))
    roots = [document.element, *(part._element for s in document.sections for part in (s.header, s.footer))]
    controls = [control for root in roots for control in root.iter(qn("w:sdtPr")) if control.find(REPEATING) is None]
    return {tag.get(qn("w:val")) for control in controls for tag in control.iterfind(qn("w:tag"))}


def declared_tags(fields: Iterable[Field], group: str = "") -> Iterator[str]:
    """The tags that declared fields must have: of a group those in its rows, of several choices one for each option."""
    for field in fields:
        name = f"{group}{field.name}"
        if field.fields:
            yield from declared_tags(field.fields, f"{name}.")
        elif field.type == "多选":
            yield from (f"{name}={option}" for option in field.options)
        else:
            yield name


def fetch(page: Page, href: str, folder: Path) -> Path:
    """Click a link to a document, and keep what the browser downloads."""
    with page.expect_download() as waiting:
        page.locator(f'main a[href="{href}"]').first.click()
    target = folder / waiting.value.suggested_filename
    waiting.value.save_as(target)
    return target


def test_every_document_of_a_template_page_downloads_with_its_fields(
    context: BrowserContext, page: Page, base_url: str, handbook: Handbook, built_site: Path, tmp_path: Path
) -> None:
    faults = []
    for code, template in sorted(handbook.templates.items()):
        source = handbook.pages[template.src]
        page.goto(f"{base_url}/{source.url}", wait_until="domcontentloaded")
        links = page.locator("main a[href$='.docx']").evaluate_all("links => links.map(a => a.getAttribute('href'))")
        offered = {Path(source.url).parent.joinpath(href).as_posix() for href in links}
        if offered != set(handbook.downloads[code]):
            faults.append(f"{source.url}: offers {sorted(offered)}")
        for href in dict.fromkeys(links):
            got = fetch(page, href, tmp_path)
            if got.read_bytes() != (built_site / Path(source.url).parent / href).read_bytes():
                faults.append(f"{source.url}: {href} arrives changed")
            wrong = control_tags(got) ^ set(declared_tags(template.fields))
            if wrong:
                faults.append(f"{source.url}: {href} differs in {sorted(wrong)}")

    assert handbook.templates
    assert faults == [], "\n".join(faults)
