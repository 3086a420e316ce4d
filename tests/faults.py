"""Releases that end badly at a chosen point, each in a process of its own, and what is served afterwards.

python faults.py kill FOLDER SEED COUNT      killed (SIGKILL) at COUNT random steps of the file system
python faults.py full FOLDER SEED COUNT      a disk (tmpfs) with COUNT random amounts of free space; wants `unshare -rm`
python faults.py refused FOLDER SEED COUNT   told at COUNT random steps, and from then on, that the disk is full
FOLDER holds root/, a project, and srv/, which it is released to; prints a line of JSON for each point
"""

import contextlib
import errno
import json
import os
import random
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from handbook.cli.program import main
from handbook.release.publishing import verify

STEPS = ("open", "os.", "shutil.")


def released(folder: Path, before: Callable[[], None]) -> tuple[int, str]:
    """Release in a child process that first does something to itself; its wait status and what it said."""
    said = folder / "said"
    child = os.fork()
    if child == 0:
        with said.open("w", encoding="utf-8") as out, contextlib.redirect_stdout(out), contextlib.redirect_stderr(out):
            before()
            status = main(["release", "--root", str(folder / "root"), "--to", str(folder / "srv")])
            out.flush()
            os._exit(status)
    return os.waitpid(child, 0)[1], said.read_text(encoding="utf-8")


def dies_at(step: int, srv: Path) -> Callable[[], None]:
    """Make a process kill itself at a step that it takes in a folder."""
    taken = 0

    def watch(event: str, arguments: tuple[object, ...]) -> None:
        nonlocal taken
        if event.startswith(STEPS) and arguments and str(arguments[0]).startswith(str(srv)):
            taken += 1
            if taken == step:
                os.kill(os.getpid(), signal.SIGKILL)

    return lambda: sys.addaudithook(watch)


def refuses_from(step: int, srv: Path) -> Callable[[], None]:
    """Let a process write no file of a folder any more from a step on, as a full disk does."""
    taken = 0

    def watch(event: str, arguments: tuple[object, ...]) -> None:
        nonlocal taken
        if event.startswith(STEPS) and arguments and str(arguments[0]).startswith(str(srv)):
            taken += 1
            flags = arguments[2] if event == "open" else 0
            if taken >= step and isinstance(flags, int) and flags & (os.O_WRONLY | os.O_RDWR):
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    return lambda: sys.addaudithook(watch)


def steps_of(folder: Path) -> int:
    """How many steps a whole release takes in the folder that it writes."""
    count = folder / "count"

    def watch(event: str, arguments: tuple[object, ...]) -> None:
        if event.startswith(STEPS) and arguments and str(arguments[0]).startswith(str(folder / "srv")):
            os.write(descriptor, b".")

    descriptor = os.open(count, os.O_CREAT | os.O_WRONLY | os.O_TRUNC)
    released(folder, lambda: sys.addaudithook(watch))
    os.close(descriptor)
    return count.stat().st_size


def state(folder: Path) -> dict[str, object]:
    srv = folder / "srv"
    return {"served": (srv / "current").readlink().name, "wrong": verify(srv, None)}


def tell(found: dict[str, object]) -> None:
    sys.stdout.write(f"{json.dumps(found, ensure_ascii=False)}\n")
    sys.stdout.flush()  # or a child that is forked next would say it again


def at_steps(folder: Path, rng: random.Random, count: int) -> Iterator[tuple[int, int]]:
    """Random steps of a release with their number, what is served each time as it was before."""
    subprocess.run(["cp", "-a", folder / "srv", folder / "kept"], check=True)
    steps = steps_of(folder)
    for step in sorted(rng.sample(range(1, steps + 1), count)):
        subprocess.run(["rm", "-rf", folder / "srv"], check=True)
        subprocess.run(["cp", "-a", folder / "kept", folder / "srv"], check=True)
        yield step, steps


def kill(folder: Path, rng: random.Random, count: int) -> None:
    for step, steps in at_steps(folder, rng, count):
        status, _ = released(folder, dies_at(step, folder / "srv"))
        tell({"point": f"{step}/{steps}", "killed": os.WIFSIGNALED(status)} | state(folder))


def refused(folder: Path, rng: random.Random, count: int) -> None:
    for step, steps in at_steps(folder, rng, count):
        status, said = released(folder, refuses_from(step, folder / "srv"))
        tell(ended(f"{step}/{steps}", status, said) | state(folder))


def ended(point: object, status: int, said: str) -> dict[str, object]:
    return {"point": point, "status": os.waitstatus_to_exitcode(status), "said": said.splitlines()[-1:]}


def full(folder: Path, rng: random.Random, count: int) -> None:
    disk, kept = folder / "srv", folder / "kept"
    disk.rename(kept)
    disk.mkdir()
    need = sum(path.stat().st_size for path in (folder / "root").rglob("*") if path.is_file())
    for _ in range(count):
        subprocess.run(["mount", "-t", "tmpfs", "-o", "size=64m", "tmpfs", disk], check=True)
        subprocess.run(["cp", "-a", f"{kept}/.", disk], check=True)
        left = rng.randrange(4096, 2 * need)
        with (disk / ".ballast").open("wb") as ballast:
            ballast.write(bytes(os.statvfs(disk).f_bavail * os.statvfs(disk).f_frsize - left))
        status, said = released(folder, lambda: None)
        tell(ended(left, status, said) | state(folder))
        subprocess.run(["umount", disk], check=True)


if __name__ == "__main__":
    os.environ["SOURCE_DATE_EPOCH"] = "1795600100"
    {"kill": kill, "full": full, "refused": refused}[sys.argv[1]](
        Path(sys.argv[2]), random.Random(int(sys.argv[3])), int(sys.argv[4])
    )
