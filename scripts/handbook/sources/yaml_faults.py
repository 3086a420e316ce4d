"""PyYAML's errors in the words of a clerk: what is wrong, where, and how to put it right."""

from __future__ import annotations

import re
from collections.abc import Callable

import yaml

from handbook.diagnostics import Span
from handbook.model.handbook import SourceFault

# What PyYAML (and libyaml, whose words differ a little) says, and what it means; the first that fits is taken.
# The third value tells whether the fault lies where the construct began (context) or where the parser stopped.
_MEANINGS: tuple[tuple[str, str, str, bool], ...] = (
    ("unknown escape character", "双引号里的“\\”后面不能跟这个字", "把双引号换成单引号", False),
    ("did not find expected hexadecimal", "双引号里的“\\”后面不能跟这个字", "把双引号换成单引号", False),
    ("quoted scalar", "引号没有成对", "补上右边的英文引号", True),
    ("expected ',' or ']'", "方括号“[”没有配对，或者两项之间少了英文逗号", "补上“]”或者英文逗号", True),
    ("expected ',' or '}'", "花括号“{”没有配对，或者两项之间少了英文逗号", "补上“}”或者英文逗号", True),
    ("flow node", "方括号或者花括号没有配对", "补上右边的括号", True),
    ("expected node content", "值不能以右括号或者逗号开头", "用英文引号把整个值括起来", False),
    ("mapping values are not allowed", "这一行有两个英文冒号，看不出哪个是键", "用英文引号把整个值括起来", False),
    ("could not find expected ':'", "这一行没有写成“键: 值”", "在键后面加英文冒号和一个空格", True),
    ("alphabetic or numeric character", "值不能以“*”或“&”开头", "用英文引号把整个值括起来", False),
    ("undefined tag handle", "值不能以“!”开头", "用英文引号把整个值括起来", False),
    ("tag", "值不能以“!”开头", "用英文引号把整个值括起来", False),
    ("directive", "行首不能是“%”", "用英文引号把整个值括起来", False),
    ("block scalar", "“|”或“>”后面的段落缩进不对", "每一行比键多缩进两个空格", False),
    ("did not find expected key", "这一行的缩进和上面的对不齐", "同一级的键左边对齐，用空格缩进", False),
    ("block end", "这一行的缩进和上面的对不齐", "同一级的键左边对齐，用空格缩进", False),
    ("'-' indicator", "这一行的缩进和上面的对不齐", "列表的每一项左边对齐，以“- ”开头", False),
    ("block sequence entries are not allowed", "列表不能和键写在同一行", "把“- ”另起一行", False),
    ("control characters", "有看不见的控制字符", "删去它", False),
    ("special characters", "有看不见的控制字符", "删去它", False),
    ("nesting", "YAML 嵌套太深", "减少嵌套", False),
)


_MAX_KEY = 1000
_KEY_BEHIND_COMMA = re.compile(r"，\s*[^\s，,:：{}\[\]]{1,12}:\s")


def explain(error: yaml.YAMLError, text: str, *, path: str, line: int) -> SourceFault:
    """The fault behind an error of PyYAML; a likely slip of the keyboard goes before PyYAML's own account."""
    row, column = _place(getattr(error, "problem_mark", None))
    start = _place(getattr(error, "context_mark", None) or getattr(error, "problem_mark", None))
    lines = text.split("\n")
    for number in dict.fromkeys((start[0], row, row - 1)):
        slip = _slip(lines[number]) if 0 <= number < len(lines) else None
        if slip:
            at, message, hint = slip
            return SourceFault("yaml", Span(path, line + number, at + 1), message, hint)
    place = (row, column)
    before = lines[row][:column].rstrip() if row < len(lines) else ""
    words = f"{getattr(error, 'context', '') or ''} {getattr(error, 'problem', '') or error}"
    comma = _wide_comma(lines, start[0], words)
    if "cannot start any token" in words:
        character = lines[row][column : column + 1] if row < len(lines) else ""
        message, hint = f"值不能以“{character}”开头", "用英文引号把整个值括起来"
    elif comma >= 0:
        message, hint, place = "括号里的两项之间用了中文逗号“，”", "换成英文逗号，后面空一格", (start[0], comma)
    elif "did not find expected key" in words and before.endswith(("'", '"')):
        message, hint = "英文引号在值的中间就配成了对", "外面换成另一种英文引号，或者把里面的换成“ ”"
    elif "mapping values are not allowed" in words and len(before) > _MAX_KEY:
        message, hint = f"键有 {len(before)} 个字，YAML 最多认 {_MAX_KEY} 个", "缩短键，长的话写在值里"
    elif "mapping values are not allowed" in words and ":" not in before:
        message, hint = "这一行多缩进了，不知道属于哪个键", "和上面的键左边对齐"
    else:
        message, hint, place = _meaning(words, place, start)
    return SourceFault("yaml", Span(path, line + place[0], place[1] + 1), message, hint)


