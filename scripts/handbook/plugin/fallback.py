"""Diagrams that the build leaves to the browser: mermaid2 puts the library on their pages, and on no others."""

from __future__ import annotations

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig


def offer_library(config: MkDocsConfig) -> None:
    """Let mermaid2 take its library from the theme's files.

    Up to 1.2.3 it looks below docs_dir only and gives up at the first diagram; when it asks MkDocs' `Files` instead,
    this can go.
    """
    mermaid2 = config.plugins.get("mermaid2")
    library = mermaid2.config["javascript"] if mermaid2 else ""
    if library and any(Path(folder, library).is_file() for folder in config.theme.dirs):
        mermaid2._javascript = library  # type: ignore[union-attr] # noqa: SLF001


def without_inline_script(html: str) -> str:
    """A page without the settings that mermaid2 writes into it as a script of its own; Material's do not ask for them."""
    before, mark, rest = html.partition("<script>window.mermaidConfig =")
    return before + rest.partition("</script>")[2] if mark else html
