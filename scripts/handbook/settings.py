"""The settings of the handbook command: `[tool.handbook]` in pyproject.toml."""

from __future__ import annotations

import dataclasses
import difflib
import os
import re
import tomllib
from dataclasses import dataclass
from pathlib import Path

from handbook.errors import SettingsError

STATUTE_TEXTS = "HANDBOOK_STATUTE_TEXTS"
"""The environment variable that names the folder of statute texts in place of `Settings.statute_texts`."""

_PLACE = re.compile(r"line ([0-9]+), column ([0-9]+)")
_WRITTEN = {"bool": (bool, "只能是 true 或者 false"), "str": (str, "要写成英文引号里的文字")}


@dataclass(frozen=True, slots=True)
class Settings:
    """What a project demands of itself; nothing by default, so that any MkDocs project can be checked.

    Attributes:
        strict: warnings stop a build, too.
        require_kind: each page must be of a page kind.
        intranet: the built site must ask no other host.
        edition: the edition to build; ``""`` is the public one, which holds no page that names an edition.
        statute_texts: the folder of the official texts of statutes, absolute or from the root; ``""`` without one.
    """

    strict: bool = False
    require_kind: bool = False
    intranet: bool = False
    edition: str = ""
    statute_texts: str = ""


def read_settings(root: Path) -> Settings:
    """The settings in ROOT/pyproject.toml, or the defaults when there are none; the environment goes before them.

    Raises:
        SettingsError: the file cannot be read, a key or value is unknown, or the environment names no folder.
    """
    settings = _read(root / "pyproject.toml")
    folder = os.environ.get(STATUTE_TEXTS, "")
    if folder and not (root / folder).is_dir():
        raise SettingsError(f"环境变量 {STATUTE_TEXTS} 写的“{folder}”不是文件夹")
    return dataclasses.replace(settings, statute_texts=folder) if folder else settings


def _read(path: Path) -> Settings:
    try:
        project = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except FileNotFoundError:
        return Settings()
    except UnicodeDecodeError as error:
        raise SettingsError(f"{path}：读不懂，不是 UTF-8 编码；另存为 UTF-8") from error
    except tomllib.TOMLDecodeError as error:
        place = _PLACE.search(str(error))
        where = f"{path}:{place[1]}:{place[2]}" if place else str(path)
        raise SettingsError(f"{where}：读不懂这一行；看看括号、引号和等号写全没有，是不是打成了中文的") from error
    except OSError as error:
        raise SettingsError(f"{path}：读不懂（{error}）") from error
    tool = project.get("tool")
    table = tool.get("handbook", {}) if isinstance(tool, dict) else {}
    if not isinstance(table, dict):
        raise SettingsError(f"{path}：tool.handbook 要写成一节“[tool.handbook]”")
    known = {field.name: str(field.type) for field in dataclasses.fields(Settings)}
    for key, value in table.items():
        if key not in known:
            like = difflib.get_close_matches(key, known, 1)
            guess = f"是不是“{like[0]}”？" if like else ""
            raise SettingsError(f"{path}：[tool.handbook] 没有“{key}”这个设置；{guess}可以写 {'、'.join(known)}")
        kind, written = _WRITTEN[known[key]]
        if not isinstance(value, kind):
            raise SettingsError(f"{path}：[tool.handbook] 的 {key} {written}")
    return Settings(**table)
