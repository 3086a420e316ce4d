"""A page's text → its front matter and the line on which its body begins, split where MkDocs splits."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from handbook.diagnostics import Span
from handbook.model.handbook import SourceFault
from handbook.model.value import Mapping, Scalar, Value, walk
from handbook.sources import yaml
from handbook.sources.yaml_faults import full_width_colon, misread_colon

# MkDocs also reads “key: value” lines at the top without “---”; these keys show that the author means it.
_LOOSE_KEYS = frozenset(
    "title description author authors date template hide tags summary keywords category status icon redirect slug".split()
)
_PLAIN_TAGS = frozenset(f"!!{name}" for name in "str int float bool null map seq timestamp".split())
_MAX_PLAIN = 300  # characters of a value that Python would have to count
_DASHES = "-－—–‐−"


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """The front matter of a page: its mapping, the first line behind it, and its faults."""

    meta: Mapping
    body_line: int
    faults: tuple[SourceFault, ...] = ()


def split(text: str, *, path: str) -> FrontMatter:
    """The front matter of a page; a page without one has an empty mapping and begins on line 1."""
    lines = text.split("\n")
    start = _first(lines)
    faults: tuple[SourceFault, ...] = ()
    if lines[start].rstrip() != "---" or start > 0:
        if not _is_opening(lines, start):
            return _loose(lines, path)
        faults = (_misplaced(lines[start], path, start),)
    ends = {"---", "...", lines[start].rstrip()}
    end = next((n for n in range(start + 1, len(lines)) if lines[n].rstrip() in ends), None)
    if end is None or (end == start + 1 and not faults):
        return _unclosed(lines, path, start, closed=end is not None)
    return _fenced(lines, path, (start, end), faults)


def _first(lines: list[str]) -> int:
    """The first line that says something; a comment or a directive is looked over when a front matter follows it."""
    start = next((number for number, line in enumerate(lines) if line.strip()), 0)
    behind = start
    while behind < len(lines) and (not lines[behind].strip() or _is_silent(lines[behind])):
        behind += 1
    is_pushed_down = behind < len(lines) and lines[behind].rstrip() == "---" and _is_opening(lines, behind)
    return behind if is_pushed_down else start


def _is_silent(line: str) -> bool:
    """Whether a line stands above a front matter without being one: a comment, a directive of YAML."""
    words = line.strip()
    return words.startswith(("%YAML", "%TAG")) or (words.startswith("<!--") and words.endswith("-->"))


def _empty(path: str) -> Mapping:
    return Mapping((), Span(path))


def _fault(path: str, line: int, message: str, hint: str) -> SourceFault:
    return SourceFault("front-matter", Span(path, line), message, hint)


def _is_key(line: str) -> bool:
    """True when a line looks like `key: value`, the full-width colon included."""
    name, colon, value = line.partition(":")
    plain = bool(colon) and name.isidentifier() and (not value or value[0] in " \t")
    return plain or full_width_colon(line) >= 0


def _is_opening(lines: list[str], number: int) -> bool:
    """True when a line stands for the `---` of a front matter, though not exactly there or not exactly so."""
    line = lines[number].strip()
    dashes = len(line) >= 2 and all(c in _DASHES for c in line)
    return dashes and number + 1 < len(lines) and _is_key(lines[number + 1])


def _misplaced(line: str, path: str, number: int) -> SourceFault:
    if line.rstrip() == "---":
        return _fault(
            path, number + 1, "“---”不在第一行，front matter 会印在网页上", "把它上面的空行和别的内容删去或者移到下面"
        )
    return _fault(path, number + 1, f"“{line.strip()}”不是三个英文减号", "第一行顶格写“---”")


def _unclosed(lines: list[str], path: str, start: int, *, closed: bool) -> FrontMatter:
    """A page that begins with `---` but has no front matter: a mistake, or just a ruled line."""
    if closed:
        fault = _fault(path, start + 1, "front matter 是空的，两行“---”会印成横线", "写上内容，或者删去两行“---”")
        return FrontMatter(_empty(path), 1, (fault,))
    if not _is_opening(lines, start):
        return FrontMatter(_empty(path), 1)
    body = next((n for n in range(start, len(lines)) if not lines[n].strip()), len(lines))
    meta = yaml.parse("\n".join(lines[start + 1 : body]), path=path, line=start + 2)[0]
    fault = _fault(path, start + 1, "front matter 没有结束", "在最后一个键下面另起一行写“---”")
    return FrontMatter(meta if isinstance(meta, Mapping) else _empty(path), body + 1, (fault,))


def _fenced(lines: list[str], path: str, place: tuple[int, int], faults: tuple[SourceFault, ...]) -> FrontMatter:
    start, end = place
    inner = lines[start + 1 : end]
    value, broken = yaml.parse("\n".join(inner), path=path, line=start + 2)
    found = [*faults, *broken]
    if end == len(lines) - 1:
        found.append(
            _fault(path, end + 1, "文件在“---”这里就结束了，MkDocs 认不出 front matter", "在“---”后面回车，写上正文")
        )
    if isinstance(value, Mapping):
        more = (*_unusable(value), *_cut(value, lines), *_second(lines, path, end + 1))
        return FrontMatter(value, end + 2, (*found, *more))
    if not broken:
        if value is not None and not _meant(value, inner):
            return FrontMatter(_empty(path), 1, tuple(_heading(inner, path, start)))
        found.append(_no_mapping(value, inner, path, start + 2))
    return FrontMatter(_empty(path), end + 2, tuple(found))


def _second(lines: list[str], path: str, behind: int) -> Iterator[SourceFault]:
    """Another front matter right behind the first, as programs leave it that put their own on top."""
    start = next((n for n in range(behind, len(lines)) if lines[n].strip()), behind)
    again = start < len(lines) and lines[start].rstrip() == "---" and _is_opening(lines, start)
    if not again:  # or the first was closed too early
        end = next((n for n in range(behind, len(lines)) if not _is_key(lines[n])), behind)
        again = behind < end < len(lines) and lines[end].rstrip() == "---"
    if again:
        yield _fault(path, start + 1, "这里又开始了一段 front matter，会印在网页上", "两段合成一段，只留头尾两行“---”")


def _heading(inner: list[str], path: str, start: int) -> Iterator[SourceFault]:
    """Two ruled lines with words between them, which is fine, unless the second makes the words a heading."""
    if all(line.strip() for line in inner):
        message = "两行“---”之间没有“键: 值”，这些字会印成小标题"
        yield _fault(path, start + 2, message, "写成“键: 值”；只要横线的，在“---”的上下各空一行")


def _meant(value: Value, inner: list[str]) -> bool:
    """True when what stands between two `---` was meant as front matter."""
    return not isinstance(value, Scalar) or any(_is_key(line) or _is_tight_key(line) for line in inner)


def _is_tight_key(line: str) -> bool:
    """True for `title:甲`, a known key without the blank behind its colon."""
    return line.partition(":")[0] in _LOOSE_KEYS | {"kind", "code", "area", "owner"}


def _no_mapping(value: Value | None, inner: list[str], path: str, line: int) -> SourceFault:
    slip = misread_colon("\n".join(inner), path=path, line=line)
    if slip:
        return slip
    tight = next((n for n, words in enumerate(inner) if _is_tight_key(words)), -1)
    if isinstance(value, Scalar) and tight >= 0:
        return _fault(path, line + tight, f"“{inner[tight].strip()}”的冒号后面少一个空格", "在冒号后面空一格")
    if value is None:
        return _fault(path, line, "front matter 里没有内容", "写上内容，或者删去两行“---”")
    return _fault(path, value.span.line, "front matter 要写成“键: 值”，这里是列表", "去掉行首的“- ”")


def _unusable(meta: Mapping) -> Iterator[SourceFault]:
    """Values with which MkDocs gives up the whole front matter: tags and impossible dates."""
    for value in walk(meta):
        if value.tag and value.tag not in _PLAIN_TAGS:
            message = f"front matter 里不能用 YAML 标签“{value.tag}”"
            yield SourceFault("yaml-tag", value.span, message, "删去标签，只写文字；文字以“!”开头时用英文引号括起来")
        elif isinstance(value, Scalar) and value.plain:
            yield from _misread(value)


def _cut(meta: Mapping, lines: list[str]) -> Iterator[SourceFault]:
    """Plain words whose end YAML takes for a comment: “线索 #3” is “线索”; a comment of ours has a blank behind its mark."""
    for value in walk(meta):
        line = lines[value.span.line - 1]
        end = value.span.column - 1 + len(value.text) if isinstance(value, Scalar) and value.plain else len(line)
        lost = line[end:].strip()
        if end and line[:end].endswith(value.text if isinstance(value, Scalar) else "") and _is_lost(lost):
            message = f"“{lost[:20]}”会被 YAML 当成注释丢掉"
            hint = "用英文引号把整个值括起来；真是注释的，在“#”后面空一格"
            yield SourceFault("yaml", Span(value.span.path, value.span.line, end + 2), message, hint)


