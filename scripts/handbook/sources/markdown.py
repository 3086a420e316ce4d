"""Markdown of a page → its headings, anchors, links and fences, each with its place.

Reads what Python-Markdown would build with the project's extensions, without running it: markdown-it knows the
line of every block, Python-Markdown does not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.footnote import footnote_plugin

from handbook.diagnostics import Span
from handbook.model.handbook import Ignore, SourceFault
from handbook.model.link import Link, LinkKind
from handbook.model.page import Heading
from handbook.sources.dialect import Dialect
from handbook.sources.html_tags import read_tags
from handbook.sources.markdown_blocks import use_block_rules
from handbook.sources.markdown_inline import Found, use_inline_rules
from handbook.sources.passages import Passage, words
from handbook.sources.raw_markup import read_markup
from handbook.sources.reading import Fence, Reading
from handbook.sources.slips import slips
from handbook.sources.slugs import unique
from handbook.sources.snippets import outside_fault, snippets
from handbook.sources.structure import structure_faults

_BARE = re.compile(r"(?:https?://|www\.)[^\s<>\"'“”‘’（）《》，。；、！？）\]]+")
_ATTRIBUTES = re.compile(r"\{:?[ ]*(?P<list>[^{}\n]*)\}")
_IGNORE = re.compile(r"<!--\s*handbook:\s*ignore\s+(?P<code>[A-Z]{3}\d{3})(?P<reason>[^\n]*?)-->")


def parser(dialect: Dialect) -> MarkdownIt:
    """A markdown-it that reads a dialect as Python-Markdown does."""
    md = MarkdownIt("commonmark", {"html": True, "maxNesting": 100}).enable("table")
    md.normalizeLink = lambda url: url  # type: ignore[method-assign]
    md.validateLink = lambda url: True  # type: ignore[method-assign] # noqa: ARG005
    if dialect.footnotes:
        footnote_plugin(md, inline=False, move_to_end=False)
    if dialect.def_list:
        deflist_plugin(md)
    use_block_rules(md, dialect)
    use_inline_rules(md)
    md.core.ruler.at("inline", _inline)
    return md


def _inline(state: Any) -> None:
    """Parse the text of each block, and keep with the block what the inline rules note."""
    for token in state.tokens:
        if token.type == "inline":
            state.env["found"] = []
            token.children = []
            state.md.inline.parse(token.content, state.md, state.env, token.children)
            token.meta["found"] = state.env.pop("found")
            token.meta["words"] = words(token.content, token.children)


class MarkdownReader:
    """Reads pages of one dialect; the parser is made once."""

    def __init__(self, dialect: Dialect) -> None:
        self.dialect = dialect
        self._md = parser(dialect)

    def read(self, body: str, *, path: str, line: int = 1) -> Reading:
        """Read a body whose first line is line `line` of the file `path`."""
        env: dict[str, Any] = {}
        tokens = self._md.parse(body, env)
        return _PageReader(self.dialect, body.split("\n"), path, line, env).run(tokens)


class _PageReader:
    """The walk over the tokens of one page."""

    def __init__(self, dialect: Dialect, lines: list[str], path: str, line: int, env: dict[str, Any]) -> None:
        self.dialect, self.lines, self.path, self.first = dialect, lines, path, line
        self.references: dict[str, Any] = env.get("references", {})
        self.footnotes = {label.removeprefix(":") for label in env.get("footnotes", {}).get("refs", {})}
        self.reading = Reading()
        self.cells: dict[int, int] = {}
        self.pending: list[tuple[int, str, str, Span]] = []
        self.resolved: set[str] = set()

    def run(self, tokens: list[Token]) -> Reading:
        row = [0, 1]
        for token, previous in zip(tokens, [None, *tokens], strict=False):
            row = token.map or row
            if token.type == "inline":
                self._inline(token, token.map or row, previous)
            elif token.type == "html_block":
                self._html(token.content, token.map or row)
            elif token.type == "fence":
                self._fence(token)
            elif token.type == "footnote_reference_open":
                self._footnote(token.meta["label"], row)
        self._comments()
        self._heading_ids()
        markup = read_markup(self.lines, tokens, self.dialect, path=self.path, first=self.first)
        self.reading.markup = markup.tags
        self.reading.faults += markup.faults
        self.reading.faults += structure_faults(self.lines, tokens, path=self.path, first=self.first)
        self.reading.faults += slips(self.lines, tokens, path=self.path, first=self.first)
        return self.reading

    def _span(self, row: int, column: int = 0) -> Span:
        return Span(self.path, self.first + row, column + 1)

    # Blocks

    def _fence(self, token: Token) -> None:
        start, end = token.map or (0, 1)
        opening = self.lines[start]
        indent = len(opening) - len(opening.lstrip())
        span = self._span(start, indent)
        self.reading.fences.append(Fence(token.info.strip(), token.content, span, span.line + 1, indent))
        last = self.lines[end - 1].strip(" >\t")
        if end - 1 == start or not last or last.strip(token.markup[0]) or len(last) != len(token.markup):
            message = f"代码块“{token.markup}{token.info.strip()}”没有结束"
            hint = f"在代码块下面单独写一行“{token.markup}”；不写的话，后面的正文都会变成代码"
            self.reading.faults.append(SourceFault("unclosed-fence", span, message, hint))

    def _html(self, html: str, block: list[int]) -> None:
        for tag in read_tags(html):
            row = block[0] + tag.line
            indent = len(self.lines[row]) - len(self.lines[row].lstrip()) if row < len(self.lines) else 0
            self._tag(tag, self._span(row, tag.column + indent))

    def _tag(self, tag: Any, span: Span) -> None:
        for address, loaded in tag.addresses():
            self.reading.links.append(Link(address, span, LinkKind.HTML, tag.attributes.get("alt", ""), loaded))
        if tag.name == "a" and "href" in tag.attributes and not tag.attributes["href"]:
            return
        for name in tag.ids():
            self.reading.anchor(name, span)

    def _footnote(self, label: str, block: list[int]) -> None:
        for name in (f"fn:{label}", f"fnref:{label}"):
            self.reading.anchor(name, self._span(block[0]))

    # Text of blocks

    def _inline(self, token: Token, block: list[int], previous: Token | None) -> None:
        places = self._places(token.content, block)
        for found in token.meta["found"]:
            self._note(found, places(found.offset))
        self._bare(token, places)
        text, starts = token.meta["words"]
        self.reading.passages.append(Passage(text, starts, places))
        if previous is not None and previous.type == "heading_open":
            self._heading(token, previous)
        elif self.dialect.attr_list:
            self._attributes(token, places)

    def _places(self, content: str, block: list[int]):  # type: ignore[no-untyped-def]
        """A function from an offset in the text of a block to its place in the file."""
        starts: list[tuple[int, int, int]] = []
        offset = 0
        for number, part in enumerate(content.split("\n")):
            row = min(block[0] + number, len(self.lines) - 1)
            starts.append((offset, row, self._column(row, part)))
            offset += len(part) + 1

        def place(at: int) -> Span:
            start, row, column = next(entry for entry in reversed(starts) if entry[0] <= at)
            return self._span(row, column + at - start)

        return place

    def _column(self, row: int, part: str) -> int:
        """Where a line of a block's text begins in its line of the file (cells of a table: one behind another)."""
        words = part.strip()
        lead = len(part) - len(part.lstrip())
        column = self.lines[row].find(words, self.cells.get(row, 0))
        if column < 0:
            return max(self.lines[row].find(words[:8]), 0)
        self.cells[row] = column + len(words)
        return column - lead

    def _note(self, found: Found, span: Span) -> None:
        if found.kind in ("link", "image"):
            kind = LinkKind.IMAGE if found.kind == "image" else LinkKind.INLINE
            self._add(Link(found.target, span, kind, found.text, found.kind == "image"))
        elif found.kind == "autolink":
            self._add(Link(found.target, span, LinkKind.AUTOLINK, found.text))
        elif found.kind in ("reference", "image-reference"):
            self._reference(found, span)
        elif found.kind == "undefined" or self._is_undefined_footnote(found):
            self.reading.undefined.append(Link(found.target, span, LinkKind.REFERENCE, found.text))
        elif found.kind == "html":
            for tag in read_tags(found.target):
                self._tag(tag, span)

    def _is_undefined_footnote(self, found: Found) -> bool:
        return found.kind == "footnote" and self.dialect.footnotes and found.target not in self.footnotes

    def _add(self, link: Link) -> None:
        self.reading.links.append(link)

    def _reference(self, found: Found, span: Span) -> None:
        """A link through a reference stands where its definition does: there its address is put right."""
        label = " ".join(found.target.split()).lower().upper()
        entry = self.references.get(label)
        if entry is None or label in self.resolved:
            return
        self.resolved.add(label)
        if entry.get("map"):
            row = entry["map"][0]
            span = self._span(row, max(self.lines[row].find("["), 0))
        self._add(Link(str(entry["href"]), span, LinkKind.REFERENCE, found.text, found.kind == "image-reference"))

    def _bare(self, token: Token, places: Any) -> None:
        """Addresses that stand in the text without being links."""
        offset, depth = 0, 0
        for child in token.children or ():
            depth += {"link_open": 1, "link_close": -1}.get(child.type, 0)
            if child.type == "text" and not depth:
                for url in _BARE.finditer(child.content):
                    at = max(token.content.find(url[0], offset), 0)
                    offset = at + len(url[0])
                    self._add(Link(url[0].rstrip(".,;:!?)"), places(at), LinkKind.BARE, url[0]))

    def _attributes(self, token: Token, places: Any) -> None:
        """Ids that `attr_list` gives to paragraphs, links, images and cells."""
        code = "".join(c.content for c in token.children or () if c.type == "code_inline")
        for found in _ATTRIBUTES.finditer(token.content):
            if found[0] not in code:
                for name in _ids(found["list"]):
                    self.reading.anchor(name, places(found.start()))

    def _heading(self, token: Token, opening: Token) -> None:
        row = (opening.map or [0])[0]
        text, name = "".join(_words(token.children or [])).strip(), ""
        listed = re.search(r"[ ]*\{:?[ ]*([^}\n]*)[ ]*\}[ ]*$", text)
        if self.dialect.attr_list and listed:
            name = next(iter(_ids(listed[1])), "")
            text = text[: listed.start()]
        lead = self.lines[row].find("#") if opening.markup.startswith("#") else 0
        self.pending.append((int(opening.tag[1]), text, name, self._span(row, max(lead, 0))))

    def _heading_ids(self) -> None:
        """Give each heading its id, as the `toc` extension does: ids that authors set come first."""
        for _, _, name, span in self.pending:
            if name:
                self.reading.anchor(name, span)
        used = set(self.reading.anchors)
        for level, text, name, span in self.pending:
            made = name or unique(self.dialect.slugify(text, self.dialect.separator), used)
            if not name:
                self.reading.anchor(made, span)
            self.reading.headings.append(Heading(level, text, made, span, explicit=bool(name)))

    # Lines

    def _comments(self) -> None:
        """Comments that silence a rule; and snippets, which a preprocessor reads even in code."""
        for row, line in enumerate(self.lines):
            for found in _IGNORE.finditer(line):
                span = self._span(row, found.start())
                self.reading.ignores.append(Ignore(found["code"], found["reason"].strip(), span))
        for row, written in snippets(self.lines) if self.dialect.snippets else ():
            self.reading.has_snippets = True
            fault = outside_fault(written, self._span(row))
            self.reading.faults += [fault] if fault else []


def _words(tokens: list[Token]) -> Iterator[str]:
    """The words of inline tokens without markup, as `toc` takes them for an id."""
    for token in tokens:
        if token.type in ("text", "code_inline", "text_special"):
            yield unescape(token.content) if token.type == "text" else token.content
        elif token.type in ("softbreak", "hardbreak"):
            yield " "


def _ids(attributes: str) -> Iterator[str]:
    """The `#id` and `id=…` of an attribute list."""
    for word in attributes.split():
        if word.startswith("#") and len(word) > 1:
            yield word[1:]
        elif word.startswith("id="):
            yield word[3:].strip("\"'")
