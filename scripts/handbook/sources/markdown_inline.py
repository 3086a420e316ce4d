"""Inline rules that note where each link stands, and that read links as Python-Markdown does."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline

InlineRule = Callable[[StateInline, bool], bool]


@dataclass(frozen=True, slots=True)
class Found:
    """Something found in the text of one block, at a character offset.

    `kind` is ``link``, ``image``, ``autolink``, ``reference``, ``image-reference``, ``undefined``, ``html`` or
    ``footnote``; `target` the address, the reference label or the raw tag.
    """

    kind: str
    offset: int
    target: str
    text: str = ""


def use_inline_rules(md: MarkdownIt) -> None:
    """Wrap the rules for links, images, autolinks and raw tags; what they find is put into ``env["found"]``."""
    for name in ("link", "image"):
        md.inline.ruler.at(name, _noting_link(_rule(md, name), image=name == "image"))
    md.inline.ruler.at("autolink", _noting_token(_rule(md, "autolink"), "link_open", "autolink"))
    md.inline.ruler.at("html_inline", _noting_token(_rule(md, "html_inline"), "html_inline", "html"))


def _rule(md: MarkdownIt, name: str) -> InlineRule:
    return next(rule.fn for rule in md.inline.ruler.__rules__ if rule.name == name)


def _note(state: StateInline, found: Found) -> None:
    notes: list[Found] = state.env.setdefault("found", [])
    notes.append(found)


def _noting_link(original: InlineRule, *, image: bool) -> InlineRule:
    """A rule that notes what the original reads, and reads what only Python-Markdown takes for a link."""

    def link(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 (markdown-it calls it)
        start = state.pos
        opening = start + (1 if image else 0)
        if silent or state.src[opening : opening + 1] != "[":
            return original(state, silent)
        label_end = state.md.helpers.parseLinkLabel(_at(state, opening), opening, disableNested=False)
        state.pos = start
        count, noted = len(state.tokens), len(state.env.get("found", ()))
        if original(state, silent):
            token = next(t for t in state.tokens[count:] if t.type in ("link_open", "image"))
            if image:  # what stands in an alternative text is no link
                del state.env.get("found", [])[noted:]
            _note(state, _found(state, token, opening, label_end, image=image))
            return True
        if label_end < 0:
            return False
        return _only_python_markdown(state, start, opening, label_end, image=image)

    return link


def _at(state: StateInline, position: int) -> StateInline:
    state.pos = position
    return state


def _found(state: StateInline, token: Any, opening: int, label_end: int, *, image: bool) -> Found:
    start = opening - (1 if image else 0)
    text = state.src[opening + 1 : label_end]
    target = str(token.attrs.get("src" if image else "href", ""))
    if state.src[label_end + 1 : label_end + 2] == "(" and state.src[state.pos - 1] == ")":
        return Found("image" if image else "link", start, target, text)
    label = _label(state.src, label_end) or text
    return Found("image-reference" if image else "reference", start, label, text)


def _label(src: str, label_end: int) -> str:
    """The label of `[text][label]` behind its text; ``""`` for `[label][]` and `[label]`."""
    if src[label_end + 1 : label_end + 2] != "[":
        return ""
    end = src.find("]", label_end + 2)
    return src[label_end + 2 : end] if end > 0 else ""


def _only_python_markdown(state: StateInline, start: int, opening: int, label_end: int, *, image: bool) -> bool:
    """Links that CommonMark refuses: blanks in the address; and references without definition, which are noted."""
    src, text = state.src, state.src[opening + 1 : label_end]
    following = src[label_end + 1 : label_end + 2]
    if following == "(":
        end = _closing(src, label_end + 1)
        if end < 0:
            return False
        _note(state, Found("image" if image else "link", start, _address(src[label_end + 2 : end]), text))
        state.pos = opening + 1
        state.pending += src[start : opening + 1]
        return True
    if text.startswith("^") and not image:
        _note(state, Found("footnote", start, text[1:], text))
    elif following == "[" and not _is_index(src, opening, label_end) and (image or src[start - 1 : start] != "!"):
        _note(state, Found("undefined", start, _label(src, label_end) or text, text))
    return False


def _is_index(src: str, opening: int, label_end: int) -> bool:
    """True for `name[0][1]`, which is no reference."""
    before = src[opening - 1 : opening]
    label = _label(src, label_end)
    return (before.isalnum() and before.isascii()) or label.isdigit() or label.startswith("^")


def _closing(src: str, opening: int) -> int:
    """The place of the bracket that closes the one at `opening`, or -1."""
    depth = 0
    for position in range(opening, len(src)):
        depth += {"(": 1, ")": -1}.get(src[position], 0)
        if depth == 0:
            return position
    return -1


def _address(inside: str) -> str:
    """The address of what stands between the brackets, without a title in quotes."""
    address = inside.strip()
    for quote in ('"', "'"):
        head, found, _ = address.partition(f" {quote}")
        if found and address.endswith(quote):
            address = head.strip()
    return address.removeprefix("<").removesuffix(">")


def _noting_token(original: InlineRule, token_type: str, kind: str) -> InlineRule:
    def rule(state: StateInline, silent: bool) -> bool:  # noqa: FBT001
        start, count = state.pos, len(state.tokens)
        if not original(state, silent):
            return False
        if not silent:
            token = next(t for t in state.tokens[count:] if t.type == token_type)
            target = token.content if kind == "html" else str(token.attrs["href"])
            _note(state, Found(kind, start, target, target))
        return True

    return rule
