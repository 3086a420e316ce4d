"""What in mkdocs.yml runs code or reads other files at build time, and may not come from where authors write."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from collections.abc import Mapping as AbstractMapping

from handbook.markup.policy import scheme
from handbook.model.handbook import SourceFault
from handbook.model.value import Mapping, Scalar, Value, walk

_CODE = re.compile(r"!!python/(?:name|object/apply|object/new|object|module):?(.*)", re.DOTALL)
_FUNCTIONS = re.compile(
    r"(?:pymdownx\.(?:slugs|emoji|arithmatex|superfences)|markdown\.extensions\.toc|materialx?\.extensions\.emoji"
    r"|mermaid2)\.[a-z]\w*"
)
"""Functions that the settings of Markdown extensions name, and that do nothing but make text of text."""
_UNSAFE_SCHEMES = frozenset({"blob", "data", "file", "javascript", "vbscript", "view-source"})
_TRUE, _FALSE = frozenset({"true", "yes", "on"}), frozenset({"false", "no", "off"})


def running_faults(config: Mapping, docs: str, options: AbstractMapping[str, Mapping]) -> Iterator[SourceFault]:
    """The faults of settings that run or read what nobody reviews.

    Args:
        config: mkdocs.yml.
        docs: the folder of pages relative to the root.
        options: the options of each Markdown extension.
    """
    for value in walk(config):
        tag = _CODE.fullmatch(value.tag)
        if tag and not _FUNCTIONS.fullmatch(tag[1]):
            hint = "删去这个标签；真要用的，由维护人员加进名单（scripts/handbook/sources/running.py）"
            yield SourceFault("site", value.span, f"“{value.tag[:60]}”会在建站时运行代码", hint)
        if isinstance(value, Scalar) and scheme(value.text) in _UNSAFE_SCHEMES:
            message = f"“{value.text[:60]}”是会运行代码或者只在本机有效的地址"
            yield SourceFault("site", value.span, message, "写网站里的路径，或者 http、https 开头的网址")
    theme = config.get("theme")
    folder = theme.get("custom_dir") if isinstance(theme, Mapping) else None
    yield from _foreign(theme)
    code = (*config.scalars("hooks"), *((folder,) if isinstance(folder, Scalar) else ()))
    for path in code:
        place = os.path.normpath(path.text).replace(os.sep, "/")
        if place == docs or place.startswith(f"{docs}/"):
            message = f"“{path.text}”会在建站时运行，不能放在写页面的 {docs} 文件夹里"
            yield SourceFault("site", path.span, message, "移到 overrides 或者 scripts 文件夹，由维护人员审核")
    yield from _snippets(options.get("pymdownx.snippets"))


def _foreign(theme: Value | None) -> Iterator[SourceFault]:
    """Pictures of the theme that every page would take from another site."""
    for name, value in theme if isinstance(theme, Mapping) else ():
        is_foreign = isinstance(value, Scalar) and scheme(value.text) in {"http", "https", "//"}
        if name.text in {"logo", "favicon"} and is_foreign:
            message = f"{name.text} 是从别的网站取来的，内网打不开，那个网站也知道谁在看"
            yield SourceFault("site", value.span, message, "把图片放进 docs 文件夹，写相对路径")


def _snippets(options: Mapping | None) -> Iterator[SourceFault]:
    if options is None:
        return
    for key, wrong in (("restrict_base_path", _FALSE), ("url_download", _TRUE)):
        if options.text(key).lower() in wrong:
            message = f"{key} 这样设，页面就能把别处的文件装进来"
            yield SourceFault("site", options.key_span(key), message, "删去这一行，用默认的值")
