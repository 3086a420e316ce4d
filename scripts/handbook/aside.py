"""Work that a second process does meanwhile, where there is a processor for it."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections.abc import Callable
from contextlib import suppress
from multiprocessing.connection import Connection
from typing import TypeVar

T = TypeVar("T")


def aside(work: Callable[[], T]) -> Callable[[], T]:
    """Begin some work in a copy of this process, and return what waits for its result.

    The work must change nothing. Where there is no second processor, or the other process ended without a result, it is
    done here when the result is asked for, and raises what it raises.
    """
    if not _has_room():
        return work
    fork = multiprocessing.get_context("fork")
    ours, theirs = fork.Pipe(duplex=False)
    copy = fork.Process(target=_tell, args=(work, theirs), daemon=True)
    try:
        copy.start()
    except OSError:
        return work
    theirs.close()

    def result() -> T:
        try:
            told: T = ours.recv()
        except (EOFError, OSError):
            return work()
        finally:
            ours.close()
            copy.join()
        return told

    return result


def _has_room() -> bool:
    can_fork = "fork" in multiprocessing.get_all_start_methods() and hasattr(os, "sched_getaffinity")
    return can_fork and len(os.sched_getaffinity(0)) > 1 and threading.active_count() == 1


def _tell(work: Callable[[], T], into: Connection) -> None:
    """Do the work in the copy, which ends without a word if it cannot, and holds nothing that others wait for."""
    with suppress(BaseException):
        signal.signal(signal.SIGINT, signal.SIG_DFL)
        signal.signal(signal.SIGTERM, signal.SIG_DFL)
        os.closerange(3, into.fileno())  # a lock among them
        os.closerange(into.fileno() + 1, os.sysconf("SC_OPEN_MAX"))
        into.send(work())
    into.close()
