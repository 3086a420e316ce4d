"""The raw HTML and the attribute lists of a page: every tag that may reach the site, whatever Markdown makes of it.

Python-Markdown finds raw HTML in three places by three different rules. So only what is code for certain is left out,
and the rest is read as a browser would read it; in doubt a tag counts.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from markdown_it.token import Token

from handbook.diagnostics import Span
from handbook.markup.policy import IMPLIED_END, VOID
from handbook.markup.tokens import COMMENT, Tag, decode, tags
from handbook.model.handbook import SourceFault
from handbook.model.markup import RawTag
from handbook.sources.characters import reference_faults
from handbook.sources.dialect import Dialect
from handbook.sources.structure import MAX_DEPTH, too_deep

_ANY = re.compile(r"&[#A-Za-z]|<[A-Za-z/!?]|[{](?::|[^{}\n]*[=#])")
_CODE = re.compile(r"(?<![\\`])(`{1,20})(?!`)(.+?)(?<!`)\1(?!`)", re.DOTALL)
_PLAIN_INFO = re.compile(r"\.?[\w#.+:-]*(?:[ \t]+[\w-]+=(?:\"[^\"]*\"|'[^']*'))*[ \t]*|\{[^{}\n]*\}[ \t]*")
_TAG_START = re.compile(r"<[A-Za-z/]")
_AUTOLINK = re.compile(r"<(?:https?|ftp|mailto):[^<>\s]*>|<[^<>\s@:/]+@[^<>\s@]+>", re.IGNORECASE)
_LIST = re.compile(r"\{:?[ ]*([^{}\n]*)\}")
_LISTED = re.compile(
    r"([^\s=\"'{}#.][^\s=\"'{}]*)[ ]*=[ ]*(\"[^\"]*\"|'[^']*'|[^\s}]*)|#([^\s{}]+)|(?<![^\s])([A-Za-z]+)"
)
_MAX_CUT = 50
_BARE = frozenset({"autofocus", "contenteditable", "hidden"})
_CONDITION = re.compile(r"<!--\s*\[if\b", re.IGNORECASE)
_CLOSED = ("-->", "--!>", "<!-->", "<!--->")


@dataclass
class Markup:
    """What was found, and what is wrong with it as such."""

    tags: list[RawTag] = field(default_factory=list)
    faults: list[SourceFault] = field(default_factory=list)


def read_markup(lines: list[str], tokens: Iterable[Token], dialect: Dialect, *, path: str, first: int) -> Markup:
    """The raw markup of a body.

    Args:
        lines: the body.
        tokens: what markdown-it made of it.
        dialect: the Markdown of the project.
        path: the file as diagnostics print it.
        first: the line of the file on which the body begins.
    """
    if not _ANY.search("\n".join(lines)):
        return Markup()
    masked, infos = _without_code(lines, tokens, dialect)
    markup = _Reader("\n".join(masked), infos if dialect.attr_list else (), dialect, path, first).read()
    markup.faults += reference_faults(masked, path, first)
    return markup


def _without_code(
    lines: list[str], tokens: Iterable[Token], dialect: Dialect
) -> tuple[list[str], list[tuple[int, str]]]:
    """The lines with blanks where code is, and the words behind each fence with their row."""
    masked, infos = list(lines), []
    for token in tokens:
        if not token.map:
            continue
        start, end = token.map
        if token.type == "fence":
            infos.append((start, token.info))
            if _is_code(lines[start], token, dialect):
                if not dialect.superfences or _is_indented(lines[start:end]):
                    masked[start:end] = [""] * (end - start)
            else:
                _mask_spans(masked, start, end)
        elif token.type == "code_block" and token.level == 0:
            masked[start:end] = [""] * (end - start)
        elif token.type == "inline":
            _mask_spans(masked, start, end)
    return masked, infos


def _is_code(opening: str, token: Token, dialect: Dialect) -> bool:
    """Whether Python-Markdown takes a fence for one, too: with other words behind it, or indented, it may not."""
    known = _PLAIN_INFO.fullmatch(token.info.strip()) is not None
    return known and (dialect.superfences or opening.startswith(token.markup))


def _is_indented(lines: list[str]) -> bool:
    """Whether no line of a fence stands further left than its opening, which ends the fence for superfences."""
    indent = lines[0][: len(lines[0]) - len(lines[0].lstrip(" "))]
    return all(line.startswith(indent) for line in lines if line.strip())


def _mask_spans(masked: list[str], start: int, end: int) -> None:
    """Blank the code spans of some lines; no span goes across an empty line."""
    while start < end:
        stop = next((row for row in range(start, end) if not masked[row].strip()), end)
        text = "\n".join(masked[start:stop])
        if "`" in text:
            masked[start:stop] = _CODE.sub(_blank, text).split("\n")
        start = stop + 1


def _blank(code: re.Match[str]) -> str:
    return "".join("\n" if c == "\n" else " " for c in code[0])


class _Reader:
    def __init__(self, text: str, infos: Iterable[tuple[int, str]], dialect: Dialect, path: str, first: int) -> None:
        self._text, self._infos, self._dialect = text, infos, dialect
        self._path, self._first = path, first
        self._starts = [0, *(found.end() for found in re.finditer("\n", text))]
        self._markup = Markup()
        self._cut = 0

    def read(self) -> Markup:
        self._scan(0, len(self._text), nested=False)
        if self._dialect.attr_list:
            self._lists()
        self._markup.tags.sort(key=lambda tag: tag.span)
        self._markup.faults += _structure(self._markup.tags)
        return self._markup

    def _span(self, offset: int) -> Span:
        row = bisect_right(self._starts, offset) - 1
        return Span(self._path, self._first + row, offset - self._starts[row] + 1)

    def _scan(self, start: int, end: int, *, nested: bool) -> None:
        """Read tags between two offsets; behind one that never ends the search goes on."""
        last_end = self._text.rfind(">", start, end) + 1
        if self._text.find("<!--", last_end, end) < 0:
            end = last_end  # what has no end is no tag
        while start < end:
            part = self._text[start:end]
            last = 0
            for tag in tags(part):
                self._take(tag, start, nested=nested)
                last = tag.end + len(tag.body)
            cut = _TAG_START.search(part, last)
            if cut is None:
                return
            self._cut += 1
            if self._cut > _MAX_CUT:
                message = "从这里起有很多没有写完的标签"
                hint = "补上“>”，或者把“<”换成“&lt;”"
                self._markup.faults.append(SourceFault("unclosed-html", self._span(start + cut.start()), message, hint))
                return
            start += cut.end()
            nested = True

    def _take(self, tag: Tag, base: int, *, nested: bool) -> None:
        start, end = base + tag.start, base + tag.end
        source = self._text[start:end]
        if tag.name == COMMENT:
            self._comment(source, start)
        elif not _AUTOLINK.match(source):
            span = self._span(start)
            self._markup.tags.append(RawTag(tag.name, dict(tag.attributes), span, tag.closing, nested))
            if "<" in source[1:]:
                self._scan(start + 1, end, nested=True)

    def _comment(self, source: str, start: int) -> None:
        if not source.startswith("<!--"):
            if not source.startswith("</"):
                message = f"“{source[:20]}”会被浏览器当成注释，读者看不见"
                hint = "删去它；要让读者看到，把“<”写成“&lt;”"
                self._markup.faults.append(SourceFault("unclosed-html", self._span(start), message, hint))
            return
        if not source.endswith(_CLOSED):
            message, hint = "注释“<!--”没有结束，后面的正文都看不见", "在注释后面写“-->”"
            self._markup.faults.append(SourceFault("unclosed-html", self._span(start), message, hint))
        if _CONDITION.match(source):
            message = f"“{source[: source.find(']') + 1][:40]}”是从 Word、WPS 带来的，旧的浏览器会运行里面的内容"
            hint = "删去从“<!--[if”到“<![endif]-->”的一段"
            self._markup.faults.append(SourceFault("unclosed-html", self._span(start), message, hint))
        before = self._text[self._text.rfind("\n", 0, start) + 1 : start]
        if before.strip(" >") and "\n\n" in source:  # Python-Markdown ends the paragraph there, comment or not
            self._scan(start + 4, start + len(source), nested=True)

    def _lists(self) -> None:
        for row, info in self._infos:
            for found in _LIST.finditer(info):
                self._listed(found[1], self._span(self._starts[row]))
        for found in _LIST.finditer(self._text):
            if self._is_applied(found.start(), found.end()):
                self._listed(found[1], self._span(found.start()))

    def _is_applied(self, start: int, end: int) -> bool:
        """Whether a list in braces stands behind an element, or at the end of a line or cell."""
        line_end = self._text.find("\n", end)
        rest = self._text[end : line_end if line_end >= 0 else len(self._text)].strip().rstrip("#").strip()
        return not rest or rest[0] == "|" or self._text[start - 1 : start] in set(")*_`>~^=]+")

    def _listed(self, words: str, span: Span) -> None:
        attributes: dict[str, str] = {}
        for name, value, identity, bare in _LISTED.findall(words):
            if identity:
                attributes["id"] = identity
            elif name:
                attributes.setdefault(name.lower(), decode(value.strip("\"'")))
            elif bare.lower() in _BARE or bare.lower().startswith("on"):
                attributes.setdefault(bare.lower(), "")
        if attributes:
            self._markup.tags.append(RawTag("", attributes, span))


def _structure(found: Iterable[RawTag]) -> Iterator[SourceFault]:
    """Tags that are never closed, and closing tags of nothing."""
    stack: list[RawTag] = []
    for tag in found:
        if not tag.name or tag.nested or tag.name in VOID:
            continue
        if not tag.closing:
            stack.append(tag)
            if len(stack) == MAX_DEPTH + 1:
                yield too_deep(tag.span)
            continue
        index = next((i for i in range(len(stack) - 1, -1, -1) if stack[i].name == tag.name), -1)
        if index < 0:
            message = f"“</{tag.name}>”前面没有“<{tag.name}>”"
            yield SourceFault("unclosed-html", tag.span, message, "删去它，或者补上开始的一半")
            continue
        yield from (_open(left) for left in stack[index + 1 :] if left.name not in IMPLIED_END)
        del stack[index:]
    yield from (_open(left) for left in stack if left.name not in IMPLIED_END)


def _open(tag: RawTag) -> SourceFault:
    message = f"“<{tag.name}>”没有结束，后面的正文会跟着变样"
    return SourceFault("unclosed-html", tag.span, message, f"在该结束的地方写“</{tag.name}>”")
