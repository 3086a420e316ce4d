"""mkdocs.yml → one mapping with places: what it inherits is merged in, what it takes from the environment is put in."""

from __future__ import annotations

import os
from collections.abc import Mapping as AbstractMapping
from pathlib import Path

from handbook.diagnostics import Span
from handbook.errors import RootError
from handbook.model.handbook import SourceFault
from handbook.model.value import Mapping, Scalar, Sequence, Value
from handbook.sources import yaml
from handbook.sources.files import is_file, read_text
from handbook.sources.yaml_faults import misread_colon

NAMES = ("mkdocs.yml", "mkdocs.yaml")
MAX_PARENTS = 10


def read_config(root: Path, environment: AbstractMapping[str, str]) -> tuple[str, Mapping, tuple[SourceFault, ...]]:
    """The name of the settings file, its mapping (empty when it is broken) and its faults.

    Raises:
        RootError: there is no settings file.
    """
    name = next((name for name in NAMES if (root / name).is_file()), None)
    if name is None:
        raise RootError(root, "这里没有 mkdocs.yml；在手册的文件夹里运行，或者用 --root 指定")
    mapping, faults = _read(root, root / name, MAX_PARENTS)
    return name, _resolved_mapping(mapping, environment), faults


def _read(root: Path, path: Path, parents: int) -> tuple[Mapping, tuple[SourceFault, ...]]:
    shown = Path(os.path.relpath(path, root)).as_posix()
    empty = Mapping((), Span(shown))
    text, faults = read_text(path, shown)
    if text is None:
        return empty, faults
    value, broken = yaml.parse(text, path=shown)
    faults += broken
    if not isinstance(value, Mapping):
        if not broken:
            plain = SourceFault("site", Span(shown), "设置要写成“键: 值”", "至少写上“site_name: 站名”")
            faults += (misread_colon(text, path=shown) or plain,)
        return empty, faults
    inherited = value.get("INHERIT")
    if not isinstance(inherited, Scalar) or not inherited.text:
        return value, faults
    target = path.parent / inherited.text
    if parents == 0 or not is_file(target):
        reason = "继承得太深，可能绕成了圈" if is_file(target) else "不存在"
        return value, (
            *faults,
            SourceFault("site", inherited.span, f"INHERIT 的文件“{inherited.text}”{reason}", "检查路径"),
        )
    base, more = _read(root, target, parents - 1)
    return _merged(base, value), (*more, *faults)


def _merged(base: Mapping, own: Mapping) -> Mapping:
    """Mappings are merged key by key, everything else is replaced, as MkDocs does."""
    entries = {key.text: (key, value) for key, value in base}
    for key, value in own:
        before = entries.get(key.text)
        if before and isinstance(before[1], Mapping) and isinstance(value, Mapping):
            entries[key.text] = (key, _merged(before[1], value))
        elif key.text != "INHERIT":
            entries[key.text] = (key, value)
    return Mapping(tuple(entries.values()), own.span)


def _resolved_mapping(mapping: Mapping, environment: AbstractMapping[str, str]) -> Mapping:
    entries = tuple((key, _resolved(value, environment)) for key, value in mapping)
    return Mapping(entries, mapping.span, mapping.tag)


def _resolved(value: Value, environment: AbstractMapping[str, str]) -> Value:
    """The value with each `!ENV NAME` and `!ENV [NAME, NAME, default]` put in."""
    if value.tag == "!ENV":
        return _from_environment(value, environment)
    if isinstance(value, Mapping):
        return _resolved_mapping(value, environment)
    if isinstance(value, Sequence):
        return Sequence(tuple(_resolved(item, environment) for item in value.items), value.span, value.tag)
    return value


def _from_environment(value: Value, environment: AbstractMapping[str, str]) -> Value:
    items = value.items if isinstance(value, Sequence) else (value,)
    names, default = (items[:-1], items[-1]) if len(items) > 1 else (items, Scalar("", value.span))
    texts = (environment.get(name.text) for name in names if isinstance(name, Scalar))
    found = next((text for text in texts if text is not None), None)
    return default if found is None else Scalar(found, value.span)
