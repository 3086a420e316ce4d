"""docs/reference/statutes.yml → the statutes and Party regulations of the handbook."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from handbook.diagnostics import Span
from handbook.model.citation import Provision, number_of, place_of
from handbook.model.handbook import SourceFault
from handbook.model.spelling import did_you_mean
from handbook.model.statute import Chapter, Gist, Status, Statute
from handbook.model.value import Mapping, Scalar, Sequence, Value
from handbook.sources.register import Form, read_rows, register_fault, unknown_keys

FILE = "reference/statutes.yml"
TEXTS = ("名称", "类别", "发布机关", "文号", "通过", "施行", "状态", "被取代", "条数", "原文", "说明")
KEYS = (*TEXTS, "简称", "条次对照", "章", "要点")
_REQUIRED = ("名称", "状态")
_CHAPTER_KEYS = ("章", "起", "止")
_SEEN = {"已见": True, "未见": False, "": False}
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_FORM = Form("法规登记表", "编号: 内容", "每部法规以小写字母、数字、连字符的编号开头，例如 jiandu-zhiji-guize-2019")


def read_statutes(docs: Path, shown: str = "docs") -> tuple[dict[str, Statute], tuple[SourceFault, ...]]:
    """The statutes by id, and what is wrong with the register; a handbook without one knows no statutes.

    Args:
        docs: the folder of sources.
        shown: the folder as diagnostics print it.
    """
    rows, faults = read_rows(docs, FILE, shown, _FORM)
    known = [key.text for key, _ in rows or ()]
    read = [_Row(key, row, faults) for key, row in rows or () if _is_row(key, row, faults)]
    statutes = {row.key.text: row.statute(known) for row in read}
    for row in read:
        row.compare(statutes)
    return statutes, tuple(faults)


def _is_row(key: Scalar, row: Value, faults: list[SourceFault]) -> bool:
    if isinstance(row, Mapping):
        return True
    hint = f"下面要有 {'、'.join(_REQUIRED)}，还可以有 {'、'.join(k for k in KEYS if k not in _REQUIRED)}"
    faults.append(register_fault(key.span, f"法规“{key.text}”没有内容", hint))
    return False


@dataclass
class _Row:
    """One row of the register while it is read."""

    key: Scalar
    row: Value
    faults: list[SourceFault]
    values: dict[str, Value] = field(init=False)

    def __post_init__(self) -> None:
        entries = self.row.entries if isinstance(self.row, Mapping) else ()
        self.values = {name.text: value for name, value in entries}
        self.faults += unknown_keys(self.row, KEYS, "法规") if isinstance(self.row, Mapping) else ()
        for name, value in entries:
            if name.text in TEXTS and not isinstance(value, Scalar):
                self.fault(value.span, f"“{name.text}”只能写一句话", "在冒号后面写上，不换行")

    def fault(self, span: Span, message: str, hint: str) -> None:
        self.faults.append(register_fault(span, message, hint))

    def text(self, name: str) -> str:
        value = self.values.get(name)
        return value.text if isinstance(value, Scalar) else ""

    def span(self, name: str) -> Span:
        value = self.values.get(name)
        return value.span if value else self.key.span

    def statute(self, known: list[str]) -> Statute:
        if not _ID.fullmatch(self.key.text):
            hint = "只用小写字母、数字和连字符，例如 jiandu-zhiji-guize-2019"
            self.fault(self.key.span, f"法规编号“{self.key.text}”不对", hint)
        missing = [name for name in _REQUIRED if not self.text(name)]
        if missing:
            self.fault(self.key.span, f"法规 {self.key.text} 缺少“{'”“'.join(missing)}”", "补上")
        articles = self._count()
        return Statute(
            id=self.key.text,
            title=self.text("名称"),
            span=self.key.span,
            names=self._names(),
            kind=self.text("类别"),
            issuer=self.text("发布机关"),
            number=self.text("文号"),
            adopted=self.text("通过"),
            effective=self.text("施行"),
            status=self._status(),
            superseded_by=self._successor(known),
            renumbered=dict(self._renumbered(articles)),
            articles=articles,
            chapters=tuple(self._chapters(articles)),
            gists=self._gists(articles),
            seen=self._seen(),
            note=self.text("说明"),
        )

    def compare(self, statutes: dict[str, Statute]) -> None:
        """Hold the row against that of the edition that took its place."""
        statute = statutes[self.key.text]
        newer = statutes.get(statute.superseded_by)
        if statute.superseded_by and statute.status is Status.IN_FORCE:
            self.fault(self.span("状态"), "写了“被取代”，状态就不是现行有效", "改成“已修改”或者“已废止”")
        if statute.renumbered and newer is None and not _ID.fullmatch(statute.superseded_by):
            hint = "在“被取代”里写新版本的编号，并登记新版本"
            self.fault(self.span("条次对照"), "有条次对照，没有登记取代它的版本", hint)
        beyond = [n for new in statute.renumbered.values() for n in new if newer and n > newer.articles > 0]
        if newer and beyond:
            message = f"条次对照写到新版第 {beyond[0]} 条，新版只有 {newer.articles} 条"
            self.fault(self.span("条次对照"), message, "右边写新版的条次")

    def _names(self) -> tuple[str, ...]:
        value = self.values.get("简称")
        items = value.items if isinstance(value, Sequence) else (value,) if value else ()
        names = []
        for item in items:
            if not isinstance(item, Scalar) or not item.text:
                self.fault(item.span, "“简称”的每一项要写一个名字", "写成 简称: [监督执纪规则, 规则]")
            elif set(item.text) & set("《》"):
                self.fault(item.span, f"简称“{item.text}”不带书名号", "删去“《”和“》”")
            else:
                names.append(item.text)
        return tuple(names)

    def _status(self) -> Status:
        text = self.text("状态")
        known = [status.value for status in Status]
        if text in known:
            return Status(text)
        if text:
            hint = did_you_mean(text, known, f"写 {'、'.join(known)} 中的一个")
            self.fault(self.span("状态"), f"状态“{text}”不对", hint)
        return Status.UNCONFIRMED

    def _seen(self) -> bool:
        text = self.text("原文")
        if text not in _SEEN:
            hint = did_you_mean(text, [name for name in _SEEN if name], "写“已见”或者“未见”")
            self.fault(self.span("原文"), f"“原文: {text}”不对", hint)
        return _SEEN.get(text, False)

    def _successor(self, known: list[str]) -> str:
        """The id of the edition that took its place; words are allowed, a misspelt id is not."""
        text = self.text("被取代")
        if _ID.fullmatch(text) and "-" in text and text not in known:
            self.fault(self.span("被取代"), f"登记表里没有“{text}”", did_you_mean(text, known, "写登记表里的编号"))
        elif text == self.key.text:
            self.fault(self.span("被取代"), f"法规 {text} 不能被它自己取代", "写取代它的那一版的编号")
        return text

    def _count(self) -> int:
        text = self.text("条数")
        if not text:
            return 0
        number = _digits(text)
        if not number:
            self.fault(self.span("条数"), f"条数“{text}”不是正整数", "只写阿拉伯数字，例如 77")
        return number

    def _renumbered(self, articles: int) -> Iterator[tuple[int, tuple[int, ...]]]:
        """Pairs of an old article and the new ones; an article that was left out has none."""
        value = self.values.get("条次对照")
        if value is None or (isinstance(value, Scalar) and not value.text):
            return
        if not isinstance(value, Mapping):
            self.fault(value.span, "“条次对照”要写成“旧条次: 新条次”", "例如 21: [24]，删去的条写 21: []")
            return
        for old, new in value:
            items = new.items if isinstance(new, Sequence) else (new,)
            texts = [item.text if isinstance(item, Scalar) else "" for item in items]
            numbers = [_article(text) for text in texts]
            if not _article(old.text) or not all(numbers):
                self.fault(old.span, f"条次对照“{old.text}: {'、'.join(texts)}”不对", "条次写阿拉伯数字，例如 21: [24]")
            elif articles and _article(old.text) > articles:
                self.fault(old.span, f"这一版只有 {articles} 条，没有第 {old.text} 条", "左边写旧版的条次")
            else:
                yield _article(old.text), tuple(numbers)

    def _chapters(self, articles: int) -> Iterator[Chapter]:
        value = self.values.get("章")
        items = value.items if isinstance(value, Sequence) else (value,) if value else ()
        last = 0
        for item in items:
            chapter = self._chapter(item)
            if chapter is None:
                continue
            yield chapter
            if not chapter.first:
                continue
            if chapter.first <= last:
                self.fault(item.span, f"“{chapter.title}”从第 {chapter.first} 条起，和上一章重叠", "改起止条次")
            elif articles and chapter.last > articles:
                message = f"“{chapter.title}”到第 {chapter.last} 条为止，全文只有 {articles} 条"
                self.fault(item.span, message, "改止条次，或者改条数")
            last = chapter.last

    def _chapter(self, item: Value) -> Chapter | None:
        if not isinstance(item, Mapping) or not item.text("章"):
            self.fault(item.span, "“章”的每一项要写章名和起止条次", "写成 {章: 第一章 总则, 起: 1, 止: 4}")
            return None
        self.faults += unknown_keys(item, _CHAPTER_KEYS, "章")
        first, last = (_article(item.text(name)) for name in ("起", "止"))
        written = bool(item.text("起") or item.text("止"))
        if written and not 0 < first <= last:
            hint = "写阿拉伯数字，起不大于止；没有自己的条的编，两项都不写"
            self.fault(item.span, f"“{item.text('章')}”的起止条次不对", hint)
            return None
        return Chapter(item.text("章"), first, last)

    def _gists(self, articles: int) -> dict[Provision, Gist]:
        value = self.values.get("要点")
        if value is None or (isinstance(value, Scalar) and not value.text):
            return {}
        if not isinstance(value, Mapping):
            self.fault(value.span, "“要点”要写成“条款项: 一句话”", "例如 第二十一条第二款: 四类处置方式和时限")
            return {}
        found: dict[Provision, Gist] = {}
        for name, words in value:
            place = place_of(name.text, self.key.text)
            if place is None:
                self.fault(name.span, f"要点“{name.text}”不是条、款、项", "写成 第二十一条第二款第一项 这样")
            elif articles and place.article > articles:
                self.fault(name.span, f"要点写到“{name.text}”，全文只有 {articles} 条", "改条次，或者改条数")
            elif place in found:
                self.fault(name.span, f"要点“{name.text}”写了两次，前一次在第 {found[place].span.line} 行", "只留一个")
            elif not isinstance(words, Scalar) or not words.text:
                self.fault(name.span, f"要点“{name.text}”没有写内容", "在冒号后面用自己的话写一句")
            else:
                found[place] = Gist(place, words.text, name.span)
        return found


def _digits(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() else 0


def _article(text: str) -> int:
    """The number of an article: 21 or 第二十一条; 0 when it is none."""
    return _digits(text) or number_of(text.removeprefix("第").removesuffix("条")) or 0
