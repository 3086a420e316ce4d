"""What of the handbook rests on a provision: pages with their steps, charts and fields, and rows of registers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from handbook.model.citation import Citation, Cited
from handbook.model.handbook import Handbook
from handbook.model.page import Page

_KINDS = ("procedure", "template", "deadlines", "authority", "glossary")  # in this order, all others last
# Register file → the kind of the page that shows its rows, and what a row is called.
_REGISTERS = {
    "reference/deadlines.yml": ("deadlines", "时限"),
    "reference/authority.yml": ("authority", "权限"),
    "reference/glossary.yml": ("glossary", "术语"),
    "templates/fields.yml": ("", "字段"),
    "templates/packets.yml": ("packets", "成套文书"),
}


@dataclass(frozen=True, slots=True)
class Use:
    """A place of the handbook that cites a provision.

    Attributes:
        src: the page that shows it, or ``""`` for a register without one.
        anchor: the place on that page, or ``""``.
        label: what the place is called.
        part: the part of the article that it cites (第二款), or ``""`` for the whole.
    """

    src: str
    anchor: str
    label: str
    part: str = ""


@dataclass(frozen=True, slots=True)
class _Row:
    """A register's row as readers meet it: on a page or nowhere, under an anchor or at its top."""

    page: Page | None
    anchor: str
    label: str


class Reliance:
    """What of a handbook rests on one statute."""

    def __init__(self, statute: str, handbook: Handbook) -> None:
        self._handbook = handbook
        self._areas = {area.meta.text("area"): rank for rank, area in enumerate(handbook.areas)}
        self._found = [
            (use, cited)
            for page, citation, row in _citations(handbook)
            if citation.statute == statute
            for cited in citation.cited or (None,)
            for use in [_use(page, citation, cited, row)]
        ]

    def on(self, article: int) -> tuple[Use, ...]:
        """The uses of an article or of a part of it, page by page, each place once."""
        uses = (use for use, cited in self._found if cited and cited.first.article <= article <= cited.last_article)
        return tuple(sorted(dict.fromkeys(uses), key=self._order))

    def whole(self) -> tuple[Use, ...]:
        """The places that name the statute and no article of it."""
        return tuple(sorted(dict.fromkeys(use for use, cited in self._found if cited is None), key=self._order))

    def _order(self, use: Use) -> tuple[int, int, str, str]:
        """Procedures first, then documents, each in the order of the areas and of their codes."""
        page = self._handbook.pages.get(use.src)
        kind = page.kind if page else ""
        rank = _KINDS.index(kind) if kind in _KINDS else len(_KINDS)
        return rank, self._areas.get(page.meta.text("area"), 0) if page else 0, page.code if page else "", use.src


def _citations(handbook: Handbook) -> Iterator[tuple[Page | None, Citation, _Row | None]]:
    for page in handbook.authored:
        yield from ((page, citation, None) for citation in page.citations)
    shown = {page.kind: page for page in reversed(handbook.published) if page.kind}
    for file, citations in handbook.register_citations.items():
        if file in _REGISTERS:
            kind, name = _REGISTERS[file]
            for citation in citations:
                row = _row(citation.place.removeprefix("row:"), name, shown.get(kind), handbook)
                yield row.page, citation, row


def _row(key: str, name: str, page: Page | None, handbook: Handbook) -> _Row:
    limit, term = handbook.deadlines.get(key), handbook.glossary.get(key)
    matter = handbook.authority.get(key)
    anchor = term.anchor if term else matter.anchor if matter else key.lower()
    about = f"{key} {limit.subject}" if limit else f"{key} {matter.subject}" if matter else f"“{key}”"
    return _Row(page, anchor if page and anchor in page.anchors else "", f"{name}{about}")


def _use(page: Page | None, citation: Citation, cited: Cited | None, row: _Row | None) -> Use:
    if row is not None or page is None:
        known = row or _Row(page, "", "")
        return Use(known.page.src if known.page else "", known.anchor, known.label, _part(cited))
    anchor, label = _place(page, citation.place)
    return Use(page.src, anchor, label, _part(cited))


def _part(cited: Cited | None) -> str:
    return cited.first.words.removeprefix(cited.first.whole.words) if cited and cited.last is None else ""


def _place(page: Page, place: str) -> tuple[str, str]:
    """The anchor and the name of a place of a page."""
    kind, _, name = place.partition(":")
    if kind == "chart":
        node = next((chart.nodes[name] for chart in page.flowcharts if name in chart.nodes), None)
        section = next((s.heading.id for s in page.sections if s.title == "流程图"), "")
        return (name if name in page.anchors else section), f"流程图“{node.label if node else name}”"
    if page.kind == "template":
        anchor, label = {"field": ("fields", f"字段“{name}”"), "wording": ("preview", "文书正文")}.get(
            kind, ("basis", "依据")
        )
        return (anchor if anchor in page.anchors else ""), label
    heading = next((h for h in page.headings if h.id == place), None) if place else None
    if heading is None or heading.level == 1:
        return "", "本页"
    return heading.id, f"第{heading.text.replace('. ', '步 ', 1)}" if heading.text[:1].isdigit() else heading.text
