"""A folder with mkdocs.yml and docs/ → one frozen Handbook; every file is read once."""

from __future__ import annotations

import datetime as dt
import posixpath
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from itertools import chain
from pathlib import Path

from handbook.kinds.template import SECTIONS
from handbook.model.casefile import CaseFile
from handbook.model.citation import Citation
from handbook.model.dictionary import Registers
from handbook.model.flowchart import Flowchart
from handbook.model.handbook import Handbook, Ignore, SourceFault
from handbook.model.link import Link, LinkKind
from handbook.model.page import Page
from handbook.model.statute import Statute, StatuteNames
from handbook.model.statute_text import StatuteText
from handbook.model.template import Template
from handbook.model.value import Scalar, walk
from handbook.settings import Settings
from handbook.sources import editions, files, front_matter, names
from handbook.sources.casefile import read_casefile
from handbook.sources.casefile_filling import filled
from handbook.sources.gates import looked_through
from handbook.sources.generated_pages import case_pages, packet_pages
from handbook.sources.made_anchors import with_anchors
from handbook.sources.markdown import MarkdownReader
from handbook.sources.mermaid import read_flowchart
from handbook.sources.page_citations import page_citations, register_citations
from handbook.sources.reading import Fence, Reading
from handbook.sources.reference import read_reference
from handbook.sources.site import SiteSource, read_site
from handbook.sources.statute_pages import statute_pages
from handbook.sources.statute_texts import read_statute_texts
from handbook.sources.template_registers import read_registers
from handbook.sources.template_syntax import read_template

_DEFINING_PLUGINS = {"autorefs", "mkdocstrings"}


def load(root: Path, *, today: dt.date, settings: Settings) -> Handbook:
    """Read a handbook.

    Args:
        root: the folder of mkdocs.yml.
        today: the date that review dates are compared with.
        settings: [tool.handbook].

    Raises:
        RootError: there is no mkdocs.yml or no docs folder.
    """
    site = read_site(root)
    return looked_through(_Loader(root, site, settings).load(today), root, site, today)


