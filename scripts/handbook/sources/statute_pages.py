"""The pages that the build makes of the register of statutes: one page per statute, without a file of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from handbook.model.citation import Citation, Provision
from handbook.model.page import Page
from handbook.model.statute import Statute
from handbook.sources.generated_pages import generated_page

KIND = "statute"


def statute_pages(
    statutes: Mapping[str, Statute], citations: Iterable[Citation], docs: str, url: Callable[[str], str]
) -> dict[str, Page]:
    """The generated pages by path relative to the folder of sources.

    A page has an anchor for each article that the handbook cites or has a 要点 of; its front matter has the id of
    the statute under ``statute``.

    Args:
        statutes: the register.
        citations: everything that pages and registers cite.
        docs: the folder of sources as diagnostics print it.
        url: the address of a page in the built site.
    """
    shown: dict[str, set[Provision]] = {id_: {place.whole for place in one.gists} for id_, one in statutes.items()}
    for citation in citations:
        if citation.statute in statutes:
            shown[citation.statute] |= set(_articles(statutes[citation.statute], citation))
    return {
        one.src: generated_page(
            one.src,
            {"kind": KIND, "title": one.title, "statute": one.id},
            (place.anchor for place in sorted(shown[one.id], key=_order)),
            docs,
            url,
        )
        for one in statutes.values()
    }


def _articles(statute: Statute, citation: Citation) -> Iterable[Provision]:
    """The articles that a citation names, and those within its ranges, as far as the statute has them."""
    for cited in citation.cited:
        last = min(cited.last_article, statute.articles or cited.first.article)
        if cited.first.article:
            yield from (Provision(statute.id, number) for number in range(cited.first.article + 1, last + 1))
            if not statute.articles or cited.first.article <= statute.articles:
                yield cited.first.whole


def _order(place: Provision) -> tuple[int, int]:
    return place.article, place.branch
