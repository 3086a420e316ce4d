"""A statute or Party regulation of the register docs/reference/statutes.yml: facts and one-line summaries, no text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from handbook.diagnostics import Span
from handbook.model.citation import Provision


class Status(StrEnum):
    """Whether a statute may be relied on."""

    IN_FORCE = "现行有效"
    AMENDED = "已修改"
    REPEALED = "已废止"
    UNCONFIRMED = "待核"


@dataclass(frozen=True, slots=True)
class Chapter:
    """A chapter (or 编 without articles of its own: then both are 0) and its first and last article."""

    title: str
    first: int = 0
    last: int = 0


@dataclass(frozen=True, slots=True)
class Gist:
    """What a provision says, in one line of our own words (要点)."""

    place: Provision
    text: str
    span: Span


@dataclass(frozen=True)
class Statute:
    """A statute in one edition; another edition is another statute of the register.

    Attributes:
        id: ``jiandu-zhiji-guize-2019``.
        title: the full name (名称).
        names: what texts may call it between 《 》, the usual one first (简称); the full name is always understood.
        kind: 法律, 党内法规, 监察法规, 地方性法规 … (类别).
        issuer, number, adopted, effective: words of the register (发布机关, 文号, 通过, 施行); may hold 〔待核〕.
        status: whether it is in force (状态).
        superseded_by: the id of the edition that took its place, or words where the register lacks it (被取代).
        renumbered: article of this edition → articles of the edition that took its place (条次对照).
        articles: the number of articles (条数), 0 when unknown.
        chapters: 章.
        gists: 要点, by place.
        seen: whether its text was looked at (原文: 已见 | 未见).
        note: a remark for readers (说明).
    """

    id: str
    title: str
    span: Span
    names: tuple[str, ...] = ()
    kind: str = ""
    issuer: str = ""
    number: str = ""
    adopted: str = ""
    effective: str = ""
    status: Status = Status.UNCONFIRMED
    superseded_by: str = ""
    renumbered: Mapping[int, tuple[int, ...]] = field(default_factory=dict)
    articles: int = 0
    chapters: tuple[Chapter, ...] = ()
    gists: Mapping[Provision, Gist] = field(default_factory=dict)
    seen: bool = False
    note: str = ""

    @property
    def name(self) -> str:
        """What texts usually call it."""
        return self.names[0] if self.names else self.title

    @property
    def src(self) -> str:
        """The generated page of the statute, relative to docs/."""
        return f"reference/statutes/{self.id}.md"

    def gist(self, place: Provision) -> Gist | None:
        """The summary of a place, else that of the paragraph or article that holds it."""
        wider = (place, Provision(self.id, place.article, place.paragraph), Provision(self.id, place.article))
        return next((self.gists[one] for one in wider if one in self.gists), None)
