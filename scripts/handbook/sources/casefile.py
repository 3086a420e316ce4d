"""docs/casefile/facts.yml → the fictitious case as it is written; `casefile_filling` fills its documents."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from handbook.diagnostics import Span
from handbook.model.casefile import FOLDER, Approval, CaseDocument, CaseFile, Mistake, Running
from handbook.model.handbook import SourceFault
from handbook.model.value import Mapping, Scalar, Sequence, Value
from handbook.sources.holidays import read_years
from handbook.sources.register import Form, missing_keys, read_rows, register_fault, unknown_keys

FILE = f"{FOLDER}/facts.yml"
KEYS = ("案件", "案情", "阶段", "案卷", "对象", "人物", "职责", "日历", "事实", "文书")
_OPTIONAL = ("各写各的", "没有走到的时限")
DOCUMENT_KEYS = ("文书", "卷", "阶段", "步骤", "日期", "页数", "为什么")
_DOCUMENT_OPTIONAL = ("名称", "对象", "权限", "内容", "期限", "批准", "常见错误", "目录")
_RUNNING = (("时限", "起算"), ("分项", "办到", "写在"))
_APPROVAL = (("谁", "日期"), ())
_MISTAKE = (("错", "为什么"), ("字段", "对"))


def read_casefile(docs: Path, shown: str = "docs") -> tuple[CaseFile | None, tuple[SourceFault, ...]]:
    """The case, or None in a handbook without one, and what is wrong with the file.

    Args:
        docs: the folder of sources.
        shown: the folder as diagnostics print it.
    """
    rows, faults = read_rows(docs, FILE, shown, Form("模拟案卷", "案件: 名称", f"要写 {'、'.join(KEYS)}"))
    if not rows:
        return None, tuple(faults)
    reader = _Reader(faults)
    return reader.case(Mapping(rows, Span(f"{shown}/{FILE}"))), tuple(faults)


class _Reader:
    def __init__(self, faults: list[SourceFault]) -> None:
        self._faults = faults
        self._seen: Counter[str] = Counter()

    def case(self, row: Mapping) -> CaseFile:
        self._check_keys(row, "模拟案卷", KEYS, _OPTIONAL)
        people = self._named(row, "人物")
        years, unread = read_years(self._mapping(row, "日历"))
        self._faults.extend(unread)
        subject = Scalar(row.text("对象"), row.key_span("对象"))
        return CaseFile(
            row.text("案件"),
            row.span,
            story=row.texts("案情"),
            people={key.text: self._scalars(value, key) for key, value in people},
            offices=self._scalars(row.get("职责"), Scalar("职责", row.key_span("职责"))),
            calendar=years,
            facts=self._scalars(row.get("事实"), Scalar("事实", row.key_span("事实"))),
            apart=frozenset(row.texts("各写各的")),
            unused=self._scalars(row.get("没有走到的时限"), Scalar("没有走到的时限", row.span)),
            stages=row.texts("阶段"),
            volumes=row.texts("案卷"),
            documents=tuple(self._documents(row, subject)),
        )

    def _documents(self, row: Mapping, subject: Scalar) -> Iterator[CaseDocument]:
        for entry in self._entries(row, "文书"):
            self._check_keys(entry, "一份文书", DOCUMENT_KEYS, _DOCUMENT_OPTIONAL)
            yield self._document(entry, subject)

    def _document(self, entry: Mapping, subject: Scalar) -> CaseDocument:
        code = self._one(entry, "文书")
        own, rows = self._content(entry)
        named = entry.text("对象")
        return CaseDocument(
            id=self._id(code.text),
            code=code,
            title=entry.text("名称"),
            volume=self._one(entry, "卷"),
            stage=self._one(entry, "阶段"),
            step=self._one(entry, "步骤"),
            day=self._one(entry, "日期"),
            why=entry.text("为什么"),
            pages=self._pages(entry),
            subject=self._one(entry, "对象") if named else subject,
            span=code.span,
            matter=self._maybe(entry, "权限"),
            own=own,
            rows=rows,
            runnings=tuple(
                Running(
                    self._one(r, "时限"),
                    self._maybe(r, "分项"),
                    self._one(r, "起算"),
                    self._maybe(r, "办到"),
                    self._maybe(r, "写在"),
                )
                for r in self._parts(entry, "期限", _RUNNING)
            ),
            approvals=tuple(
                Approval(self._one(r, "谁"), self._one(r, "日期")) for r in self._parts(entry, "批准", _APPROVAL)
            ),
            mistakes=tuple(
                Mistake(self._maybe(r, "字段"), r.text("错"), r.text("对"), r.text("为什么"), r.key_span("错"))
                for r in self._parts(entry, "常见错误", _MISTAKE)
            ),
            contents=entry.text("目录") == "是",
        )

    def _id(self, code: str) -> str:
        """The code in small letters; of a template that comes again, with a number behind it."""
        self._seen[code] += 1
        number = self._seen[code]
        return code.lower() if number == 1 else f"{code.lower()}-{number}"

    def _pages(self, entry: Mapping) -> int:
        text = entry.text("页数")
        if "页数" in entry and not (text.isascii() and text.isdigit() and int(text)):
            self._fault(entry.key_span("页数"), f"页数“{text}”不是数字", "写这份文书有几页，例如 2")
            return 1
        return int(text or 1)

    def _content(self, entry: Mapping) -> tuple[dict[str, Scalar], dict[str, tuple[dict[str, Scalar], ...]]]:
        """The fields and the groups that a document states."""
        own, rows = {}, {}
        for key, value in self._mapping(entry, "内容"):
            if isinstance(value, Scalar):
                own[key.text] = value
            elif isinstance(value, Sequence):
                rows[key.text] = tuple(self._scalars(item, key) for item in value.items)
            else:
                self._fault(value.span, f"“{key.text}”要写一个值，或者一行一项", "写成“字段: 值”")
        return own, rows

    def _parts(self, entry: Mapping, key: str, keys: tuple[tuple[str, ...], tuple[str, ...]]) -> Iterator[Mapping]:
        for part in self._entries(entry, key):
            self._check_keys(part, f"“{key}”", *keys)
            yield part

    def _entries(self, row: Mapping, key: str) -> Iterator[Mapping]:
        value = row.get(key)
        items = value.items if isinstance(value, Sequence) else () if value is None else (value,)
        for item in items:
            if isinstance(item, Mapping):
                yield item
            else:
                self._fault(item.span, f"“{key}”的每一项要写几行“名称: 值”", "以“- ”开头，一项一段")

    def _named(self, row: Mapping, key: str) -> tuple[tuple[Scalar, Value], ...]:
        return self._mapping(row, key).entries

    def _mapping(self, row: Mapping, key: str) -> Mapping:
        value = row.get(key)
        if value is not None and not isinstance(value, Mapping):
            self._fault(row.key_span(key), f"“{key}”要一行写一个“名称: 值”", "写成“名称: 值”")
        return value if isinstance(value, Mapping) else Mapping((), row.key_span(key))

    def _scalars(self, value: Value | None, name: Scalar) -> dict[str, Scalar]:
        """The texts of a mapping by their names."""
        if value is not None and not isinstance(value, Mapping):
            self._fault(value.span, f"“{name.text}”要一行写一个“名称: 值”", "写成“名称: 值”")
        found = {}
        for key, item in value if isinstance(value, Mapping) else ():
            if isinstance(item, Scalar):
                found[key.text] = item
            else:
                self._fault(item.span, f"“{key.text}”要写一个值", "写成“名称: 值”")
        return found

    def _check_keys(self, row: Mapping, what: str, needed: Iterable[str], optional: Iterable[str]) -> None:
        first = row.entries[0][0].span if row.entries else row.span
        self._faults += unknown_keys(row, (*needed, *optional), what)
        self._faults += missing_keys(row, tuple(needed), what, first)

    def _one(self, row: Mapping, key: str) -> Scalar:
        value = row.get(key)
        return value if isinstance(value, Scalar) else Scalar("", row.key_span(key))

    def _maybe(self, row: Mapping, key: str) -> Scalar | None:
        return self._one(row, key) if row.text(key) else None

    def _fault(self, span: Span, message: str, hint: str) -> None:
        self._faults.append(register_fault(span, message, hint))
