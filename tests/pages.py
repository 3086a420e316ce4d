"""Pages read by us and built by Python-Markdown, for tests that compare the two."""

from __future__ import annotations

from html.parser import HTMLParser

import markdown
from pymdownx.slugs import slugify

from handbook.sources.dialect import Dialect
from handbook.sources.markdown import MarkdownReader
from handbook.sources.reading import Reading
from handbook.sources.slugs import pymdownx_slug

EXTENSIONS = [
    "admonition", "attr_list", "def_list", "footnotes", "md_in_html", "tables", "toc",
    "pymdownx.details", "pymdownx.superfences", "pymdownx.tabbed",
]  # fmt: skip
DIALECT = Dialect.of(frozenset(EXTENSIONS), slugify=pymdownx_slug())


def read(body: str, dialect: Dialect = DIALECT) -> Reading:
    return MarkdownReader(dialect).read(body, path="docs/a.md")


class Anchors(HTMLParser):
    def __init__(self, html: str) -> None:
        super().__init__()
        self.targets: list[str] = []
        self.ids: set[str] = set()
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = {name: value or "" for name, value in attrs}
        generated = {"footnote-ref", "footnote-backref"} & set(attributes.get("class", "").split())
        if tag in ("a", "img") and not generated:
            self.targets.append(attributes.get("href", attributes.get("src", "")))
        if attributes.get("id") and not attributes["id"].startswith("__tabbed"):
            self.ids.add(attributes["id"])


def built(body: str) -> Anchors:
    return Anchors(
        markdown.markdown(
            body,
            extensions=EXTENSIONS,
            extension_configs={"toc": {"slugify": slugify()}, "pymdownx.tabbed": {"alternate_style": True}},
        )
    )
