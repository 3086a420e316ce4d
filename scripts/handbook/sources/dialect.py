"""Which Markdown a project writes: the extensions that its mkdocs.yml turns on."""

from __future__ import annotations

from dataclasses import dataclass

from handbook.sources.slugs import Slugify, ascii_slug


@dataclass(frozen=True, slots=True)
class Dialect:
    """The Markdown extensions that decide what is a link, a heading or code.

    MkDocs itself turns on `toc`, `tables` and `fenced_code`.
    """

    admonition: bool = False
    details: bool = False
    tabbed: bool = False
    attr_list: bool = False
    def_list: bool = False
    footnotes: bool = False
    md_in_html: bool = False
    magiclink: bool = False
    snippets: bool = False
    superfences: bool = False
    slugify: Slugify = ascii_slug
    separator: str = "-"

    @classmethod
    def of(cls, extensions: frozenset[str], slugify: Slugify = ascii_slug, separator: str = "-") -> Dialect:
        """The dialect of a set of extension names as mkdocs.yml spells them."""
        names = {name.removeprefix("markdown.extensions.") for name in extensions}
        if "extra" in names or "pymdownx.extra" in names:
            names |= {"attr_list", "def_list", "footnotes", "md_in_html"}
        return cls(
            admonition="admonition" in names,
            details="pymdownx.details" in names,
            tabbed="pymdownx.tabbed" in names,
            attr_list="attr_list" in names,
            def_list="def_list" in names,
            footnotes="footnotes" in names,
            md_in_html="md_in_html" in names,
            magiclink="pymdownx.magiclink" in names,
            snippets="pymdownx.snippets" in names,
            superfences=bool({"pymdownx.superfences", "pymdownx.extra"} & names),
            slugify=slugify,
            separator=separator,
        )
