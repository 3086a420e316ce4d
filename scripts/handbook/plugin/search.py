"""The search of the site: our index in place of Material's, behind Material's search box."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page as MkDocsPage

from handbook.exporters.search import Finished, index_files, read_corpus
from handbook.model.handbook import Handbook


class SearchEvents:
    """The part of the plugin that gathers the pages of each build and writes the index of them.

    A preview writes the index of its first build again and again: what an author edits shows itself at once, and is
    found when the preview is started the next time.
    """

    _handbook: Handbook
    _is_preview = False
    _files: dict[str, str] | None = None

    def on_startup(self, *, command: str, **_: Any) -> None:
        """Learn whether this is a preview; MkDocs keeps a plugin with this event between the builds of one."""
        self._is_preview = command == "serve"
        self._files = None

    def on_pre_build(self, **_: Any) -> None:
        """Begin a build."""
        self.finished: list[Finished] = []

    def on_page_content(self, html: str, *, page: MkDocsPage, **_: Any) -> str:
        """Note a page; Material's plugin, which serves the search box, is told to leave it out of its own index."""
        self.finished.append(Finished.read(page.file.src_uri, page.url, str(page.title or ""), html))
        page.meta["search"] = {**(page.meta.get("search") or {}), "exclude": True}
        return html

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Write the index into the built site, where the site has a search at all."""
        if "search" not in config.plugins and "material/search" not in config.plugins:
            return
        if self._files is None or not self._is_preview:
            self._files = index_files(read_corpus(self.finished, self._handbook))
        for address, script in self._files.items():
            path = Path(config.site_dir, address)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(script, encoding="utf-8", newline="\n")
