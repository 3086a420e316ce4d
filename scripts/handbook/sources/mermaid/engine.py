"""The small interface behind which `merman` parses and lays out; nothing else imports it."""

from __future__ import annotations

import json
from functools import cache
from types import ModuleType
from typing import Any


@cache
def _merman() -> ModuleType | None:
    """The parser, or None where there is no wheel for this machine or its library does not load."""
    try:
        from merman import merman_uniffi
    except (ImportError, OSError):
        return None
    module: ModuleType = merman_uniffi
    return module


def is_available() -> bool:
    """True when diagrams can be parsed and laid out on this machine."""
    return _merman() is not None


def facts(source: str) -> dict[str, Any]:
    """What merman says of a diagram: ``diagnostics``, and in ``diagrams[0].syntax`` every name with its place."""
    return _call("analysis_facts_json", source, None)


def graph(source: str) -> dict[str, Any]:
    """The diagram as Mermaid's own database holds it, or an empty mapping when it cannot be parsed."""
    return _call("parse_json", source, None)


def layout(source: str, options: dict[str, Any]) -> dict[str, Any]:
    """Where the boxes, frames and arrows of a flowchart go, or an empty mapping when that fails.

    Args:
        source: the Mermaid text.
        options: Mermaid's own settings.
    """
    answer = _call("layout_json", source, json.dumps({"site_config": options}))
    found: dict[str, Any] = (answer.get("layout") or {}).get("FlowchartV2") or {}
    return found


def _call(method: str, source: str, options: str | None) -> dict[str, Any]:
    text = _text(method, source, options)
    found: dict[str, Any] = json.loads(text) if text else {}
    return found


def _text(method: str, source: str, options: str | None) -> str:
    """The answer of one of merman's methods, or ``""`` where it refuses the diagram or fails inside."""
    module = _merman()
    if module is None:
        return ""
    try:
        answer: str = getattr(module.Merman(), method)(source, options)
    except (module.MermanError, module.InternalError):
        return ""
    return answer
