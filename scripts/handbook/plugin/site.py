"""A site made by MkDocs from a handbook that has been read already."""

from __future__ import annotations

import logging
import os
import shutil
import subprocess
import sysconfig
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, cast

from jinja2 import TemplateError
from mkdocs.commands.build import build
from mkdocs.config.base import load_config
from mkdocs.exceptions import MkDocsException

from handbook.errors import BuildError
from handbook.model.handbook import Handbook
from handbook.plugin.watch import SECONDS_A_PAGE, PageTooSlowError, Watch

if TYPE_CHECKING:
    from handbook.plugin.plugin import HandbookPlugin

_EPOCH = "SOURCE_DATE_EPOCH"
_EARLIEST, _LATEST = 315_532_800, 4_102_444_800  # 1980, before which no zip can be dated, and 2100
_LONGEST = 300


@dataclass(frozen=True, slots=True)
class Made:
    """What MkDocs said: its warnings, and whether mkdocs.yml wants them to stop the build (`strict`)."""

    warnings: tuple[str, ...]
    strict: bool


def make_site(root: Path, into: Path, handbook: Handbook) -> Made:
    """Let MkDocs build a handbook into a folder.

    Raises:
        BuildError: MkDocs, the theme or another plugin gave up.
    """
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "true")  # Material's banner, which no clerk can act on
    watch = Watch()
    with _dated(root), _listening() as listener, watch.clock():
        try:
            config = load_config(str(root / handbook.site.path), site_dir=str(into))
            strict, config.strict = config.strict, False
            if "handbook" in config.plugins:  # not in a plain project, which needs none of what our plugin imports
                cast("HandbookPlugin", config.plugins["handbook"]).preloaded = handbook
            config.plugins["handbook/watch"] = watch
            config.plugins.on_startup(command="build", dirty=False)
            try:
                build(config)
            finally:
                config.plugins.on_shutdown()
        except (MkDocsException, TemplateError, UnicodeError) as error:
            raise BuildError(f"MkDocs 没有建成网站：{_said(listener.errors) or _said([str(error)])}") from error
        except PageTooSlowError as error:
            reason = f"生成这一页用了 {SECONDS_A_PAGE} 秒还没有完，括号、星号或者引号可能太多，拆成几页再试"
            raise BuildError(f"{handbook.site.docs_dir}/{watch.page}:1:1: {reason}") from error
        except Exception as error:  # Markdown, the theme and plugins raise what they like, and a page can make them
            if _is_ours(error) or isinstance(error, OSError):  # `staged` tells of full disks and the like
                raise
            raise BuildError(_broken(handbook.site.docs_dir, watch.page, error)) from error
    return Made(tuple(map(_short, listener.warnings)), strict)


def _is_ours(error: Exception) -> bool:
    """Whether this package is at fault, or what the standard library was asked by it: then its traceback is wanted."""
    ours, packages = str(Path(__file__).parents[1]), sysconfig.get_path("purelib")
    frames = (frame.f_code.co_filename for frame, _ in traceback.walk_tb(error.__traceback__))
    told = [name for name in frames if name.startswith((ours, packages))]
    return bool(told) and told[-1].startswith(ours)


def _broken(docs: str, page: str, error: Exception) -> str:
    """What is said of a crash of Markdown, the theme or another plugin, with the page that it was at."""
    kind = f"{type(error).__name__} {_short(str(error))}".strip()
    if not page:
        return f"MkDocs 没有建成网站：MkDocs 或者插件出错了（{kind}）；检查 mkdocs.yml 里最近改的设置"
    return f"{docs}/{page}:1:1: 生成这一页时 Markdown 或者插件出错了（{kind}）；看看最近改的地方，嵌套太深的拆开"


class _Listener(logging.Handler):
    """Keeps what MkDocs and its plugins warn of, instead of printing it."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.warnings: list[str] = []
        self.errors: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        kept = self.errors if record.levelno >= logging.ERROR else self.warnings
        kept.append(record.getMessage())


@contextmanager
def _listening() -> Iterator[_Listener]:
    logger, listener = logging.getLogger("mkdocs"), _Listener()
    propagate, logger.propagate = logger.propagate, False
    logger.addHandler(listener)
    try:
        yield listener
    finally:
        logger.removeHandler(listener)
        logger.propagate = propagate


@contextmanager
def _dated(root: Path) -> Iterator[None]:
    """Date the build by the last commit, so that the same sources give the same bytes on every day."""
    commit = None if given_time() else commit_time(root)
    if commit is None:
        yield
        return
    os.environ[_EPOCH] = commit
    try:
        yield
    finally:
        del os.environ[_EPOCH]


def given_time() -> str | None:
    """The second that SOURCE_DATE_EPOCH names, or None when it is not set.

    Raises:
        BuildError: it names none.
    """
    given = os.environ.get(_EPOCH)
    if given is None or (given.isascii() and given.isdecimal() and _EARLIEST <= int(given[:20]) < _LATEST):
        return given
    raise BuildError(f"环境变量 {_EPOCH} 写的是“{given}”，要写从1970年算起的秒数，例如 1795600000")


def commit_time(root: Path) -> str | None:
    """The second of the last commit, or None without git or a repository; an exported archive has it in a file."""
    archived = _archived(root / ".git_archival.txt")
    if archived:
        return archived
    git = shutil.which("git")
    if git is None:
        return None
    command = [git, "-C", str(root), "log", "-1", "--format=%ct"]
    answer = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 (no input of others)
    return answer.stdout.strip() if answer.returncode == 0 and answer.stdout.strip().isdigit() else None


def _archived(path: Path) -> str:
    """The second that `git archive` wrote, or ``""``; in a checkout the file holds only the question."""
    lines = path.read_text(encoding="utf-8").splitlines() if path.is_file() else []
    seconds = next((line.removeprefix("committed: ") for line in lines if line.startswith("committed: ")), "")
    return seconds if seconds.isdecimal() else ""


def _said(messages: list[str]) -> str:
    return "；".join(dict.fromkeys(map(_short, messages)))


def _short(message: str) -> str:
    """A message on one line."""
    line = " ".join(message.split())
    return line if len(line) <= _LONGEST else f"{line[:_LONGEST]}…"
