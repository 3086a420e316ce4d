"""The search of the site: our index in place of Material's, behind Material's search box."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page as MkDocsPage

from handbook.aside import aside
from handbook.exporters.search import Finished, index_files, read_corpus
from handbook.model.handbook import Handbook


class SearchEvents:
    """The part of the plugin that gathers the pages of each build and writes the index of them.

    A preview writes the index of its first build again and again: what an author edits shows itself at once, and is
    found when the preview is started the next time.
    """

    _handbook: Handbook
    _is_preview = False
    _is_searched = False
    _indexed: Callable[[], dict[str, str]]
    _files: dict[str, str] | None = None

    def on_startup(self, *, command: str, **_: Any) -> None:
        """Learn whether this is a preview; MkDocs keeps a plugin with this event between the builds of one."""
        self._is_preview = command == "serve"
        self._files = None

    def on_pre_build(self, **_: Any) -> None:
        """Begin a build."""
        self._finished: list[Finished] = []

    def on_page_content(self, html: str, *, page: MkDocsPage, **_: Any) -> str:
        """Note a page; Material's plugin, which serves the search box, is told to leave it out of its own index."""
        self._finished.append(Finished.read(page.file.src_uri, page.url, str(page.title or ""), html))
        page.markdown = ""  # MkDocs would keep it to the end of the build; with None the page loses its title, too
        page.meta["search"] = {**(page.meta.get("search") or {}), "exclude": True}
        return html

    def on_env(self, env: Environment, *, config: MkDocsConfig, **_: Any) -> Environment:
        """Begin with the index, now that every page is noted, while MkDocs puts the pages into the theme."""
        self._is_searched = "search" in config.plugins or "material/search" in config.plugins
        if self._is_searched and not self._files:
            self._indexed = aside(partial(_index, self._finished, self._handbook))
            self._finished = []
        return env

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Write the index into the built site, where the site has a search at all."""
        if not self._is_searched:
            return
        files = self._files or self._indexed()
        self._files = files if self._is_preview else None
        for address, script in files.items():
            path = Path(config.site_dir, address)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(script, encoding="utf-8", newline="\n")


def _index(finished: Sequence[Finished], handbook: Handbook) -> dict[str, str]:
    return index_files(read_corpus(finished, handbook))
