"""A statute or Party regulation of the register docs/reference/statutes.yml: facts and one-line summaries, no text."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from handbook.diagnostics import Span
from handbook.model.citation import Provision

_YEAR = r"(?P<year>(?:19|20)\d{2})"
_EDITION = r"年?(?:版|本|文本|旧版|修订|修订版|修正|修正版|原文|制定)?"
_BEHIND = re.compile(rf"(?P<base>.+?)\(?{_YEAR}{_EDITION}\)?")
_BEFORE = re.compile(rf"{_YEAR}{_EDITION}(?P<base>\D.+)")
_PREFIXES = ("中华人民共和国", "中国共产党")


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
    def years(self) -> frozenset[str]:
        """The years that tell this edition from others: of its id, its title and its names."""
        marked = {split_year(plain_name(name))[1] for name in (self.title, *self.names)}
        return frozenset({*marked, split_year(self.id.replace("-", ""))[1]} - {""})

    @property
    def src(self) -> str:
        """The generated page of the statute, relative to docs/."""
        return f"reference/statutes/{self.id}.md"

    def gist(self, place: Provision) -> Gist | None:
        """The summary of a place, else that of the paragraph or article that holds it."""
        wider = (place, Provision(self.id, place.article, place.paragraph), Provision(self.id, place.article))
        return next((self.gists[one] for one in wider if one in self.gists), None)


def plain_name(name: str) -> str:
    """A name without what does not tell it from others: blanks, brackets of full width."""
    return "".join(unicodedata.normalize("NFKC", name).split())


def split_year(name: str) -> tuple[str, str]:
    """A plain name without the year of its edition, and that year or ``""``: 监察法(2018年), 监察法2018, 2018年监察法."""
    found = _BEHIND.fullmatch(name) or _BEFORE.fullmatch(name)
    return (found["base"], found["year"]) if found else (name, "")


class StatuteNames:
    """What the statutes of a register are called.

    A statute is understood by its full name, the full name without the name of the state or the Party, and its short
    names; and by any of these with the year of its edition. Of several editions of one name the one in force is meant.
    """

    def __init__(self, statutes: Iterable[Statute] = ()) -> None:
        self._exact: dict[str, list[Statute]] = {}
        self._editions: dict[str, list[Statute]] = {}
        for statute in statutes:
            names = dict.fromkeys(plain_name(name) for name in (statute.title, *statute.names))
            short = [n.removeprefix(p) for n in names for p in _PREFIXES if n.startswith(p)]
            for name in dict.fromkeys((*names, *short)):
                self._exact.setdefault(name, []).append(statute)
                editions = self._editions.setdefault(split_year(name)[0], [])
                if statute not in editions:
                    editions.append(statute)

    def __bool__(self) -> bool:
        return bool(self._exact)

    def find(self, name: str, year: str = "") -> tuple[Statute, ...]:
        """The statutes that a name may mean: one, none when it is unknown, several when it is ambiguous.

        Args:
            name: what stands between 《 and 》.
            year: the year of the edition where it stands outside of these, else ``""``.
        """
        plain = plain_name(name)
        base, marked = split_year(plain)
        if year or marked:
            editions = self._editions.get(base, ())
            return tuple(statute for statute in editions if (year or marked) in statute.years)
        found = self._exact.get(plain, [])
        in_force = [statute for statute in found if statute.status is Status.IN_FORCE]
        return tuple(in_force if len(in_force) == 1 else found)

    def editions(self, name: str) -> tuple[Statute, ...]:
        """Every edition of what has a name, the year of the name aside."""
        return tuple(self._editions.get(split_year(plain_name(name))[0], ()))
