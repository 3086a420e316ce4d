"""Diagnostics as text, JSON, and the notes of GitHub/Gitea and GitLab."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from handbook.diagnostics import Diagnostic


def report(diagnostics: Sequence[Diagnostic], format_name: str) -> str:
    """The diagnostics in one of `FORMATS`; text and github are ``""`` when there are none."""
    return FORMATS[format_name](diagnostics)


def _text(diagnostics: Sequence[Diagnostic]) -> str:
    return "\n".join(_visible(str(diagnostic)) for diagnostic in diagnostics)


def _visible(text: str) -> str:
    """One line that a terminal can show: control characters that a source holds are spelt out."""
    return "".join(c if c.isprintable() or c == "\u3000" else f"\\u{ord(c):04x}" for c in text)


def _json(diagnostics: Sequence[Diagnostic]) -> str:
    return json.dumps([_fields(diagnostic) for diagnostic in diagnostics], ensure_ascii=False, indent=2)


def _fields(diagnostic: Diagnostic) -> dict[str, Any]:
    fields: dict[str, Any] = {
        "path": diagnostic.span.path,
        "line": diagnostic.span.line,
        "column": diagnostic.span.column,
        "code": diagnostic.code,
        "rule": diagnostic.rule,
        "severity": str(diagnostic.severity),
        "message": diagnostic.message,
        "hint": diagnostic.hint,
    }
    return fields if diagnostic.target is None else {**fields, "target": diagnostic.target}


def _github(diagnostics: Sequence[Diagnostic]) -> str:
    """Workflow commands (`::error file=…`), which GitHub and Gitea show at the line."""
    return "\n".join(
        f"::{d.severity} file={_property(d.span.path)},line={d.span.line},col={d.span.column},"
        f"title={_property(f'{d.code} {d.rule}')}::{_data(d.text)}"
        for d in diagnostics
    )


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def _gitlab(diagnostics: Sequence[Diagnostic]) -> str:
    """A code quality report of GitLab; the fingerprint does not move with the line."""
    seen: dict[str, int] = {}
    entries = []
    for d in diagnostics:
        key = f"{d.code}\0{d.span.path}\0{d.message}"
        seen[key] = seen.get(key, 0) + 1
        fingerprint = hashlib.sha256(f"{key}\0{seen[key]}".encode()).hexdigest()
        entries.append(
            {
                "description": f"{d.code} {d.text}",
                "check_name": d.rule,
                "fingerprint": fingerprint,
                "severity": "major" if d.severity == "error" else "minor",
                "location": {"path": d.span.path, "lines": {"begin": d.span.line}},
            }
        )
    return json.dumps(entries, ensure_ascii=False, indent=2)


FORMATS: Mapping[str, Callable[[Sequence[Diagnostic]], str]] = {
    "text": _text,
    "json": _json,
    "github": _github,
    "gitlab": _gitlab,
}