@dataclass
class _Loader:
    root: Path
    source: SiteSource
    settings: Settings
    faults: list[SourceFault] = field(default_factory=list)
    ignores: list[Ignore] = field(default_factory=list)
    templates: list[Template] = field(default_factory=list)
    registers: Registers = field(default_factory=Registers)
    names: StatuteNames = field(default_factory=StatuteNames)
    withheld: dict[str, tuple[Link, ...]] = field(default_factory=dict)

    def load(self, today: dt.date) -> Handbook:
        docs = self.source.site.docs_dir
        tree = files.walk(self.root / docs, docs)
        self.faults += [*self.source.faults, *tree.faults]
        published = [name for name in tree.files if not self.source.is_excluded(name)]
        self.faults += names.name_faults(published, docs, use_directory_urls=self.source.site.use_directory_urls)
        reader = MarkdownReader(self.source.dialect)
        self.registers, unread = read_registers(self.root / docs, docs)
        reference = read_reference(self.root / docs, docs)
        self.names = StatuteNames(reference.statutes.values())
        pages = {name: self._page(name, reader) for name in tree.files if files.is_page(name)}
        hidden = editions.withheld_files(self.withheld, (page for page in pages.values() if not page.excluded))
        published = [name for name in published if name not in self.withheld and name not in hidden]
        cited = register_citations(self.root / docs, docs, tree.files, self.names) if self.names else {}
        case = self._casefile()
        pages = {**self._statute_pages(reference.statutes, pages, cited), **self._other_pages(case, pages), **pages}
        texts, illegible = self._statute_texts(reference.statutes)
        pages = with_anchors(pages, reference.glossary, reference.authority, reference.deadlines)
        return Handbook(
            site=replace(self.source.site, not_in_nav=frozenset(filter(self.source.outside_nav, pages))),
            pages=pages,
            files=frozenset(name for name in published if name not in pages),
            excluded=frozenset(tree.files) - frozenset(published),
            theme_files=self._theme_files(),
            templates={template.code: template for template in reversed(self.templates)},
            all_templates=tuple(self.templates),
            deadlines=reference.deadlines,
            holidays=reference.holidays,
            statutes=reference.statutes,
            statute_texts=texts,
            register_citations=cited,
            glossary=reference.glossary,
            authority=reference.authority,
            registers=self.registers,
            casefile=case,
            faults=(*self.faults, *reference.faults, *illegible, *unread),
            ignores=tuple(self.ignores),
            today=today,
            require_kind=self.settings.require_kind,
        )

    def _statute_pages(
        self, statutes: dict[str, Statute], pages: dict[str, Page], cited: dict[str, tuple[Citation, ...]]
    ) -> dict[str, Page]:
        citations = chain.from_iterable((*(page.citations for page in pages.values()), *cited.values()))
        return statute_pages(statutes, citations, self.source.site.docs_dir, self._url)

    def _other_pages(self, case: CaseFile | None, pages: dict[str, Page]) -> dict[str, Page]:
        """The generated pages of packets, and of the documents of the case."""
        packets, docs = self.registers.packets.values(), self.source.site.docs_dir
        made = packet_pages(packets, pages.values(), docs, self._url)
        return made | case_pages(case.documents if case else (), pages.values(), docs, self._url)

    def _casefile(self) -> CaseFile | None:
        """The fictitious case, its documents filled."""
        case, faults = read_casefile(self.root / self.source.site.docs_dir, self.source.site.docs_dir)
        self.faults += faults
        if case is None:
            return None
        templates = {template.code: template for template in reversed(self.templates)}
        return filled(case, templates, self.registers.facts or {})

    def _statute_texts(self, statutes: dict[str, Statute]) -> tuple[dict[str, StatuteText], tuple[SourceFault, ...]]:
        """The official texts of an office that has them."""
        folder = self.settings.statute_texts
        return read_statute_texts(self.root / folder, statutes, folder) if folder and statutes else ({}, ())

    def _page(self, src: str, reader: MarkdownReader) -> Page:
        """A page; of a file that cannot be read it is empty, and the fault is kept."""
        path = posixpath.join(self.source.site.docs_dir, src)
        excluded = self.source.is_excluded(src)
        url = self._url(src)
        text, faults = files.read_text(self.root / path, path)
        if excluded:  # nobody reads it, so nothing in it is wrong
            return Page(src, path, url, front_matter.split("", path=path).meta, text or "", excluded=True)
        self.faults += faults
        front = front_matter.split(text or "", path=path)
        lines = (text or "").split("\n")
        body = lines[front.body_line - 1 :]
        page = Page(src, path, url, front.meta, text or "", front.body_line)
        reading = reader.read("\n".join(body), path=path, line=front.body_line)
        if editions.is_withheld(page, self.settings.edition):
            self.withheld[src] = (*_front_matter_links(page), *reading.links)
            return Page(src, path, url, front.meta, "", excluded=True)
        if self._defines_elsewhere(reading):
            reading.undefined = [link for link in reading.undefined if link.text.startswith("^")]
        self.faults += [*front.faults, *reading.faults]
        self.ignores += reading.ignores
        page = _page(page, reading)
        if page.kind == "template":
            facts = self.registers.facts
            template = read_template(front.meta, body, src=src, path=path, body_line=front.body_line, facts=facts)
            self.templates.append(template)
        return replace(page, citations=page_citations(page, reading.passages, self.names)) if self.names else page

    def _defines_elsewhere(self, reading: Reading) -> bool:
        """True where references get their definition from a plugin or from a snippet."""
        snippets = self.source.options.get("pymdownx.snippets")
        appended = snippets is not None and "auto_append" in snippets
        return appended or reading.has_snippets or bool(_DEFINING_PLUGINS & set(self.source.plugins))

    def _url(self, src: str) -> str:
        """The address of a page as MkDocs writes it: a folder's index.html goes without its name."""
        directory_urls = self.source.site.use_directory_urls
        address = names.address(src, use_directory_urls=directory_urls)
        return address.removesuffix("index.html") if directory_urls else address

    def _theme_files(self) -> frozenset[str]:
        """The addresses that the folder of overrides adds to the site."""
        if not self.source.custom_dir:
            return frozenset()
        found = files.walk(self.root / self.source.custom_dir, self.source.custom_dir)
        return frozenset(name for name in found.files if not name.endswith((".html", ".xml")))


def _page(page: Page, reading: Reading) -> Page:
    charts = tuple(_flowchart(fence, page.path) for fence in reading.fences if _language(fence) == "mermaid")
    clicks = (click for chart in charts for click in chart.clicks)
    links = (*_front_matter_links(page), *reading.links, *clicks)
    headings = reading.headings
    if page.kind == "template":  # its body is the document; the build writes the page around it
        headings = [heading for heading in headings if heading.level == 1]
        reading.anchors = {anchor: [page.span] for anchor in SECTIONS}
    return replace(
        page,
        headings=tuple(headings),
        anchors={name: tuple(spans) for name, spans in reading.anchors.items()},
        links=links,
        undefined=tuple(reading.undefined),
        flowcharts=charts,
        markup=tuple(reading.markup),
    )


def _language(fence: Fence) -> str:
    """The language of a fence: of ``mermaid``, ``mermaid title="…"`` and ``{ .mermaid #id }`` it is mermaid."""
    words = fence.info.strip("{} ").split()
    return words[0].lstrip(".").lower() if words else ""


def _flowchart(fence: Fence, path: str) -> Flowchart:
    return read_flowchart(
        fence.text, path=path, fence_line=fence.span.line, first_line=fence.first_line, indent=fence.indent
    )


def _front_matter_links(page: Page) -> Iterable[Link]:
    """Values of the front matter that name a page."""
    for value in walk(page.meta):
        if isinstance(value, Scalar) and value.text.partition("#")[0].endswith(".md") and " " not in value.text:
            yield Link(value.text, value.span, LinkKind.FRONT_MATTER, value.text)
