"""A matter of the register docs/reference/authority.yml: who may decide it, and whether a township may."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from handbook.diagnostics import Span


class Power(StrEnum):
    """What a township may do in a matter."""

    OWN = "能办"
    ABOVE = "要批"
    NONE = "不能办"
    ALWAYS = "底线"


@dataclass(frozen=True, slots=True)
class Reference:
    """A procedure, one of its steps, or a document template that the register names, and where it does."""

    code: str
    span: Span
    step: str = ""

    @property
    def text(self) -> str:
        """The reference as it is written: ``SC-04#s3``."""
        return f"{self.code}#{self.step}" if self.step else self.code


@dataclass(frozen=True, slots=True)
class Matter:
    """A row of the register, in its words.

    Attributes:
        id: ``A-07``.
        power: what a township may do in it (分类).
        subject: the matter (事项).
        words: who approves it, or why a township may not do it, as readers are told (写法); may hold 〔待核〕.
        approvers: those whom procedures, charts and documents must name (谁批).
        called: words by which tables, charts and sentences name the matter (认词).
        procedures: where it is dealt with (程序).
        templates: the documents by which it is approved (文书).
        basis: the provisions (依据).
        note: a remark for readers (说明).
        unconfirmed: which part of `words` is not confirmed (待核), or ``""``.
    """

    id: str
    power: Power
    subject: str
    span: Span
    words: str = ""
    approvers: tuple[str, ...] = ()
    called: tuple[str, ...] = ()
    procedures: tuple[Reference, ...] = ()
    templates: tuple[Reference, ...] = ()
    basis: str = ""
    note: str = ""
    unconfirmed: str = ""

    @property
    def anchor(self) -> str:
        """The id of its row on the page of authority (``a-07``)."""
        return self.id.lower()
