"""Provisions as texts cite them: 《监督执纪规则》第二十一条第二款、第三十条至第三十二条."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field

from handbook.diagnostics import Span

_DIGITS = "零一二三四五六七八九"
_UNITS = {"十": 10, "百": 100}
NUMBER = "[零〇一二三四五六七八九十百两0-9０-９]+"
"""A number as people write it, well formed or not, as a regular expression."""
_PLACE = re.compile(
    rf"第(?P<article>{NUMBER})条(?:之(?P<branch>{NUMBER}))?(?:第(?P<paragraph>{NUMBER})款)?"
    rf"(?:第[（(]?(?P<item>{NUMBER})[）)]?项)?"
)


@dataclass(frozen=True, slots=True, order=True)
class Provision:
    """A place in a statute of the register.

    Attributes:
        statute: the id of the statute.
        article: the number of the article (条), from 1.
        paragraph: the number of the paragraph (款), from 1; 0 for the whole article.
        item: the number of the item (项), from 1; 0 for none.
        branch: the number behind 之 of an article put in later (第一百二十条之一), else 0.
    """

    statute: str
    article: int
    paragraph: int = 0
    item: int = 0
    branch: int = 0

    @property
    def anchor(self) -> str:
        """The id of the article on the page of its statute (``a21``)."""
        return f"a{self.article}-{self.branch}" if self.branch else f"a{self.article}"

    @property
    def whole(self) -> Provision:
        """The article that holds the place."""
        return Provision(self.statute, self.article, branch=self.branch)

    @property
    def words(self) -> str:
        """第二十一条第二款, as statutes number themselves."""
        paragraph = f"第{hanzi(self.paragraph)}款" if self.paragraph else ""
        item = f"第{hanzi(self.item)}项" if self.item else ""
        branch = f"之{hanzi(self.branch)}" if self.branch else ""
        return f"第{hanzi(self.article)}条{branch}{paragraph}{item}"

    def covers(self, other: Provision) -> bool:
        """True when the other place lies in this one (or is this one)."""
        return self.whole == other.whole and self.paragraph in (0, other.paragraph) and self.item in (0, other.item)


@dataclass(frozen=True, slots=True)
class Cited:
    """One element of a citation: a place, or a range of places.

    Attributes:
        first: the place; its `statute` is ``""`` when the name is unknown or ambiguous.
        last_article: the last article of a range (第十条至第十三条), else `first.article`.
        text: the words as written (第三十条第二款).
        span: where they stand.
        last: the last place of a range (第一款至第三款), else None.
        suggestion: how the element should be written, where its numbers are not well formed; else ``""``.
    """

    first: Provision
    last_article: int
    text: str
    span: Span
    last: Provision | None = None
    suggestion: str = ""

    @property
    def ends(self) -> tuple[Provision, ...]:
        """The place, or the first and the last of a range."""
        return (self.first, self.last) if self.last else (self.first,)

    def touches(self, place: Provision) -> bool:
        """True when the element cites the place, a part of it, or something that holds it."""
        if self.first.statute != place.statute or not self.first.article <= place.article <= self.last_article:
            return False
        last = self.last or self.first
        if last.whole != self.first.whole:
            return True
        return self.first.branch == place.branch and all(
            0 in (low, number) or low <= number <= high
            for low, number, high in (
                (self.first.paragraph, place.paragraph, last.paragraph),
                (self.first.item, place.item, last.item),
            )
        )


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
            ``wording`` of a document, ``row:<key>`` of a register; ``""`` above the first heading.
        year: the year of the edition where it stands outside of 《 and 》 (《监察法》（2018年）), else ``""``.
        context: the text of the block in which it stands, and `offset` where it begins there.
    """

    name: str
    statute: str
    cited: tuple[Cited, ...]
    text: str
    span: Span
    place: str = ""
    year: str = ""
    context: str = field(default="", repr=False)
    offset: int = 0

    @property
    def before(self) -> str:
        """The words of the block before the citation."""
        return self.context[: self.offset]

    @property
    def behind(self) -> str:
        """The words of the block behind the citation."""
        return self.context[self.offset + len(self.text) :]


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


def number_of(words: str) -> int | None:
    """The number from 1 to 999 that well-formed words mean (二十一, 一百零五, 21, ２１), or None."""
    plain = unicodedata.normalize("NFKC", words)
    if plain.isascii() and plain.isdigit():
        return int(plain) if plain[0] != "0" and len(plain) <= 3 else None
    guess = likely_number(words)
    return guess if 0 < guess < 1000 and hanzi(guess) == words.replace("〇", "零") else None


def likely_number(words: str) -> int:
    """The number that words most likely mean, however they are put (一百五 is 105, 一三五 is 135); 0 when none."""
    plain = unicodedata.normalize("NFKC", words).replace("〇", "零").replace("两", "二")
    if not any(unit in plain for unit in _UNITS):
        digits = "".join(str(_DIGITS.index(c)) if c in _DIGITS else c for c in plain)
        return int(digits) if digits.isdigit() else 0
    total = digit = 0
    for character in plain:
        if character in _UNITS:
            total += (digit or 1) * _UNITS[character]
            digit = 0
        else:
            digit = digit * 10 + (_DIGITS.index(character) if character in _DIGITS else int(character))
    return total + digit


def place_of(words: str, statute: str = "") -> Provision | None:
    """The place that words name (第二十一条第二款第一项), or None when they are something else."""
    found = _PLACE.fullmatch(words)
    if found is None:
        return None
    numbers = {name: number_of(part) if part else 0 for name, part in found.groupdict().items()}
    if None in numbers.values():
        return None
    return Provision(statute, **{name: number or 0 for name, number in numbers.items()})
