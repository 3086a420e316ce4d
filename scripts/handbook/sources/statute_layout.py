"""The lines of a statute's text → its articles, paragraphs (款) and items (项)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from handbook.model.citation import NUMBER, Provision, number_of
from handbook.model.statute_text import Clause

_ARTICLE = re.compile(
    rf"(?P<bold>\*\*)?第\s?(?P<number>{NUMBER})\s?条(?:之(?P<branch>{NUMBER}))?(?:\*\*)?(?P<gap>\s*)(?P<rest>.*)"
)
_PART = re.compile(rf"第\s?{NUMBER}\s?(?:编|分编|章|节)(?:\s|$)|附\s*则$|附件[一二三四五六七八九十0-9：:]*$|目\s*录$")
_ITEM = re.compile(rf"[（(]\s?{NUMBER}\s?[）)]")
_LOWER = re.compile(r"[0-9０-９]{1,2}\s?[.．、]")
_GOES_ON = "、，。；至和与及或款项的规所之中"


@dataclass
class _Article:
    clauses: list[Clause] = field(default_factory=list)

    def take(self, line: str) -> None:
        """A line of the article: an item, what stands under an item, or a new paragraph."""
        last = self.clauses[-1] if self.clauses else None
        if _ITEM.match(line):
            base = self.clauses.pop() if last else Clause("")
            self.clauses.append(Clause(base.text, (*base.items, line)))
        elif last and last.items and _LOWER.match(line):
            self.clauses[-1] = Clause(last.text, (*last.items[:-1], f"{last.items[-1]}{line}"))
        else:
            self.clauses.append(Clause(line))


@dataclass(frozen=True, slots=True)
class Layout:
    """What a text holds.

    Attributes:
        title: its first heading or line.
        articles: the paragraphs of each article; the statute of the keys is ``""``.
        order: the numbers of its articles without those put in later (第十条之一), in the order of the text.
    """

    title: str
    articles: dict[Provision, tuple[Clause, ...]]
    order: tuple[int, ...]

    @property
    def gaps(self) -> tuple[str, ...]:
        """What keeps the articles from running 1…n, in Chinese."""
        found, last = [], 0
        for number in self.order:
            if number <= last:
                found.append(f"第 {last} 条后面又是第 {number} 条")
            elif number > last + 1:
                missing = f"第 {last + 1} 条" if number == last + 2 else f"第 {last + 1} 条至第 {number - 1} 条"
                found.append(f"缺{missing}")
            last = number
        empty = (place for place, clauses in self.articles.items() if not any(c.lines for c in clauses))
        return (*found, *(f"{place.words}没有内容" for place in empty))


def layout(lines: Iterable[str]) -> Layout:
    """The articles of a text.

    An article begins where a line begins with its number: set off by bold type or a blank, or simply the next number.

    Args:
        lines: its paragraphs, with or without the marks of Markdown.
    """
    title = ""
    order: list[int] = []
    articles: dict[Provision, _Article] = {}
    current: _Article | None = None
    for raw in lines:
        line = raw.strip().lstrip("#>").strip()
        if not any(map(str.isalnum, line)):
            continue  # blank, a ruled line, what a converter left behind
        title = title or line
        place, rest = _opening(line, order[-1] if order else 0)
        if place is not None:
            current = articles[place] = _Article()
            if not place.branch:
                order.append(place.article)
            if rest:
                current.take(rest)
        elif raw.lstrip().startswith("#") or _PART.match(line):
            current = None
        elif current is not None:
            current.take(line.replace("**", ""))
    return Layout(title, {place: tuple(article.clauses) for place, article in articles.items()}, tuple(order))


def _opening(line: str, last: int) -> tuple[Provision | None, str]:
    """The article that a line opens, and the words behind its number; (None, "") for another line."""
    found = _ARTICLE.match(line)
    number = number_of(found["number"]) if found else None
    if found is None or number is None:
        return None, ""
    rest = found["rest"].replace("**", "").strip()
    set_off = bool(found["bold"] or found["gap"] or not rest)
    if not set_off and (number != last + 1 or rest[0] in _GOES_ON):
        return None, ""
    return Provision("", number, branch=number_of(found["branch"] or "") or 0), rest
