"""One program at a time: a lock file that nobody holds once its holder is gone, however it ended."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from handbook.errors import BuildError


@contextmanager
def locked(path: Path, *, busy: str) -> Iterator[None]:
    """Hold a lock file, which is gone afterwards; a killed process holds nothing.

    Args:
        path: the lock file.
        busy: what to say when another process holds it.

    Raises:
        BuildError: another process holds it.
    """
    while True:
        with path.open("ab") as file:
            if not _lock(file):
                raise BuildError(busy)
            if not _is_at(file, path):
                continue  # the process that held it has just removed it
            try:
                yield
            finally:
                if sys.platform != "win32":  # where an open file cannot be removed
                    path.unlink(missing_ok=True)
            return


def _lock(file: BinaryIO) -> bool:
    """Take a lock without waiting."""
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        if error.errno in {errno.EACCES, errno.EAGAIN, errno.EDEADLK}:
            return False
        raise
    return True


def _is_at(file: BinaryIO, path: Path) -> bool:
    try:
        return os.path.samestat(os.fstat(file.fileno()), path.stat())
    except FileNotFoundError:
        return False
