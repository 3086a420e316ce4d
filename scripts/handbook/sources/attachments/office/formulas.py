"""Formulas of spreadsheets: which fetch something, run something, or lead to a disk."""

from __future__ import annotations

import re

from handbook.sources.attachments.office.links import is_refused

_LONGEST = 9_000  # Excel itself takes 8192
_STRING = re.compile(r'"((?:[^"]|"")*)"')
_RUNS = re.compile(
    r"\b(WEBSERVICE|IMAGE|FILTERXML|CALL|REGISTER\.ID|REGISTER|EXEC|EXECUTE|DDE|DDEAUTO|DDEINITIATE|RTD|SQL\.REQUEST|PY|COPILOT"
    r"|INITIATE|POKE|FOPEN|FWRITE|URLDOWNLOADTOFILEA?|SHELLEXECUTEA?|IMPORTDATA|IMPORTXML|RUN)\s*\(",
    re.IGNORECASE,
)
_PROGRAM = re.compile(r"[A-Za-z0-9_.'\]]\s*\|\s*(?:'[^']*'|[A-Za-z0-9_.]+)\s*!")  # cmd|'/c calc'!A1
_LINK = re.compile(r"\bHYPERLINK\s*\(", re.IGNORECASE)
_NO_LINK = re.compile(r"\s*(?:'[^']*'!|\[?\w[\w.]*!)?\$?[A-Za-z]{1,3}\$?\d+\s*")  # a cell, whose words are read there
_SHEET_START = re.compile(r"(?:_xlnm\.)?auto_?(?:open|close|activate|deactivate|exec)\w*", re.IGNORECASE)


def is_started_by_itself(name: str) -> bool:
    """Whether a name is one whose macro runs when the file is opened, closed or shown."""
    return _SHEET_START.fullmatch(name.strip()) is not None


def words_of(formula: str) -> str:
    """The words that a formula puts together from pieces."""
    words = [found[1] for found in _STRING.finditer(formula[:_LONGEST])]
    return "".join(words) if len(words) > 1 else ""


def danger_of(formula: str) -> str:
    """What is dangerous about a formula, or ``""``."""
    if len(formula) > _LONGEST:
        return "单元格里的公式长得没法检查"
    bare = _STRING.sub('""', formula)
    if _RUNS.search(bare) or _PROGRAM.search(bare):
        return "单元格里有会去取数据或者运行程序的公式"
    for found in _LINK.finditer(formula):
        target, is_plain = _target(formula[found.end() :])
        if is_refused(target) or not is_plain:
            return f"公式里的链接“{target[:60]}”用了不允许的地址"
    return ""


def _target(arguments: str) -> tuple[str, bool]:
    """The words of the first argument, and whether nothing but words and cells makes it up."""
    depth, position = 0, 0
    while position < len(arguments):
        string = _STRING.match(arguments, position)
        if string:
            position = string.end()
            continue
        letter = arguments[position]
        depth += (letter in "([{") - (letter in ")]}")
        if depth < 0 or (depth == 0 and letter in ",;"):
            break
        position += 1
    argument = arguments[:position]
    words = "".join(found[1].replace('""', '"') for found in _STRING.finditer(argument))
    pieces = [piece for piece in _STRING.sub("", argument).split("&") if piece.strip()]
    starts_open = words.lstrip().lower().startswith(("#", "http://", "https://", "mailto:"))
    return words, starts_open or all(_NO_LINK.fullmatch(piece) for piece in pieces)