def _is_lost(rest: str) -> bool:
    return len(rest) > 1 and rest[0] == "#" and rest[1] not in " #!"


def _misread(value: Scalar) -> Iterator[SourceFault]:
    """A plain word that YAML takes for a number or a date which there is not."""
    quoted = f'用英文引号括起来：“"{value.text[:20]}"”'
    kind = yaml.plain_kind(value.text)
    if kind == "int" and len(value.text) > _MAX_PLAIN:
        yield SourceFault(
            "yaml", value.span, f"这个数字有 {len(value.text)} 位，程序读不了", "缩短它，或者用英文引号括起来"
        )
    elif kind == "float" and value.text.lower().endswith((".inf", ".nan")):
        yield SourceFault("yaml", value.span, f"“{value.text}”会被 YAML 读成无穷大或者“不是数”", quoted)
    elif kind == "merge":
        hint = f"直接写出要的键；只是文字的，{quoted}"
        yield SourceFault("yaml", value.span, "“<<”在 YAML 里是合并，会混进别处的键，或者让整段读不出来", hint)
    elif kind == "value":
        yield SourceFault("yaml", value.span, f"单独一个“{value.text}”在 YAML 里另有意思，整段会读不出来", quoted)
    elif kind == "timestamp" and not yaml.is_day(value.text):
        yield SourceFault(
            "yaml", value.span, f"“{value.text}”不是真实的日期或者时间", "改成日历上有的日期，或者用英文引号括起来"
        )


def _loose(lines: list[str], path: str) -> FrontMatter:
    """MkDocs' other front matter: `key: value` lines at the very top of a page, up to an empty line."""
    entries: dict[str, tuple[Scalar, Scalar]] = {}
    for number, line in enumerate(lines, 1):
        name, colon, words = line.partition(":")
        key = name.strip(" ")
        if not colon or len(name) - len(name.lstrip(" ")) > 3 or not _is_loose_key(key):
            break
        column = line.index(key) + 1
        entries[key] = (Scalar(key.lower(), Span(path, number, column)), Scalar(words.strip(), Span(path, number)))
    if not entries:
        return FrontMatter(_empty(path), 1)
    faults = [
        _fault(path, key.span.line, f"以“{name}:”开头的这一行会被当成设置，不会出现在网页上", "在它上面先写标题“# …”")
        for name, (key, _) in entries.items()
        if key.text not in _LOOSE_KEYS
    ]
    return FrontMatter(Mapping(tuple(entries.values()), Span(path)), len(entries) + 1, tuple(faults[:1]))


def _is_loose_key(key: str) -> bool:
    return bool(key) and key.isascii() and key.replace("-", "a").replace("_", "a").isalnum()