def misread_colon(text: str, *, path: str, line: int = 1) -> SourceFault | None:
    """The first key with a full-width colon of a text that YAML took for plain words, or None."""
    for number, words in enumerate(text.split("\n")):
        slip = _full_width(words)
        if slip:
            return SourceFault("yaml", Span(path, line + number, slip[0] + 1), *slip[1:])
    return None


def _meaning(words: str, stop: tuple[int, int], start: tuple[int, int]) -> tuple[str, str, tuple[int, int]]:
    for part, message, hint, at_start in _MEANINGS:
        if part in words:
            return message, hint, start if at_start else stop
    return "这一行不是正确的 YAML", "检查冒号、缩进和引号", stop


def _wide_comma(lines: list[str], row: int, words: str) -> int:
    """Where a full-width comma stands before the key that YAML did not see in a group in brackets, or -1."""
    found = _KEY_BEHIND_COMMA.search(lines[row]) if "expected ',' or" in words and row < len(lines) else None
    return found.start() if found else -1


def _place(mark: yaml.Mark | None) -> tuple[int, int]:
    return (mark.line, mark.column) if mark else (0, 0)


_Slip = tuple[int, str, str]


def _slip(line: str) -> _Slip | None:
    """A slip of the keyboard in a line that YAML could not read: column from 0, message, hint."""
    body = line.lstrip()
    if not body or body.startswith("#"):
        return None
    return next((found for look in _SLIPS if (found := look(line))), None)


def _tab(line: str) -> _Slip | None:
    indent = line[: len(line) - len(line.lstrip())]
    if "\t" not in indent:
        return None
    return indent.index("\t"), "这一行用制表符（Tab）缩进", "换成空格"


def full_width_colon(line: str) -> int:
    """Where a full-width colon stands in place of the colon behind a key, or -1."""
    at = line.find("：")
    before = line[:at].strip().removeprefix("- ")
    is_key = at > 0 and ":" not in before and len(before) <= 20 and not any(c in "，。；、“”" for c in before)
    return at if is_key and before else -1


def _full_width(line: str) -> _Slip | None:
    at = full_width_colon(line)
    if at < 0:
        return None
    return at, f"“{line[: at + 1].strip()}”用了中文冒号", "换成英文冒号“:”，后面空一格"


def _no_space(line: str) -> _Slip | None:
    key, colon, value = line.partition(":")
    name = key.strip().removeprefix("- ")
    is_key = colon and name and not any(c in "\"'“”[]{}，,/ " for c in name)
    if not is_key or not value or value[0] in " \t/":
        return None
    return len(key), f"“{name}:”的冒号后面少一个空格", "在冒号后面空一格"


def _curly(line: str) -> _Slip | None:
    key, _, value = line.partition(":")
    start = value.lstrip()[:1] or key.strip().removeprefix("- ")[:1]
    if start not in {"“", "”", "‘", "’", "＂"}:
        return None
    return line.index(start), "这个值用中文引号括着，里面又有英文冒号", "换成英文引号"


_SLIPS: tuple[Callable[[str], _Slip | None], ...] = (_tab, _full_width, _no_space, _curly)
