"""A fresh folder beside the site: built in peace, then put in the site's place in one step."""

from __future__ import annotations

import ctypes
import errno
import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from handbook.errors import BuildError
from handbook.locking import locked

# MkDocs writes these three into every site, whatever its theme.
_MARKS = frozenset({"index.html", "sitemap.xml", "sitemap.xml.gz"})
_FILE_MODE, _FOLDER_MODE = 0o644, 0o755
_AT_FDCWD, _RENAME_EXCHANGE = -100, 2


@dataclass(frozen=True, slots=True)
class Staging:
    """A folder that a site is built into, and the folder that it is to replace."""

    folder: Path
    target: Path

    def publish(self) -> None:
        """Put the new site where the old one is, and remove the old one.

        A reader meets either the one or the other. Where the kernel cannot exchange two folders there is a moment
        without a site, and `staged` mends what a crash in that moment leaves.
        """
        _open_to_readers(self.folder)
        if not self.target.exists():
            self.folder.rename(self.target)
        elif not _exchange(self.folder, self.target):
            _replace(self.folder, self.target)


@contextmanager
def staged(site_dir: Path, *, root: Path, docs: Path) -> Iterator[Staging]:
    """A new folder beside a site, which goes away unless it is published; no other build runs meanwhile.

    Raises:
        BuildError: the site may not or cannot be replaced, or another build is at it.
    """
    try:
        target = _replaceable(site_dir, root.resolve(), docs.resolve())
        target.parent.mkdir(parents=True, exist_ok=True)
        lock = target.with_name(f".{target.name}-lock")
        with locked(lock, busy=f"另一个构建正在更新 {target}，等它完成再试"):
            _mend(target)
            folder = target.with_name(f"{_prefix(target)}{os.getpid()}")
            folder.mkdir()
            try:
                yield Staging(folder, target)
            finally:
                shutil.rmtree(folder, ignore_errors=True)
    except OSError as error:
        raise BuildError(unchanged(site_dir, error)) from error


def _replaceable(site_dir: Path, root: Path, docs: Path) -> Path:
    """The real folder of the site, when replacing it destroys nothing that a build did not make."""
    target = Path(os.path.realpath(site_dir))  # unlike resolve(), it bears loops
    if site_dir.is_symlink() and not target.exists():
        raise BuildError(f"{site_dir} 是断了的符号链接，先删去它或者改对它")
    if target == root or target in root.parents or target in docs.parents:
        raise BuildError(f"{site_dir} 里面是手册的源文件，网站不能放在这里，请用 --site-dir 另选一个文件夹")
    if target == docs or docs in target.parents:
        raise BuildError(f"{site_dir} 在源文件夹 {docs} 里面，网站不能放在这里，请用 --site-dir 另选一个文件夹")
    if target.exists() and not target.is_dir():
        raise BuildError(f"{site_dir} 不是文件夹")
    names = {entry.name for entry in target.iterdir()} if target.exists() else set()
    if names and not names >= _MARKS:
        raise BuildError(f"{site_dir} 里有别的文件，不像是建成的网站，为防误删没有动它，请另选一个文件夹或者先清空它")
    return target


def _prefix(target: Path) -> str:
    return f".{target.name}-build-"


def _aside(target: Path) -> Path:
    return target.with_name(f".{target.name}-old")


def _mend(target: Path) -> None:
    """Put back a site that a killed build had moved aside, and remove what dead builds left."""
    aside = _aside(target)
    if aside.exists() and not target.exists():
        aside.rename(target)
    shutil.rmtree(aside, ignore_errors=True)
    for entry in target.parent.iterdir():
        if entry.name.startswith(_prefix(target)):
            shutil.rmtree(entry, ignore_errors=True)


def _open_to_readers(folder: Path) -> None:
    """Let the web server read everything, whatever the umask of the one who built it."""
    folder.chmod(_FOLDER_MODE)
    for place, folders, files in os.walk(folder):
        for name in folders:
            (Path(place) / name).chmod(_FOLDER_MODE)
        for name in files:
            (Path(place) / name).chmod(_FILE_MODE)


def _exchange(one: Path, other: Path) -> bool:
    """Exchange two folders in one step; false where the system cannot."""
    if not sys.platform.startswith("linux"):
        return False
    rename = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if rename is None:
        return False
    return bool(rename(_AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other), _RENAME_EXCHANGE) == 0)


def _replace(folder: Path, target: Path) -> None:
    """Put a folder in the place of another in two steps, the first undone when the second fails."""
    aside = _aside(target)
    target.rename(aside)
    try:
        folder.rename(target)
    except BaseException:
        aside.rename(target)
        raise
    shutil.rmtree(aside, ignore_errors=True)


def unchanged(site_dir: Path, error: OSError) -> str:
    """That a folder is as it was, and which fault of the system is to blame."""
    return f"网站没有建成，{site_dir} 没有改动：{reason(error)}"


def reason(error: OSError) -> str:
    """Which fault of the system is to blame."""
    reasons = {
        errno.ENOSPC: "磁盘满了",
        errno.EDQUOT: "磁盘配额用完了",
        errno.EACCES: "没有写入的权限",
        errno.EPERM: "没有写入的权限",
        errno.EROFS: "磁盘是只读的",
        errno.EBUSY: "这个文件夹正被占用，或者它是一个挂载点",
        errno.EXDEV: "这个文件夹是一个挂载点",
    }
    return reasons.get(error.errno or 0, str(error))
