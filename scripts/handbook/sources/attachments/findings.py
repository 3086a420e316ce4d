"""What the readers of attachments gather: faults with a place, and texts."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from handbook.confidential import redacted
from handbook.diagnostics import Span
from handbook.model.attachment import Excerpt
from handbook.model.handbook import SourceFault

MAX_TEXT = 6_000_000
"""Letters of a file that are looked through: a book has one million."""
_RESAVE = "用 Word 或者 WPS 打开，另存一份干净的再放进来"


@dataclass
class Found:
    """What one file holds."""

    span: Span
    faults: list[SourceFault] = field(default_factory=list)
    excerpts: list[Excerpt] = field(default_factory=list)
    length: int = 0

    def danger(self, what: str, hint: str = _RESAVE) -> None:
        """Something that runs, or fetches something, when the file is opened."""
        self._add(SourceFault("attachment-danger", self.span, self._named(what), hint))

    def broken(self, what: str, hint: str = "重新导出这个文件，打开看一遍再放进来") -> None:
        """Something that keeps the file from being read as what it claims to be."""
        self._add(SourceFault("attachment-broken", self.span, self._named(what), hint))

    def traces(self, what: str, hint: str) -> None:
        """Something that tells who wrote the file, where, or what was taken out again."""
        self._add(SourceFault("attachment-traces", self.span, self._named(what), hint))

    def unread(self, what: str) -> None:
        """Words that no program can read, so that a person must."""
        hint = "请人看一遍有没有涉密内容和个人信息；能换成文字的 PDF 最好"
        self._add(SourceFault("attachment-unread", self.span, self._named(what), hint))

    def web(self, what: str, hint: str) -> None:
        """Something that a browser runs."""
        self._add(SourceFault("web-file", self.span, self._named(what), hint))

    def formula(self, what: str, hint: str, span: Span) -> None:
        """A cell that a spreadsheet program computes."""
        self.faults.append(SourceFault("attachment-formula", span, self._named(what), hint))

    def text(self, words: str, where: str) -> None:
        """Words that somebody may read in the file."""
        self.length += len(words)
        if self.length > MAX_TEXT:
            self.broken("里面的字太多，没法检查", "拆成几个文件")
        elif words.strip():
            self.excerpts.append(Excerpt(words, where, self.span))

    def lines(self, words: str) -> None:
        """The words of a plain text file, whose lines are lines of the file."""
        self.excerpts.append(Excerpt(words, "", self.span))

    def take(self, others: Iterable[SourceFault], excerpts: Iterable[Excerpt], name: str) -> None:
        """Take over what a file inside of this one holds."""
        self.faults += [replace(fault, span=self.span, message=f"里面的“{name}”：{fault.message}") for fault in others]
        for excerpt in excerpts:
            self.text(excerpt.text, f"里面的“{name}”{excerpt.where}")

    def _named(self, what: str) -> str:
        """What is wrong, fit for a terminal: nothing unprintable, and no whole number that names quote."""
        return redacted("".join(c if c.isprintable() else " " for c in what))

    def _add(self, fault: SourceFault) -> None:
        if fault not in self.faults:
            self.faults.append(fault)
