"""Editions: a page whose front matter names an edition is in the site of that edition only.

A path that the server closes is no protection on a static site: the navigation, the search index and the site map of
the open pages would still carry its title and words. So an edition is a build of its own, and what is not in it is
never handed to MkDocs.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Mapping
from urllib.parse import unquote

from handbook.model.link import Link
from handbook.model.page import Page


def is_withheld(page: Page, edition: str) -> bool:
    """True when a page belongs to another edition than the one that is built."""
    return page.meta.text("edition") not in ("", edition)


def withheld_files(withheld: Mapping[str, tuple[Link, ...]], pages: Iterable[Page]) -> frozenset[str]:
    """Files (paths relative to docs/) that only pages of other editions link to: they stay out with them.

    Args:
        withheld: page → its links, of the pages that stay out.
        pages: the pages of this edition.
    """
    open_to_all = {target for page in pages for target in _targets(page.src, page.links)}
    return frozenset(target for src, links in withheld.items() for target in _targets(src, links)) - open_to_all


def _targets(src: str, links: Iterable[Link]) -> set[str]:
    here = posixpath.dirname(src)
    return {posixpath.normpath(posixpath.join(here, unquote(link.target.partition("#")[0]))) for link in links}
