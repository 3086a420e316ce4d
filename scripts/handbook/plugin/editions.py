"""What belongs to another edition leaves MkDocs' files and its navigation before anything is made of them."""

from __future__ import annotations

from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files

from handbook.model.handbook import Handbook


def leave_out(handbook: Handbook, files: Files, config: MkDocsConfig) -> None:
    """Remove pages and files that this edition does not hold."""
    withheld = {name for name in handbook.excluded if files.get_file_from_path(name) is not None}
    pages = {page.src for page in handbook.pages.values() if page.excluded and page.meta.text("edition")}
    if not pages:
        return
    for name in withheld:
        file = files.get_file_from_path(name)
        if file is not None:
            files.remove(file)
    config.nav = _without(config.nav, pages) or None


def _without(nav: Any, pages: set[str]) -> Any:
    """A navigation as mkdocs.yml writes it, without some pages and without sections that they leave empty."""
    if isinstance(nav, list):
        kept = [_without(entry, pages) for entry in nav]
        return [entry for entry in kept if entry not in (None, [], {})]
    if isinstance(nav, dict):
        return {title: entry for title, value in nav.items() if (entry := _without(value, pages)) not in (None, [])}
    return None if nav in pages else nav
