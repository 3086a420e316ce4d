"""引用了已经修改或者废止的版本，页面上又没有说明。

为什么：读者会照着不再有效的条文办；修改以后条次也常常变了。
错误：`《监察法（2018年）》第二十二条`；一部废止了的办法，整页没有说明就引它的条次。
正确：`《监察法》第二十四条`；只能引旧文本的，同一页至少注明一次“2021年文本，2025年修订后条次待核”。

登记表有条次对照的，提示里直接写新条次。登记表（时限、权限、术语）里的引用，每一条自己要注明。
取代它的版本没有见过原文的，页面上由 PEN001 逐段查，这条规则只查登记表。
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from handbook.diagnostics import Finding
from handbook.model.citation import Citation
from handbook.model.citation_checks import outdated_statute, years_of
from handbook.model.handbook import Handbook
from handbook.model.statute import Statute
from handbook.rules.registry import rule
from handbook.rules.statutes import REGISTER

_SAID = ("待核", "修订前", "修正前", "修改前", "已修改", "废止", "失效", "旧条次")


@rule("LAW005", "outdated-statute")
def check(handbook: Handbook) -> Iterator[Finding]:
    for page in handbook.authored:
        known = [citation for citation in page.citations if not _is_pending(handbook, citation)]
        yield from _outdated(handbook, known, page.lines)
    for file, citations in sorted(handbook.register_citations.items()):
        rows: dict[str, list[Citation]] = {}
        for citation in citations if file != REGISTER else ():
            rows.setdefault(citation.place, []).append(citation)
        for row in rows.values():
            yield from _outdated(handbook, row, [citation.context for citation in row])


def _is_pending(handbook: Handbook, citation: Citation) -> bool:
    """True where the edition of today is registered but unseen: what must be said of that is for another rule."""
    statute = handbook.statutes.get(citation.statute)
    newer = handbook.statutes.get(statute.superseded_by) if statute else None
    return statute is not None and newer is not None and not newer.seen and not statute.renumbered


def _outdated(handbook: Handbook, citations: Iterable[Citation], lines: Iterable[str]) -> Iterator[Finding]:
    """Findings about what is not in force; one note, or one finding where every article stays, serves them all."""
    told: set[str] = set()
    text = tuple(lines)
    for citation in citations:
        statute = handbook.statutes.get(citation.statute)
        if statute is None or statute.id in told or _says(statute, text):
            continue
        yield from outdated_statute(handbook, citation)
        if citation.cited and not statute.renumbered:
            told.add(statute.id)


def _says(statute: Statute, lines: Iterable[str]) -> bool:
    """True when a line names the edition by its year and says what became of it."""
    years = "|".join(years_of(statute)) or "旧"
    edition = re.compile(rf"(?:{years})年?(?:文本|版|修订|修正|制定|原文)")
    return any(edition.search(line) and any(word in line for word in _SAID) for line in lines)
