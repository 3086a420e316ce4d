"""Run a command and say what it cost."""

import os
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

KIB = 1024
# ru_maxrss counts bytes on macOS, KiB elsewhere.
RSS_UNIT = 1 if sys.platform == "darwin" else KIB


@dataclass(frozen=True, slots=True)
class Cost:
    """Wall time, processor time, and the peak memory of the largest process among the command and its children."""

    seconds: float
    cpu_seconds: float
    peak_bytes: int


class CommandFailedError(Exception):
    """A measured command did not succeed, so its cost means nothing."""

    def __init__(self, command: Sequence[str], log: Path) -> None:
        tail = "\n".join(log.read_text(encoding="utf-8", errors="replace").splitlines()[-15:])
        super().__init__(f"{' '.join(command)} failed:\n{tail}")


def measure(command: Sequence[str], *, cwd: Path, log: Path) -> Cost:
    """Run a command to its end, its output going to a file.

    Raises:
        CommandFailedError: The command ended with another status than 0.
    """
    with log.open("wb") as output:
        start = time.perf_counter()
        process = subprocess.Popen(command, cwd=cwd, stdout=output, stderr=subprocess.STDOUT, stdin=subprocess.DEVNULL)
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise CommandFailedError(command, log)
    return Cost(seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * RSS_UNIT)
