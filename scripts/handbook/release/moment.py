"""Of when the sources are: the date of everything that is released, and what speaks against relying on it."""

from __future__ import annotations

import datetime as dt
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

from handbook.plugin.site import commit_time, given_time


@dataclass(frozen=True, slots=True)
class Moment:
    """The second that files are dated with, and sentences for the one who releases.

    Attributes:
        seconds: of the commit where there is one, else of SOURCE_DATE_EPOCH, else of now.
        notices: why the date may not be that of the sources.
    """

    seconds: int
    notices: tuple[str, ...] = ()

    @property
    def when(self) -> dt.datetime:
        """The same as a time in UTC, so that the machine's time zone changes nothing."""
        return dt.datetime.fromtimestamp(self.seconds, dt.UTC)


def moment_of(root: Path) -> Moment:
    """The moment of a handbook's sources.

    Raises:
        BuildError: SOURCE_DATE_EPOCH is no moment.
    """
    known = given_time() or commit_time(root)
    if known is not None:
        return Moment(int(known), _uncommitted(root))
    notice = (
        f"{_why_unknown(root)}，所以日期写的是现在，再发布一次内容没变也会是新的一版；"
        "可以用环境变量 SOURCE_DATE_EPOCH 指定日期（从1970年算起的秒数）"
    )
    return Moment(int(dt.datetime.now(dt.UTC).timestamp()), (notice,))


def _uncommitted(root: Path) -> tuple[str, ...]:
    changed = _ask_git(root, "status", "--porcelain", "--", ".")
    lines = changed.stdout.splitlines() if changed and changed.returncode == 0 else []
    if not lines:
        return ()
    return (f"有 {len(lines)} 个文件的改动没有提交，发布的内容里有它们，日期却是上一次提交的；正式发布前先提交",)


def _why_unknown(root: Path) -> str:
    asked = _ask_git(root, "log", "-1", "--format=%ct")
    if asked is None:
        return "没有 git 程序，不知道源文件是哪一次提交的"
    if "dubious ownership" in asked.stderr:
        place = root.resolve()
        return (
            f"{place} 属于另一个用户，git 不肯读它（可以运行 git config --global --add safe.directory {place}），"
            "不知道源文件是哪一次提交的"
        )
    return "这里不是 git 仓库，或者还没有提交过，不知道源文件是哪一次提交的"


def _ask_git(root: Path, *question: str) -> subprocess.CompletedProcess[str] | None:
    git = shutil.which("git")
    if git is None:
        return None
    return subprocess.run(  # noqa: S603 (no input of others)
        [git, "-C", str(root), *question], capture_output=True, encoding="utf-8", errors="replace", check=False
    )
