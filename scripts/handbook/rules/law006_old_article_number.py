"""写的像是修订以前的条次：这一条讲的是别的事，按旧版的条次才对得上。

为什么：法规一修订，条次往后移；照着旧笔记抄条次，读者翻开就是另一条。
错误：`谈话要有安全预案：《监察法》第二十条`（旧版第二十条，现在是第二十一条）。
正确：提示里的新条次和原文核对以后改过来；其实没有错的，写 `<!-- handbook: ignore LAW006 理由 -->`。

看的是前后的话和哪一条的要点更像；要登记表里有旧版的条次对照才看得出。
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from handbook.diagnostics import Finding, Severity
from handbook.model.citation import Citation, Provision, hanzi
from handbook.model.handbook import Handbook
from handbook.model.page import Page
from handbook.model.statute import Statute
from handbook.rules.registry import rule
from handbook.rules.statutes import pairs_of_letters, words_under

_CITATION = re.compile(r"《[^《》]*》|第[零一二三四五六七八九十百]+[条款项]")
_HANZI = re.compile(r"[\u4e00-\u9fff]")
# Measured on our own docs: no false finding among 342 citations; put back to their old numbers, 83 of 306 are noticed.
_OWN_WORDS, _LEAST, _LEAST_AROUND, _WEIGHT = 12, 3, 4, 2


@rule("LAW006", "old-article-number", Severity.WARNING)
def check(handbook: Handbook) -> Iterator[Finding]:
    before = {one.superseded_by: one for one in handbook.statutes.values() if one.renumbered}
    for page in handbook.authored:
        for citation in page.citations:
            statute, old = handbook.statutes.get(citation.statute), before.get(citation.statute)
            if statute and old and not citation.year:
                yield from _moved(handbook, page, citation, (statute, old))


def _moved(handbook: Handbook, page: Page, citation: Citation, editions: tuple[Statute, Statute]) -> Iterator[Finding]:
    statute, old = editions
    own = _CITATION.sub(" ", citation.context)
    alone = len(_HANZI.findall(own)) >= _OWN_WORDS
    around = words_under(page, citation.span)
    words = pairs_of_letters(own if alone else _CITATION.sub(" ", "\n".join(around)))
    for cited in citation.cited:
        article = cited.first.article
        new = old.renumbered.get(article, ())
        if not new or article in new or cited.last:
            continue
        here = _about(statute, (article,))
        there = _about(statute, new) - here - _neighbours(handbook, page, citation, cited.first)
        like, unlike = len(there & words), len((here - _about(statute, new)) & words)
        if like >= _WEIGHT * unlike + (_LEAST if alone else _LEAST_AROUND):
            numbers = "、".join(f"第{hanzi(number)}条" for number in new)
            message = f"《{citation.name}》第{hanzi(article)}条像是修订以前的条次，前后说的是现在的{numbers}"
            yield Finding(cited.span, message, f"核对原文，是的话改成{numbers}")


def _about(statute: Statute, articles: Iterable[int]) -> set[str]:
    """What the register says some articles are about."""
    wanted = set(articles)
    return pairs_of_letters("\n".join(gist.text for place, gist in statute.gists.items() if place.article in wanted))


def _neighbours(handbook: Handbook, page: Page, citation: Citation, own: Provision) -> set[str]:
    """What the other provisions are about that the same step or section cites: its words may be about them."""
    found: set[str] = set()
    for other in page.citations:
        if other.place == citation.place:
            places = [cited.first for cited in other.cited if cited.first.whole != own.whole]
            for place in places:
                if place.statute in handbook.statutes:
                    found |= _about(handbook.statutes[place.statute], (place.article,))
    return found
