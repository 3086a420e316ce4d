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
            BuildError: another run is at it.
        """
        self.releases.mkdir(parents=True, exist_ok=True)
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

    def prune(self, keep: int) -> None:
        """Remove the oldest releases beyond a number, never one that is served or was served before."""
        kept = {self.target(CURRENT), self.target(PREVIOUS)}
        for identifier in self.ids()[:-keep]:
            if identifier not in kept:
                shutil.rmtree(self.releases / identifier)

    def _link(self, name: str, identifier: str) -> None:
        new = self.folder / f".{name}-{os.getpid()}"
        new.unlink(missing_ok=True)
        new.symlink_to(Path(RELEASES) / identifier, target_is_directory=True)
        new.replace(self.folder / name)
