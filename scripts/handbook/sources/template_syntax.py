"""A template page's front matter and wording → Template; faults are collected, never raised."""

from __future__ import annotations

import re
from collections.abc import Mapping as AbstractMapping
from collections.abc import Sequence

from handbook.diagnostics import Span
from handbook.model.dictionary import Fact
from handbook.model.spelling import did_you_mean
from handbook.model.template import Block, Inline, Paragraph, SheetFault, Signature, Template, Text
from handbook.model.value import Mapping
from handbook.sources.template_fields import read_fields
from handbook.sources.template_grid import OPENING, GridReader
from handbook.sources.template_inlines import DROPPED, mask_comments, read_inlines

# What authors write in braces at the start of a line → the style of the paragraph in the model.
STYLES: AbstractMapping[str, str] = {
    "右": "right",
    "居中": "centred",
    "顶格": "flush",
    "署名": "signatory",
    "日期": "dated",
    "附件": "attachment",
    "问": "question",
    "答": "answer",
    "问答": "dialogue",
    "签": "signing",
}

_HEADING = re.compile(r"(#+)([ \t\u3000]*)(.*)", re.DOTALL)
_DEEPEST = 5
_BLANKS = f" \t\u3000{DROPPED}"


def read_template(
    meta: Mapping,
    body_lines: Sequence[str],
    *,
    src: str,
    path: str,
    body_line: int,
    facts: AbstractMapping[str, Fact] | None = None,
) -> Template:
    """A template.

    Args:
        meta: the front matter.
        body_lines: the lines behind the front matter.
        src: the page, relative to docs/.
        path: the page as diagnostics print it.
        body_line: the number of the first of the lines in its file.
        facts: the field dictionary.
    """
    fields, faults = read_fields(meta, facts)
    reader = _BodyReader(path, body_line)
    reader.read(mask_comments(body_lines))
    return Template(
        src=src,
        code=meta.text("code"),
        title=meta.text("title"),
        version=meta.text("version"),
        layout=meta.text("layout"),
        span=Span(path),
        fields=fields,
        blocks=tuple(reader.blocks),
        faults=(*faults, *reader.faults),
    )


class _BodyReader:
    """Reads the wording from top to bottom; a paragraph ends at a blank line, a marker, a heading or a grid."""

    def __init__(self, path: str, line: int) -> None:
        self.blocks: list[Block] = []
        self.faults: list[SheetFault] = []
        self._path = path
        self._first = line
        self._open: tuple[str, Span, list[Inline]] | None = None

    def read(self, lines: Sequence[str]) -> None:
        index = 0
        while index < len(lines):
            index += self._line(lines, index)
        self._close()

    def _line(self, lines: Sequence[str], index: int) -> int:
        """Read a line, or a whole grid; how many lines that were."""
        line = lines[index]
        words = line.strip(_BLANKS)
        place = Span(self._path, self._first + index, 1 + len(line) - len(line.lstrip(_BLANKS)))
        if not words:
            if DROPPED not in line:
                self._close()
        elif words.startswith(":::"):
            return self._grid(lines[index:], words, place)
        elif words.startswith("#"):
            self._heading(words, place)
        elif words.startswith(("|", "｜")):
            return self._stray_rows(lines[index:], place)
        elif words.startswith("{") and not words.startswith("{{"):
            self._marked(words, place)
        else:
            self._more(words, place)
        return 1

    def _fault(self, kind: str, place: Span, message: str, hint: str) -> None:
        self.faults.append(SheetFault(kind, place, message, hint))

    def _inlines(self, text: str, place: Span) -> list[Inline]:
        inlines, faults = read_inlines(text, place)
        self.faults += faults
        return inlines

    def _close(self) -> None:
        if self._open is None:
            return
        style, place, inlines = self._open
        self._open = None
        if style == "signing" and not any(isinstance(item, Signature) for item in inlines):
            inlines.append(Signature(place))
        self.blocks.append(Paragraph(style, tuple(inlines), place))

    def _more(self, words: str, place: Span) -> None:
        """Another line of the open paragraph, or the first of one of body text."""
        inlines = self._inlines(words, place)
        if self._open is None:
            self._open = ("body", place, inlines)
            return
        before = self._open[2]
        if before and inlines and isinstance(before[-1], Text) and isinstance(inlines[0], Text):
            gap = " " if before[-1].text[-1].isascii() and inlines[0].text[0].isascii() else ""
            before[-1] = Text(before[-1].text + gap + inlines.pop(0).text)  # type: ignore[union-attr]
        before.extend(inlines)

    def _marked(self, words: str, place: Span) -> None:
        self._close()
        name, closed, rest = words[1:].partition("}")
        if "{" in name:  # the brace that closes is another's
            closed = ""
        style = STYLES.get(name.strip())
        if style is None:
            if not closed:
                self._fault(
                    "style",
                    place,
                    f"“{words.split(' ', maxsplit=1)[0][:8]}”的花括号没有收尾",
                    "样式写成“{右}”，字段写成“{{字段名}}”",
                )
            else:
                known = f"样式只有：{'、'.join(STYLES)}；字段要写两个花括号“{{{{{name}}}}}”"
                self._fault("style", place, f"没有“{{{name}}}”这种样式", did_you_mean(name, STYLES, known))
            style = "body"
        start = len(words) - len(rest) if closed else 1
        lead = len(rest) - len(rest.lstrip()) if closed else 0
        text = rest.strip() if closed else words[1:]
        inner = Span(place.path, place.line, place.column + start + lead)
        self._open = (style, place, self._inlines(text, inner))

    def _heading(self, words: str, place: Span) -> None:
        self._close()
        found = _HEADING.match(words)
        assert found is not None  # noqa: S101 - the line starts with #
        marks, gap, text = found.groups()
        if not gap:
            self._fault("style", place, f"“{marks}”后面少一个空格", f"写成“{marks} {text[:12]}”")
        level = len(marks)
        if level > _DEEPEST:
            self._fault("style", place, f"“{marks}”层次太深，最多到“#####”（1）", "减少层次")
        inner = Span(place.path, place.line, place.column + level + len(gap))
        style = "title" if level == 1 else f"heading{min(level, _DEEPEST) - 1}"
        self.blocks.append(Paragraph(style, tuple(self._inlines(text, inner)), place))

    def _grid(self, lines: Sequence[str], words: str, place: Span) -> int:
        self._close()
        if not words[3:].strip().startswith(OPENING):
            message = "“:::”前面没有开始的表格" if words == ":::" else f"看不懂“{words[:12]}”"
            self._fault("grid", place, message, "表格以“::: 表格 30 48 30 48”开始，以“:::”结束")
            return 1
        reader = GridReader(self._path)
        grid, taken = reader.read(lines, place.line)
        self.faults += reader.faults
        self.blocks.append(grid)
        return taken

    def _stray_rows(self, lines: Sequence[str], place: Span) -> int:
        """Table rows outside of a grid: one fault for all that stand together."""
        self._close()
        hint = "在上面加一行“::: 表格 ”和各列的毫米数，在下面加一行“:::”"
        self._fault("grid", place, "表格的行不在“::: 表格”和“:::”之间", hint)
        rows = (offset for offset, line in enumerate(lines) if not line.strip(_BLANKS).startswith(("|", "｜")))
        return next(rows, len(lines))
