"""The search of the site: our index in place of Material's, behind Material's search box."""

from __future__ import annotations

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page as MkDocsPage

from handbook.exporters.search import Finished, index_files, read_corpus
from handbook.model.handbook import Handbook


class SiteSearch:
    """Gathers the pages of one build and writes the index of them."""

    def __init__(self) -> None:
        self._finished: list[Finished] = []

    def gather(self, page: MkDocsPage, html: str) -> None:
        """Note a page; Material's plugin, which serves the search box, is told to leave it out of its own index."""
        self._finished.append(Finished(page.file.src_uri, page.url, str(page.title or ""), html))
        page.meta["search"] = {**(page.meta.get("search") or {}), "exclude": True}

    def write(self, handbook: Handbook, config: MkDocsConfig) -> None:
        """Write the index into the built site, where the site has a search at all."""
        if "search" not in config.plugins and "material/search" not in config.plugins:
            return
        for address, script in index_files(read_corpus(self._finished, handbook)).items():
            path = Path(config.site_dir, address)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(script, encoding="utf-8", newline="\n")
