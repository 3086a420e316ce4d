"""The MkDocs plugin: hands the handbook to MkDocs, page by page."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import Any

from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin, event_priority, get_plugin_logger
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.utils.templates import TemplateContext

from handbook import rules
from handbook.exporters.blank_script import blank_script
from handbook.exporters.casefile import case_files
from handbook.exporters.docx import export
from handbook.model.flowchart import Flowchart
from handbook.model.handbook import Handbook
from handbook.model.page import Page
from handbook.model.resolution import Resolver
from handbook.plugin.citations import CitationExtension
from handbook.plugin.editions import leave_out
from handbook.plugin.fallback import offer_library, without_inline_script
from handbook.plugin.limits import LimitExtension
from handbook.plugin.marks import MarkExtension
from handbook.plugin.search import SearchEvents
from handbook.plugin.terms import TermExtension
from handbook.renderers import COMPOSERS
from handbook.renderers.context import context as kind_context
from handbook.renderers.flowchart import notes_of, render
from handbook.settings import read_settings
from handbook.sources import load
from handbook.sources.mermaid import read_flowchart

log = get_plugin_logger("handbook")


class PluginConfig(Config):  # type: ignore[no-untyped-call]
    """The plugin has no options: what a site says, its pages and [tool.handbook] say."""


class HandbookPlugin(SearchEvents, BasePlugin[PluginConfig]):  # type: ignore[no-untyped-call]
    """Composes the pages of each kind, draws their flowcharts and adds the documents to download.

    Attributes:
        preloaded: a handbook that `handbook build` has read already, used for the next build only.
    """

    preloaded: Handbook | None = None
    _handbook: Handbook
    _page: str = ""
    _charts: list[Flowchart]

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Let fences of the language mermaid be drawn by this plugin, and words be explained."""
        offer_library(config)
        fences = config.mdx_configs.setdefault("pymdownx.superfences", {}).setdefault("custom_fences", [])
        fences[:] = [fence for fence in fences if fence.get("name") != "mermaid"]
        fences.append({"name": "mermaid", "class": "mermaid", "format": self._fence()})
        extensions = (CitationExtension, TermExtension, MarkExtension, LimitExtension)
        config.markdown_extensions += [extend(self._shown) for extend in extensions]  # type: ignore[misc]
        return config

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Read the handbook, and add its generated pages and, for each template, a blank and a filled-in document."""
        self._handbook = self.preloaded or self._load(config)
        self.preloaded = None
        for page in self._handbook.published:
            if page.generated:
                files.append(File.generated(config, page.src, content="", inclusion=InclusionLevel.NOT_IN_NAV))
        leave_out(self._handbook, files, config)
        for code, template in sorted(self._handbook.templates.items()):
            for address, filled in zip(self._handbook.downloads[code], (False, True), strict=True):
                document = export(template, filled=filled)
                files.append(File.generated(config, address, content=document))
                if not filled:
                    files.append(File.generated(config, f"{address}.js", content=blank_script(template, document)))
        for address, document in case_files(self._handbook.case_documents):
            files.append(File.generated(config, address, content=document))
        return files

    def on_page_markdown(self, markdown: str, *, page: MkDocsPage, **_: Any) -> str:
        """Choose the theme template of the page's kind, and compose its Markdown."""
        self._page = page.file.src_uri
        source = self._handbook.pages.get(self._page)
        self._charts = list(source.flowcharts) if source else []
        if source is None or not source.kind:
            return markdown
        page.meta.setdefault("template", f"kinds/{source.kind}.html")
        composer = COMPOSERS.get(source.kind)
        return composer(source, self._handbook) if composer else markdown

    def on_page_context(self, context: TemplateContext, *, page: MkDocsPage, **_: Any) -> TemplateContext:
        """Give the theme template what it shows."""
        source = self._handbook.pages.get(page.file.src_uri)
        if source is not None:
            context["hb"] = kind_context(source, self._handbook)  # type: ignore[typeddict-unknown-key]
        return context

    @event_priority(-100)  # behind mermaid2
    def on_post_page(self, output: str, *, page: MkDocsPage, **_: Any) -> str:
        """Leave no inline script on the page; let go of its HTML, which MkDocs would keep to the end of the build."""
        page.content = None
        return without_inline_script(output)

    def _load(self, config: MkDocsConfig) -> Handbook:
        """Read the handbook, and tell an author who previews it what is wrong."""
        root = Path(config.config_file_path).parent
        handbook = load(root, today=dt.datetime.now().astimezone().date(), settings=read_settings(root))
        for diagnostic in rules.check(handbook):
            log.warning(diagnostic)
        return handbook

    def _shown(self) -> tuple[Page, Handbook] | None:
        """The page that is being rendered, and its handbook."""
        page = self._handbook.pages.get(self._page)
        return (page, self._handbook) if page else None

    def _fence(self) -> Callable[..., str]:
        # mermaid2 takes a formatter of this name for one that leaves the drawing to the page's own script.
        def fence_mermaid_custom(source: str, *_: object, **__: object) -> str:
            page = self._handbook.pages[self._page]
            return render(
                self._chart(page, source),
                step_href=lambda step: f"#{step}" if step in page.anchors else "",
                click_href=lambda link: Resolver(self._handbook).address(page, link.target),
                notes=notes_of(page, self._handbook),
            )

        return fence_mermaid_custom

    def _chart(self, page: Page, source: str) -> Flowchart:
        """The next flowchart of the page with this text; one that comes from elsewhere (a snippet) is read here."""
        for chart in self._charts:
            if chart.source.strip() == source.strip():
                self._charts.remove(chart)
                return chart
        return read_flowchart(source, path=page.path, fence_line=1, first_line=1, indent=0)
