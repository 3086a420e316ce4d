"""A document template: declared fields and the wording that uses them, independent of any output."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass

from handbook.diagnostics import Span
from handbook.model.expression import Computation, Condition


@dataclass(frozen=True, slots=True)
class Field:
    """A declared field of a template.

    Attributes:
        name: its name in Chinese, the text between `{{` and `}}`, and the tag of its Word control.
        type: the Chinese name of its type (文字, 日期 …), known or not.
        required: whether it must be filled in whatever the others hold (必填: 是).
        options: the choices of a 单选 or 多选.
        note: what to write in it (说明).
        example: a fictitious value (示例).
        max_length: most characters (最多字数), or None.
        spans: place of every key of the definition: ``类型`` → place.
        needed_when: when it must be filled in (必填: 当 …).
        computed: how its value follows from other fields (推算).
        texts: the conditions and computations as they were written: ``必填`` → text.
        not_before, not_after: the date fields that bound it (不早于, 不晚于), or ``""``.
        fields: what each row of a 重复组 holds (每行).
        example_rows: the fictitious rows of a 重复组, each as (name, value).
        per_document: whether each document of a packet has a value of its own (每份各填, in the dictionary).
        left_blank: whether a filled document without an example for it leaves it empty on purpose.
        least_rows, most_rows: how many rows a 重复组 may have (最少几行, 最多几行).
    """

    name: str
    type: str
    span: Span
    required: bool = False
    options: tuple[str, ...] = ()
    note: str = ""
    example: str = ""
    max_length: int | None = None
    spans: tuple[tuple[str, Span], ...] = ()
    needed_when: Condition | None = None
    computed: Computation | None = None
    texts: tuple[tuple[str, str], ...] = ()
    not_before: str = ""
    not_after: str = ""
    fields: tuple[Field, ...] = ()
    example_rows: tuple[tuple[tuple[str, str], ...], ...] = ()
    per_document: bool = False
    left_blank: bool = False
    least_rows: int = 1
    most_rows: int = 20

    def span_of(self, key: str) -> Span:
        """The place of one key of the definition, or of the field."""
        return dict(self.spans).get(key, self.span)

    def span_in(self, key: str, word: str) -> Span:
        """The place of a word in a condition or computation."""
        place = self.span_of(key)
        return Span(place.path, place.line, place.column + max(0, dict(self.texts).get(key, "").find(word)))


@dataclass(frozen=True, slots=True)
class Text:
    """Fixed words."""

    text: str


@dataclass(frozen=True, slots=True)
class Blank:
    """A field used in the wording."""

    field: str
    span: Span


@dataclass(frozen=True, slots=True)
class Signature:
    """A signature line: 签名：　　　年　月　日."""

    span: Span


Inline = Text | Blank | Signature


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph.

    Attributes:
        style: ``title``, ``heading1`` … ``heading4``, ``body``, or a value of `sources.template_syntax.STYLES`.
    """

    style: str
    inlines: tuple[Inline, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a grid with the columns and rows that it covers; `row` and `column` count from 0."""

    row: int
    column: int
    inlines: tuple[Inline, ...]
    span: Span
    columns: int = 1
    rows: int = 1

    @property
    def is_label(self) -> bool:
        """True for a cell that holds fixed words only: it names what stands beside or below it."""
        return bool(self.inlines) and all(isinstance(item, Text) for item in self.inlines)


@dataclass(frozen=True, slots=True)
class Grid:
    """A bordered table.

    Attributes:
        widths: of the columns, in mm.
        heights: for each row its least height in mm, or None.
        cells: by row, then column; together they cover every place of the grid exactly once.
        repeats: the rows that whoever fills the form may repeat (written ``|*``).
    """

    widths: tuple[float, ...]
    heights: tuple[float | None, ...]
    cells: tuple[Cell, ...]
    span: Span
    repeats: frozenset[int] = frozenset()

    def group_of(self, row: int) -> str:
        """The group that repeats a row: the first one whose columns stand in it; of other rows ``""``."""
        if row not in self.repeats:
            return ""
        cells = sorted((cell for cell in self.cells if cell.row == row), key=lambda cell: cell.column)
        names = (item.field for cell in cells for item in cell.inlines if isinstance(item, Blank))
        return next((name.partition(".")[0] for name in names if "." in name), "")


Block = Paragraph | Grid


@dataclass(frozen=True, slots=True)
class SheetFault:
    """What cannot be read of a template, in Chinese.

    Attributes:
        kind: the rule that reports it: ``definition``, ``unclosed``, ``style`` or ``grid``.
    """

    kind: str
    span: Span
    message: str
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Template:
    """A document template.

    Attributes:
        src: the page that defines it, relative to docs/.
        layout: 公文, 审批表 or 笔录.
        version: the number that its author raises with each change.
        blocks: the wording from top to bottom, the title first (style ``title``).
    """

    src: str
    code: str
    title: str
    version: str
    layout: str
    span: Span
    fields: tuple[Field, ...] = ()
    blocks: tuple[Block, ...] = ()
    faults: tuple[SheetFault, ...] = ()

    def field(self, name: str) -> Field | None:
        """The declared field of that name, or None."""
        return next((item for item in self.fields if item.name == name), None)

    def field_at(self, address: str) -> Field | None:
        """The field, or the column of a group, that an address names (see `addresses`)."""
        group, _, column = address.partition(".")
        found = self.field(address)
        if found is not None or not column:
            return found
        owner = self.field(group)
        return next((item for item in owner.fields if item.name == column), None) if owner else None

    def blanks(self) -> Iterator[Blank]:
        """Every use of a field in the wording, in the order of the source."""
        for block in self.blocks:
            parts = (block,) if isinstance(block, Paragraph) else block.cells
            for part in parts:
                yield from (item for item in part.inlines if isinstance(item, Blank))

    @property
    def fingerprint(self) -> str:
        """A hash of what the fields are, notes and examples aside: a filled file is checked against it."""
        return hashlib.sha256(repr(_facts(self.fields)).encode()).hexdigest()[:16]

    @property
    def addresses(self) -> frozenset[str]:
        """What may stand between `{{` and `}}`: names of fields, and ``组.列`` for the columns of groups."""
        columns = {f"{group.name}.{column.name}" for group in self.fields for column in group.fields}
        return frozenset(columns | {field.name for field in self.fields if not field.fields})


def _facts(fields: tuple[Field, ...]) -> list[tuple[object, ...]]:
    """What fields are, without places, notes and examples."""
    return [
        (
            *(f.name, f.type, f.required, f.options, f.max_length, f.needed_when, f.computed),
            *(f.not_before, f.not_after, f.least_rows, f.most_rows, _facts(f.fields)),
        )
        for f in fields
    ]
