"""The whole handbook as one frozen value: everything a rule, renderer or exporter asks."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from handbook.diagnostics import Span
from handbook.model.attachment import Excerpt
from handbook.model.authority import Matter
from handbook.model.casefile import ARCHIVE, CaseDocument, CaseFile
from handbook.model.citation import Citation
from handbook.model.deadline import Deadline
from handbook.model.dictionary import Registers
from handbook.model.exemption import Exemption
from handbook.model.holidays import HolidayYear
from handbook.model.link import Link
from handbook.model.page import Page
from handbook.model.resolution import Resolution, Resolver
from handbook.model.statute import Statute, StatuteNames
from handbook.model.statute_text import StatuteText
from handbook.model.template import Template
from handbook.model.term import Term


@dataclass(frozen=True, slots=True)
class SourceFault:
    """Why a file could not be read as it should; a rule of the same `kind` reports it."""

    kind: str
    span: Span
    message: str
    hint: str = ""


@dataclass(frozen=True, slots=True)
class NavEntry:
    """An entry of `nav` in mkdocs.yml: the target as written, where, and the titles of the sections around it."""

    target: str
    title: str
    span: Span
    sections: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Ignore:
    """A comment that silences one rule on its page: `<!-- handbook: ignore LNK001 reason -->`."""

    code: str
    reason: str
    span: Span


@dataclass(frozen=True, slots=True)
class Site:
    """What mkdocs.yml says, as far as the handbook needs it.

    Attributes:
        path: the settings file relative to the root.
        docs_dir: the folder of sources relative to the root, with `/`.
        nav: the entries of `nav`; None when there is none (then every page is in the navigation).
        not_in_nav: pages (src) that may stand outside of the navigation (`not_in_nav`).
        use_directory_urls: whether a page is built as a folder with index.html.
        extensions: the names of the Markdown extensions.
    """

    path: str = "mkdocs.yml"
    docs_dir: str = "docs"
    site_name: str = ""
    site_url: str = ""
    nav: tuple[NavEntry, ...] | None = None
    not_in_nav: frozenset[str] = frozenset()
    use_directory_urls: bool = True
    extensions: frozenset[str] = frozenset()


@dataclass(frozen=True, eq=False)
class Handbook:
    """A handbook, read once.

    Attributes:
        site: the settings of the site.
        pages: pages by path relative to docs/, excluded ones too.
        files: every other file under docs/ that the site will hold, by path relative to docs/.
        excluded: files and pages under docs/ that the site will not hold.
        theme_files: addresses that the theme and its folder of overrides add to the site.
        templates: document templates by code.
        all_templates: every template page's template, in the order of their paths, also those with one code.
        deadlines: time limits by id.
        holidays: the announced public holidays by year.
        statutes: statutes and Party regulations by id.
        statute_texts: the official texts that an office has (``statute_texts`` in the settings), by id of the statute.
        register_citations: what the registers cite, by file relative to docs/.
        glossary: terms by name, in the order of the register.
        authority: matters and who may decide them, by id, in the order of the register.
        registers: what holds for all templates together: field dictionary, packets, released versions.
        casefile: the fictitious case, or None.
        faults: what could not be read.
        ignores: comments that silence rules.
        excerpts: texts in the files beside the pages: documents, tables, pictures, registers.
        exemptions: findings about confidential data that were let pass.
        require_kind: whether each page must be of a page kind (a setting).
        today: the date that review dates are compared with.
    """

    site: Site
    pages: Mapping[str, Page]
    files: frozenset[str] = frozenset()
    excluded: frozenset[str] = frozenset()
    theme_files: frozenset[str] = frozenset()
    templates: Mapping[str, Template] = field(default_factory=dict)
    all_templates: tuple[Template, ...] = ()
    deadlines: Mapping[str, Deadline] = field(default_factory=dict)
    holidays: Mapping[int, HolidayYear] = field(default_factory=dict)
    statutes: Mapping[str, Statute] = field(default_factory=dict)
    statute_texts: Mapping[str, StatuteText] = field(default_factory=dict)
    register_citations: Mapping[str, tuple[Citation, ...]] = field(default_factory=dict)
    glossary: Mapping[str, Term] = field(default_factory=dict)
    authority: Mapping[str, Matter] = field(default_factory=dict)
    registers: Registers = field(default_factory=Registers)
    casefile: CaseFile | None = None
    faults: tuple[SourceFault, ...] = ()
    ignores: tuple[Ignore, ...] = ()
    excerpts: tuple[Excerpt, ...] = ()
    exemptions: tuple[Exemption, ...] = ()
    require_kind: bool = False
    today: dt.date = dt.date.min

    @cached_property
    def published(self) -> tuple[Page, ...]:
        """The pages that the site will hold, sorted by path."""
        return tuple(page for _, page in sorted(self.pages.items()) if not page.excluded)

    @cached_property
    def authored(self) -> tuple[Page, ...]:
        """The published pages that somebody wrote: those made from a register aside."""
        return tuple(page for page in self.published if not page.generated)

    @cached_property
    def by_url(self) -> Mapping[str, str]:
        """Address in the built site → page or file (path relative to docs/)."""
        urls = {page.url: page.src for page in self.published}
        urls.update({name: name for name in self.files})
        return urls

    @cached_property
    def first_of_kind(self) -> Mapping[str, Page]:
        """The first published page of each kind: of some a handbook has only one, such as the page of all limits."""
        return {page.kind: page for page in reversed(self.published)}

    @cached_property
    def procedures(self) -> Mapping[str, Page]:
        """Published procedures by code, in the order of their codes."""
        found = {page.code: page for page in self.published if page.kind == "procedure" and page.code}
        return dict(sorted(found.items()))

    @cached_property
    def statute_names(self) -> StatuteNames:
        """What texts may call the statutes."""
        return StatuteNames(self.statutes.values())

    @cached_property
    def areas(self) -> tuple[Page, ...]:
        """The pages of the areas in the order of the navigation."""
        return self.of_kind("area")

    def of_kind(self, kind: str) -> tuple[Page, ...]:
        """The published pages of a kind in the order of the navigation."""
        order = {entry.target: index for index, entry in enumerate(self.site.nav or ())}
        pages = (page for page in self.published if page.kind == kind)
        return tuple(sorted(pages, key=lambda page: order.get(page.src, len(order))))

    def procedures_of(self, area: str) -> tuple[Page, ...]:
        """The procedures of an area, by code."""
        return tuple(page for page in self.procedures.values() if page.meta.text("area") == area)

    def templates_of(self, area: str) -> tuple[Template, ...]:
        """The templates of an area, by code."""
        known = (template for _, template in sorted(self.templates.items()))
        return tuple(template for template in known if self.pages[template.src].meta.text("area") == area)

    @cached_property
    def uses(self) -> Mapping[str, tuple[str, ...]]:
        """Template code → codes of the procedures that name it."""
        found: dict[str, list[str]] = {}
        for code, page in self.procedures.items():
            for template in page.meta.texts("templates"):
                found.setdefault(template, []).append(code)
        return {template: tuple(codes) for template, codes in found.items()}

    def template_page(self, code: str) -> Page | None:
        """The page that defines a template, or None."""
        template = self.templates.get(code)
        return self.pages[template.src] if template else None

    @cached_property
    def downloads(self) -> Mapping[str, tuple[str, str]]:
        """Template code → addresses of its blank and its filled-in sample document, which the build makes."""
        return {
            code: (f"{stem}.docx", f"{stem}-sample.docx")
            for code, template in self.templates.items()
            for stem in [template.src.removesuffix(".md")]
        }

    @cached_property
    def case_documents(self) -> tuple[CaseDocument, ...]:
        """The documents of the fictitious case that the site shows, in binding order."""
        documents = self.casefile.documents if self.casefile else ()
        return tuple(one for one in documents if one.src in self.pages and one.template is not None)

    @cached_property
    def outputs(self) -> frozenset[str]:
        """What the built site must hold: the file of every page, the other files, and the downloads."""
        pages = {f"{p.url}index.html" if p.url.endswith("/") or not p.url else p.url for p in self.published}
        made = {address for pair in self.downloads.values() for address in (*pair, f"{pair[0]}.js")}
        made |= {document.download for document in self.case_documents}
        return frozenset(pages | self.files | made | ({ARCHIVE} if self.case_documents else set()))

    @cached_property
    def resolved(self) -> tuple[tuple[Page, Link, Resolution], ...]:
        """Every link of every published page with where it leads."""
        resolver = Resolver(self)
        return tuple((page, link, resolver.resolve(page, link)) for page, link in self.links())

    def links(self) -> Iterator[tuple[Page, Link]]:
        """Every link of every published page."""
        for page in self.published:
            for link in page.links:
                yield page, link
