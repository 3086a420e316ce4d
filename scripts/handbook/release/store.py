"""The folder that a web server reads: releases side by side, and two links that say which one is served.

DIR/releases/<id>/site/…       a built site with its compressed twins (`.gz`)
DIR/releases/<id>/SHA256SUMS   its manifest, and SHA256SUMS.sig
DIR/current → releases/<id>    what is served
DIR/previous → releases/<id>   what was served before: pages that are still open find their scripts there
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from handbook.errors import BuildError
from handbook.locking import locked

SITE = "site"
CURRENT, PREVIOUS, RELEASES = "current", "previous", "releases"
_STAGING = ".staging-"


@dataclass(frozen=True, slots=True)
class Store:
    """A folder of releases."""

    folder: Path

    @property
    def releases(self) -> Path:
        """Where the releases are."""
        return self.folder / RELEASES

    @contextmanager
    def held(self) -> Iterator[None]:
        """Nobody else releases or rolls back meanwhile; what dead runs left is removed first.

        Raises:
            BuildError: another run is at it, or the folder is for something else.
        """
        self._require_own()
        for folder in (self.folder, self.releases):
            if not folder.is_dir():
                folder.mkdir(parents=True)
                folder.chmod(0o755)  # the server reads it, whatever the umask of the one who releases
        with locked(self.folder / ".lock", busy=f"另一次发布正在更新 {self.folder}，等它完成再试"):
            for dead in self.releases.glob(f"{_STAGING}*"):
                shutil.rmtree(dead, ignore_errors=True)
            yield

    @contextmanager
    def staging(self) -> Iterator[Path]:
        """A fresh folder for a release, which goes away unless it is renamed into place."""
        folder = self.releases / f"{_STAGING}{os.getpid()}"
        folder.mkdir()
        folder.chmod(0o755)
        try:
            yield folder
        finally:
            shutil.rmtree(folder, ignore_errors=True)

    def target(self, link: str) -> str:
        """The id of the release that a link names, or ``""``."""
        path = self.folder / link
        name = path.readlink().name if path.is_symlink() else ""
        return name if name and (self.releases / name).is_dir() else ""

    def ids(self) -> list[str]:
        """The ids of all releases, oldest first."""
        return sorted(path.name for path in self.releases.iterdir() if path.is_dir() and path.name[0] != ".")

    def path(self, identifier: str) -> Path:
        """The folder of a release.

        Raises:
            BuildError: there is none with this id.
        """
        if identifier not in self.ids():
            raise BuildError(f"{self.folder} 里没有 {identifier} 这一版；有 {'、'.join(self.ids()) or '（空）'}")
        return self.releases / identifier

    def switch(self, identifier: str) -> None:
        """Serve a release, and keep the one served until now as the previous one; each link changes in one step."""
        served = self.target(CURRENT)
        if served == identifier:
            return
        os.sync()  # a power cut must not leave a served release without its bytes
        if served:
            self._link(PREVIOUS, served)
        self._link(CURRENT, identifier)
        os.sync()

    def prune(self, keep: int) -> list[str]:
        """Remove the oldest releases beyond a number, never one that is served or was served before.

        The result is what to say of those that would not go; by then the new one is served.
        """
        kept = {self.target(CURRENT), self.target(PREVIOUS)}
        stuck = []
        for identifier in self.ids()[:-keep]:
            if identifier not in kept:
                try:
                    shutil.rmtree(self.releases / identifier)
                except OSError as error:
                    stuck.append(f"旧版 {identifier} 没有删干净（{error.strerror}），请用它所属的用户删去")
        return stuck

    def _require_own(self) -> None:
        """Refuse a folder that holds other things, before something of it is lost or served."""
        place = self.folder
        if place.is_symlink() and not place.exists():
            raise BuildError(f"{place} 是断了的符号链接，先删去它或者改对它")
        if place.exists() and not place.is_dir():
            raise BuildError(f"{place} 不是文件夹，不能发布到这里")
        others = [path.name for path in place.iterdir() if path.name[0] != "."] if place.exists() else []
        if not self.releases.is_dir() and set(others) - {"lost+found"}:
            raise BuildError(f"{place} 里有别的文件，不是放发布版本的文件夹，请另选一个空文件夹")
        for link in (CURRENT, PREVIOUS):
            if (place / link).exists() and not (place / link).is_symlink():
                raise BuildError(f"{place / link} 应当是指向某一版的链接，现在不是；把它移走再发布")

    def _link(self, name: str, identifier: str) -> None:
        new = self.folder / f".{name}-{os.getpid()}"
        new.unlink(missing_ok=True)
        new.symlink_to(Path(RELEASES) / identifier, target_is_directory=True)
        new.replace(self.folder / name)
