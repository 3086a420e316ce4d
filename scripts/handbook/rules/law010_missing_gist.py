"""引用的条在法规登记表里没有要点。

为什么：读者点开引用，看到的就是这一句；没有要点，只知道是第几条，不知道讲什么。
错误：正文写 `《示例规则》第五条`，登记表的“要点”里没有第五条。
正确：在 `docs/reference/statutes.yml` 里用自己的话加一句：`第五条: 收到线索先登记，再分派`。

写到款、项的，有这一条的要点就够。
"""

from __future__ import annotations

from collections.abc import Iterator

from handbook.diagnostics import Finding, Severity
from handbook.model.citation import Cited, Provision
from handbook.model.handbook import Handbook
from handbook.model.statute import Statute
from handbook.rules.registry import rule
from handbook.rules.statutes import citations


@rule("LAW010", "missing-gist", Severity.WARNING)
def check(handbook: Handbook) -> Iterator[Finding]:
    known = {place.whole for statute in handbook.statutes.values() for place in statute.gists}
    for citation in citations(handbook):
        statute = handbook.statutes.get(citation.statute)
        for cited in citation.cited if statute else ():
            missing = [place for place in _articles(cited) if place not in known and _exists(place, statute)]
            known |= set(missing)  # told once
            if missing:
                words = "、".join(place.words for place in missing)
                yield Finding(
                    cited.span, f"《{citation.name}》{words}没有要点", "在 docs/reference/statutes.yml 里加一句"
                )


def _articles(cited: Cited) -> Iterator[Provision]:
    """The articles of an element: one, or those of a range."""
    yield cited.first.whole
    for number in range(cited.first.article + 1, cited.last_article + 1):
        yield Provision(cited.first.statute, number)


def _exists(place: Provision, statute: Statute | None) -> bool:
    return statute is not None and 0 < place.article <= (statute.articles or place.article)
