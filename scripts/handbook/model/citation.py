"""Provisions as texts cite them: 《监督执纪规则》第二十一条第二款、第三十条至第三十二条."""

from __future__ import annotations

from dataclasses import dataclass

from handbook.diagnostics import Span

_DIGITS = "零一二三四五六七八九"


@dataclass(frozen=True, slots=True, order=True)
class Provision:
    """A place in a statute of the register.

    Attributes:
        statute: the id of the statute.
        article: the number of the article (条), from 1.
        paragraph: the number of the paragraph (款), from 1; 0 for the whole article.
        item: the number of the item (项), from 1; 0 for none.
    """

    statute: str
    article: int
    paragraph: int = 0
    item: int = 0

    @property
    def anchor(self) -> str:
        """The id of the article on the page of its statute (``a21``)."""
        return f"a{self.article}"

    @property
    def words(self) -> str:
        """第二十一条第二款, as statutes number themselves."""
        paragraph = f"第{hanzi(self.paragraph)}款" if self.paragraph else ""
        item = f"第{hanzi(self.item)}项" if self.item else ""
        return f"第{hanzi(self.article)}条{paragraph}{item}"

    def covers(self, other: Provision) -> bool:
        """True when the other place lies in this one (or is this one)."""
        same = (self.statute, self.article) == (other.statute, other.article)
        return same and self.paragraph in (0, other.paragraph) and self.item in (0, other.item)


@dataclass(frozen=True, slots=True)
class Cited:
    """One element of a citation: a place, or a range of articles.

    Attributes:
        first: the place; its `statute` is ``""`` when the name is unknown or ambiguous.
        last_article: the last article of a range (第十条至第十三条), else `first.article`.
        text: the words as written (第三十条第二款).
        span: where they stand.
    """

    first: Provision
    last_article: int
    text: str
    span: Span

    def touches(self, place: Provision) -> bool:
        """True when the element cites the place, a part of it, or something that holds it."""
        if self.first.statute != place.statute or not self.first.article <= place.article <= self.last_article:
            return False
        return self.last_article != self.first.article or self.first.covers(place) or place.covers(self.first)


@dataclass(frozen=True, slots=True)
class Citation:
    """A statute named in a text, with the places that are cited of it.

    Attributes:
        name: what stands between 《 and 》.
        statute: the id of the statute, or ``""`` when the register does not tell which one is meant.
        cited: the places; empty where a statute is named without one.
        text: the whole citation as written.
        span: where it begins.
        place: what it stands in: the id of a step or heading, ``chart:<node>``, ``meta:<key>``, ``field:<name>``;
            ``""`` above the first heading.
    """

    name: str
    statute: str
    cited: tuple[Cited, ...]
    text: str
    span: Span
    place: str = ""


def hanzi(number: int) -> str:
    """A number from 1 to 999 as statutes write it: 十, 二十一, 一百零五, 二百一十."""
    hundreds, rest = divmod(number, 100)
    tens, ones = divmod(rest, 10)
    words = f"{_DIGITS[hundreds]}百" if hundreds else ""
    if tens:
        words += "十" if tens == 1 and not hundreds else f"{_DIGITS[tens]}十"
    elif hundreds and ones:
        words += "零"
    return words + (_DIGITS[ones] if ones else "")
