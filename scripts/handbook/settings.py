"""The settings of the handbook command: `[tool.handbook]` in pyproject.toml."""

from __future__ import annotations

import dataclasses
import difflib
import tomllib
from dataclasses import dataclass
from pathlib import Path

from handbook.errors import SettingsError


@dataclass(frozen=True, slots=True)
class Settings:
    """What a project demands of itself; nothing by default, so that any MkDocs project can be checked.

    Attributes:
        strict: warnings stop a build, too.
        require_kind: each page must be of a page kind.
        intranet: the built site must ask no other host.
    """

    strict: bool = False
    require_kind: bool = False
    intranet: bool = False


def read_settings(root: Path) -> Settings:
    """The settings in ROOT/pyproject.toml, or the defaults when there are none.

    Raises:
        SettingsError: the file cannot be read, or a key or value is unknown.
    """
    path = root / "pyproject.toml"
    try:
        project = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return Settings()
    except (OSError, ValueError) as error:
        raise SettingsError(f"{path}：读不懂（{error}）") from error
    tool = project.get("tool")
    table = tool.get("handbook", {}) if isinstance(tool, dict) else {}
    if not isinstance(table, dict):
        raise SettingsError(f"{path}：tool.handbook 要写成一节“[tool.handbook]”")
    known = [field.name for field in dataclasses.fields(Settings)]
    for key, value in table.items():
        if key not in known:
            like = difflib.get_close_matches(key, known, 1)
            guess = f"是不是“{like[0]}”？" if like else ""
            raise SettingsError(f"{path}：[tool.handbook] 没有“{key}”这个设置；{guess}可以写 {'、'.join(known)}")
        if not isinstance(value, bool):
            raise SettingsError(f"{path}：[tool.handbook] 的 {key} 只能是 true 或者 false")
    return Settings(**table)
