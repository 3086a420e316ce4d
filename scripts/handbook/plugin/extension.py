"""What the Markdown extensions of this plugin share: each works on the finished tree of a page of the handbook."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

from handbook.model.handbook import Handbook
from handbook.model.page import Page

Shown = Callable[[], tuple[Page, Handbook] | None]


class PageExtension(Extension):
    """Does something to the words of each page that is rendered.

    All of them come behind attr_list (8), which tells lists of links from text, and before links are resolved (0).

    Args:
        shown: the page that is being rendered, and its handbook; None between pages.
    """

    name: ClassVar[str]
    priority: ClassVar[float]

    def __init__(self, shown: Shown) -> None:
        super().__init__()
        self._shown = shown

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 (Python-Markdown's name)
        """Register the extension among those of the site."""
        md.treeprocessors.register(_Processor(md, self), f"handbook-{self.name}", self.priority)

    def run(self, root: Element) -> None:
        """Work on the tree of the page that is being rendered."""
        shown = self._shown()
        if shown:
            self.change(root, *shown)

    def change(self, root: Element, page: Page, handbook: Handbook) -> None:
        """Change the tree of a page."""
        raise NotImplementedError


class _Processor(Treeprocessor):
    def __init__(self, md: Markdown, extension: PageExtension) -> None:
        super().__init__(md)
        self._extension = extension

    def run(self, root: Element) -> None:
        self._extension.run(root)
